import type { Published } from '../../../shared/contract/events/index.ts'
import type { PrintedList } from '../../../shared/contract/followups.ts'
import type { ListContent, ListOnPaper } from '../../../shared/contract/lists.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import type { ReadContext, WriteContext } from '../../engine/context.ts'
import type { HandlersOf } from '../../engine/handlers.ts'
import { branchOnPaper } from '../../records/prints/branch-on-paper.ts'
import { draftOf } from '../../records/prints/draft-list.ts'
import { insertPeople, insertPrint, peopleOf, strangersOf } from '../../records/prints/frozen-print.ts'
import { insertWork } from '../../records/prints/frozen-work.ts'
import { printedList, shownOn } from '../../records/prints/printed-list.ts'
import { frozenList } from './frozen-list.ts'
import { contentNow, contentOfPrint, type PaperSources } from './list-content.ts'

type SheetHandlers = Pick<HandlersOf<'lists'>, 'lists.draftSheet' | 'lists.freezeSheet' | 'lists.sheet'>

/** Lists on their way to paper (P2): masked as on the screen, in its filter, order and columns. */
export function createSheetHandlers(sources: PaperSources): SheetHandlers {
  const forPaper = (context: ReadContext, shows: ListOnPaper): ListContent => {
    const content = contentNow(sources, context, shows)
    if (content.rows.length === 0) throw new AppError('lists.empty')
    return content
  }
  return {
    'lists.draftSheet': (context, shows) => {
      const { staff, todayOn, connection } = context
      const content = forPaper(context, shows)
      const rows = content.rows.length
      context.note({ list: shows.list, rows })
      context.publish({} satisfies Published<'lists.draftSheet'>)
      return {
        print: draftOf(context, shows.list, staff, todayOn, rows),
        ...branchOnPaper(connection),
        ...content,
      }
    },
    'lists.freezeSheet': (context, shows) => freeze(context, forPaper(context, shows)),
    'lists.sheet': (context, { printNo }) => {
      const print = requirePrint(context, printNo)
      const kept = frozenList(shownOn(context.connection, printNo))
      if (kept.shows.list !== print.kind) throw new AppError('followups.notFound')
      const content = contentOfPrint(sources, context, printNo, kept)
      context.note({ printNo, rows: content.rows.length })
      return { print, ...branchOnPaper(context.connection), ...content }
    },
  }
}

/** Takes a number, and names everybody on the paper in the audit before anything leaves. */
function freeze(context: WriteContext, content: ListContent): PrintedList {
  const { staff, todayOn, connection } = context
  const { list, shows, total } = content
  const rows = content.rows.length
  const { printNo, listUid } = insertPrint(context, list, staff.no, todayOn, JSON.stringify({ shows, total }))
  insertContent(context, printNo, content)
  context.about(...peopleOf(context, printNo))
  context.aboutStrangers(...strangersOf(context, printNo))
  context.note({ printNo, list, rows })
  context.publish({ listUid, printNo, asOf: todayOn, rows } satisfies Published<'lists.freezeSheet'>)
  const print = printedList(connection, printNo)
  if (print === undefined) throw new AppError('followups.notFound')
  return print
}

function insertContent(context: WriteContext, printNo: number, content: ListContent): void {
  const { list, rows } = content
  if (list === 'customers') insertPeople(context, printNo, uidsOf(rows))
  else if (list === 'intents') insertWork(context, printNo, list, uidsOf(rows.map(({ intent }) => intent)))
  else insertWork(context, printNo, list, uidsOf(rows))
}

function uidsOf(rows: readonly { readonly uid: string }[]): string[] {
  return rows.map(({ uid }) => uid)
}

/** @throws AppError `followups.notFound`, `call.notAllowed` for a colleague's, except for who shares out the work */
function requirePrint({ connection, staff }: WriteContext, printNo: number): PrintedList {
  const print = printedList(connection, printNo)
  if (print === undefined) throw new AppError('followups.notFound')
  if (print.printedByNo !== staff.no && !sharesOutWork(staff.role)) throw new AppError('call.notAllowed')
  return print
}
