import type { DailySheet, ListKind } from '../../shared/contract/followups.ts'
import { shortWitness, type Witness } from '../../shared/domain/branch/witness.ts'
import type { Language } from '../../shared/locale/languages.ts'

/** Chromium draws head and foot in documents of their own, without the page's styles and at a size of zero. */
const STYLE = [
  'font-family: "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  'font-size: 8pt',
  'color: #333',
  'width: 100%',
  'padding: 0 10mm 0 18mm',
  'display: flex',
  'justify-content: space-between',
].join('; ')

/**
 * What stands above and below every page: as the documents that a PDF takes, and as a style for the way to a printer,
 * where the system's dialog drops head and foot.
 */
export interface SheetHead {
  /** Which of the printed pages it stands on. */
  readonly kind: ListKind
  /** The job's name in the printer's queue. */
  readonly title: string
  readonly headerHtml: string
  readonly footerHtml: string
  readonly pageCss: string
}

interface Words {
  readonly list: Readonly<Record<ListKind, string>>
  readonly demo: string
  readonly draft: string
  print(printNo: number): string
  shred(shredBy: string): string
  chain(end: string): string
  pages(page: string, ofPages: string): string
}

const WORDS: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    list: {
      daily: '每日跟进清单',
      morning: '晨会单',
      customers: '客户清单',
      intents: '意向清单',
      leads: '线索清单',
      referrals: '转介清单',
    },
    demo: '（演示）',
    draft: '预览，未打印',
    print: (printNo) => `打印号 ${printNo}`,
    shred: (shredBy) => `含客户信息，请于 ${shredBy} 前销毁`,
    chain: (end) => `审计链尾 ${end}`,
    pages: (page, ofPages) => `第 ${page} / ${ofPages} 页`,
  },
  en: {
    list: {
      daily: 'Daily follow-up list',
      morning: 'Morning sheet',
      customers: 'Customer list',
      intents: 'Intent list',
      leads: 'Lead list',
      referrals: 'Referral list',
    },
    demo: ' (demo)',
    draft: 'preview, not printed',
    print: (printNo) => `print ${printNo}`,
    shred: (shredBy) => `Holds customer data: shred by ${shredBy}`,
    chain: (end) => `audit ends at ${end}`,
    pages: (page, ofPages) => `page ${page} / ${ofPages}`,
  },
}

const PAGE = '<span class="pageNumber"></span>'
const OF_PAGES = '<span class="totalPages"></span>'

/**
 * The lines above and below every page: whose list, which print, which page of how many, when to shred it.
 * @param end the end of the audit's chain: on paper it is a witness that nobody can change any more (P2)
 */
export function sheetHead(
  { print, branchName, demo }: Pick<DailySheet, 'print' | 'branchName' | 'demo'>,
  language: Language,
  end: Witness,
): SheetHead {
  const words = WORDS[language]
  const title = `${branchName}${demo ? words.demo : ''} ${words.list[print.kind]} ${print.asOf}`
  const number = print.printNo === null ? words.draft : words.print(print.printNo)
  const owner = `${print.ownerName} ${print.ownerNo} · ${number}`
  const foot = `${words.shred(print.shredBy)} · ${words.chain(shortWitness(end))}`
  return {
    kind: print.kind,
    title: `${title} · ${owner}`,
    headerHtml: line(escapeHtml(title), escapeHtml(owner)),
    footerHtml: line(escapeHtml(foot), words.pages(PAGE, OF_PAGES)),
    pageCss: pageCss({
      'top-left': quoted(title),
      'top-right': quoted(owner),
      'bottom-left': quoted(foot),
      'bottom-right': `"${words.pages('" counter(page) "', '" counter(pages) "')}"`,
    }),
  }
}

type Corner = 'top-left' | 'top-right' | 'bottom-left' | 'bottom-right'

/** Margin boxes, which Chromium draws on every page from version 131 on. */
function pageCss(contents: Readonly<Record<Corner, string>>): string {
  const boxes = Object.entries(contents).map(
    ([corner, content]) => `@${corner} { content: ${content}; font-size: 8pt; color: #333; }`,
  )
  return `@page { ${boxes.join(' ')} }`
}

/** A text as CSS quotes it. */
function quoted(text: string): string {
  return `"${text.replace(/["\\\n\r\f<]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`
}

function line(left: string, right: string): string {
  return `<div style='${STYLE}'><span>${left}</span><span>${right}</span></div>`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')
}
