import type { DailySheet } from '../../shared/contract/followups.ts'
import type { SheetHead } from './list-printer.ts'

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

/** The lines above and below every page: whose list, which print, which page of how many, when to shred it. */
export function sheetHead({ print, branchName, demo }: DailySheet): SheetHead {
  const title = `${branchName}${demo ? '(演示)' : ''} 每日跟进清单 ${print.asOf}`
  const owner = `${print.ownerName} ${print.ownerNo} · 打印号 ${print.printNo}`
  const shred = `含客户信息,请于 ${print.shredBy} 前销毁`
  const pages = '第 <span class="pageNumber"></span> / <span class="totalPages"></span> 页'
  return {
    headerHtml: line(escapeHtml(title), escapeHtml(owner)),
    footerHtml: line(escapeHtml(shred), pages),
  }
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
