import { writeFile } from 'node:fs/promises'
import type { RecordedAction } from '../../shared/contract/internal/audit.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import type { Dialogs } from '../ipc/dialogs.ts'
import type { ShellTasksOf } from '../ipc/shell-tasks.ts'
import type { OpenSession } from '../session/open-session.ts'
import { OWNER_ONLY } from '../vault/durable-file.ts'
import type { ListPrinter } from './list-printer.ts'
import { sheetHead } from './sheet-head.ts'

/**
 * The daily list on its way to paper. Order of effects: the list is frozen with its number and audited first, then
 * rendered; a failed rendering leaves a number that can be rendered again, never a sheet without a record.
 */
export function listTasks(
  sessions: () => OpenSession,
  printer: ListPrinter,
  dialogs: Dialogs,
): ShellTasksOf<'followups'> {
  const requireKept = (printNo: number): Uint8Array => {
    const pdf = printer.kept(printNo)
    if (pdf === undefined) throw new AppError('followups.printFailed', { reason: 'not-rendered' })
    return pdf
  }
  return {
    'followups.print': async ({ ownerNo, asOf, language }) => {
      const { engine, staff } = sessions()
      const list = await engine.call('followups.freezeList', { ownerNo, asOf }, staff)
      const sheet = await engine.call('followups.sheet', { printNo: list.printNo }, staff)
      const pdf = await printer.render(list.printNo, sheetHead(sheet, language))
      return { list, pdf }
    },
    'followups.printMorning': async ({ language }) => {
      const { engine, staff } = sessions()
      const list = await engine.call('followups.freezeMorning', {}, staff)
      const sheet = await engine.call('followups.morningSheet', { printNo: list.printNo }, staff)
      const pdf = await printer.render(list.printNo, sheetHead(sheet, language))
      return { list, pdf }
    },
    'followups.printAgain': async ({ printNo, language }) => {
      const { engine, staff } = sessions()
      const { at, kind } = await engine.internal('followups.recordReprint', { printNo }, staff)
      const read = kind === 'daily' ? 'followups.sheet' : 'followups.morningSheet'
      const sheet = await engine.call(read, { printNo }, staff)
      const pdf = await printer.render(printNo, sheetHead(sheet, language), { by: staff.no, at })
      return { list: sheet.print, pdf }
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
      await writeFile(path, pdf, { mode: OWNER_ONLY })
      return { saved: true }
    },
  }
}

async function record(
  { engine, staff }: OpenSession,
  action: RecordedAction,
  printNo: number,
): Promise<void> {
  await engine.internal('audit.record', { action, customerUid: null, detail: { printNo } }, staff)
}
