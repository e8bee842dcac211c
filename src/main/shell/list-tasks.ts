import type { DailySheet, DraftList, ListKind, PrintedList } from '../../shared/contract/followups.ts'
import type { EngineName } from '../../shared/contract/index.ts'
import type { RecordedAction } from '../../shared/contract/internal/audit.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import type { Language } from '../../shared/locale/languages.ts'
import type { Dialogs } from '../ipc/dialogs.ts'
import type { ShellTasks, ShellTasksOf } from '../ipc/shell-tasks.ts'
import type { OpenSession } from '../session/open-session.ts'
import { writeDurably } from '../vault/durable-file.ts'
import type { ListPrinter } from './list-printer.ts'
import { type SheetHead, sheetHead } from './sheet-head.ts'

/**
 * Lists on their way to paper. A preview is a draft without a number. Order of effects when it is printed or
 * saved: the list is frozen with its number and audited first, then
 * rendered; a failed rendering leaves a number that can be rendered again, never a sheet without a record.
 */
export function listTasks(
  sessions: () => OpenSession,
  printer: ListPrinter,
  dialogs: Dialogs,
): ShellTasksOf<'followups'> & Pick<ShellTasks, 'lists.preview' | 'lists.print'> {
  const requireKept = (printNo: number): Uint8Array => {
    const pdf = printer.kept(printNo)
    if (pdf === undefined) throw new AppError('followups.printFailed', { reason: 'not-rendered' })
    return pdf
  }
  return {
    'followups.preview': async ({ ownerNo, asOf, language }) => {
      const { engine, staff } = sessions()
      const sheet = await engine.call('followups.draftList', { ownerNo, asOf }, staff)
      const { print } = sheet
      const of = { owner: print.ownerNo, asOf: print.asOf }
      return draftWith(print, await printer.draft(of, await headOf({ engine, staff }, sheet, language)))
    },
    'followups.previewMorning': async ({ language }) => {
      const { engine, staff } = sessions()
      const sheet = await engine.call('followups.draftMorning', {}, staff)
      return draftWith(sheet.print, await printer.draft({}, await headOf({ engine, staff }, sheet, language)))
    },
    'followups.print': async ({ ownerNo, asOf, language }) => {
      const { engine, staff } = sessions()
      const list = await engine.call('followups.freezeList', { ownerNo, asOf }, staff)
      const sheet = await engine.call('followups.sheet', { printNo: list.printNo }, staff)
      const pdf = await printer.render(list.printNo, await headOf({ engine, staff }, sheet, language))
      return { list, pdf }
    },
    'followups.printMorning': async ({ language }) => {
      const { engine, staff } = sessions()
      const list = await engine.call('followups.freezeMorning', {}, staff)
      const sheet = await engine.call('followups.morningSheet', { printNo: list.printNo }, staff)
      const pdf = await printer.render(list.printNo, await headOf({ engine, staff }, sheet, language))
      return { list, pdf }
    },
    'followups.printAgain': async ({ printNo, language }) => {
      const { engine, staff } = sessions()
      const { at, kind } = await engine.internal('followups.recordReprint', { printNo }, staff)
      const sheet = await engine.call(SHEET_OF[kind], { printNo }, staff)
      const pdf = await printer.render(printNo, await headOf({ engine, staff }, sheet, language), {
        by: staff.no,
        at,
      })
      return { list: numbered(sheet.print), pdf }
    },
    'lists.preview': async ({ shows, language }) => {
      const { engine, staff } = sessions()
      const sheet = await engine.call('lists.draftSheet', shows, staff)
      const of = { shows: JSON.stringify(shows) }
      return draftWith(sheet.print, await printer.draft(of, await headOf({ engine, staff }, sheet, language)))
    },
    'lists.print': async ({ shows, language }) => {
      const { engine, staff } = sessions()
      const list = await engine.call('lists.freezeSheet', shows, staff)
      const sheet = await engine.call('lists.sheet', { printNo: list.printNo }, staff)
      const pdf = await printer.render(list.printNo, await headOf({ engine, staff }, sheet, language))
      return { list, pdf }
    },
    'followups.sendToPrinter': async ({ printNo }) => {
      requireKept(printNo)
      // What is on paper is recorded also where the screen was locked before the dialog was answered.
      const printing = sessions()
      const sent = await printer.sendToPrinter(printNo)
      if (sent) await record(printing, 'followups.sendToPrinter', printNo)
      return { sent }
    },
    'followups.savePdf': async ({ printNo }, sender) => {
      const pdf = requireKept(printNo)
      const path = await dialogs.saveFile(sender, `${printNo}.pdf`, { extension: 'pdf' })
      if (path === null) return { saved: false }
      await record(sessions(), 'followups.savePdf', printNo)
      writeDurably(path, pdf)
      return { saved: true }
    },
  }
}

async function headOf(
  { engine, staff }: Pick<OpenSession, 'engine' | 'staff'>,
  sheet: Parameters<typeof sheetHead>[0],
  language: Language,
): Promise<SheetHead> {
  return sheetHead(sheet, language, await engine.internal('audit.end', {}, staff))
}

/** What reads a print's sheet. */
const SHEET_OF = {
  daily: 'followups.sheet',
  morning: 'followups.morningSheet',
  customers: 'lists.sheet',
  intents: 'lists.sheet',
  leads: 'lists.sheet',
  referrals: 'lists.sheet',
} as const satisfies Readonly<Record<ListKind, EngineName>>

type SheetPrint = DailySheet['print']

function draftWith(
  print: SheetPrint,
  pdf: Uint8Array,
): { readonly list: DraftList; readonly pdf: Uint8Array } {
  return { list: { ...print, printNo: null }, pdf }
}

/** A print that was read by its number. Throws `followups.notFound` for a draft, which has none. */
function numbered(print: SheetPrint): PrintedList {
  const { printNo } = print
  if (printNo === null) throw new AppError('followups.notFound')
  return { ...print, printNo }
}

async function record(
  { engine, staff }: OpenSession,
  action: RecordedAction,
  printNo: number,
): Promise<void> {
  await engine.internal('audit.record', { action, customerUid: null, detail: { printNo } }, staff)
}
