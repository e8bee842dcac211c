import type { CustomerPage, CustomerRow, ListTotal } from '../../../shared/contract/customer-lists.ts'
import type { Published } from '../../../shared/contract/events/index.ts'
import type { PrintedList } from '../../../shared/contract/followups.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { CustomerSheet } from '../../../shared/contract/lists.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import type { ReadContext, WriteContext } from '../../engine/context.ts'
import type { HandlersOf } from '../../engine/handlers.ts'
import { branchOnPaper } from '../../records/prints/branch-on-paper.ts'
import { draftOf } from '../../records/prints/draft-list.ts'
import { customersOf, insertPeople, insertPrint } from '../../records/prints/frozen-print.ts'
import { printedList, shownOn } from '../../records/prints/printed-list.ts'
import { frozenList } from './frozen-list.ts'

/** Longer paper is no work list but a copy of the branch to lose (our own default); it holds the first of the list. */
const MOST_ON_PAPER = 300

type Asked = ParsedInputOf<'lists.draftSheet'>['asked']

/** How lists of customers are read: page by page, and one row by the number of its record. */
export interface CustomerLists {
  page(
    context: ReadContext,
    request: Asked & { readonly cursor: string | null; readonly limit: number },
  ): CustomerPage
  row(context: ReadContext, rootId: number, asked: Asked): CustomerRow | null
}

type SheetHandlers = Pick<HandlersOf<'lists'>, 'lists.draftSheet' | 'lists.freezeSheet' | 'lists.sheet'>

/** Lists of customers on their way to paper (P2): masked as on the screen, in its filter, order and columns. */
export function createSheetHandlers(lists: CustomerLists): SheetHandlers {
  const forPaper = (context: ReadContext, asked: Asked) => {
    const { lines, total } = lists.page(context, { ...asked, cursor: null, limit: MOST_ON_PAPER })
    if (lines.length === 0) throw new AppError('lists.empty')
    return { lines, total: total ?? { people: lines.length, orMore: false } }
  }
  return {
    'lists.draftSheet': (context, shows) => {
      const { staff, todayOn, connection } = context
      const { lines, total } = forPaper(context, shows.asked)
      context.note({ list: 'customers', rows: lines.length })
      context.publish({} satisfies Published<'lists.draftSheet'>)
      const print = draftOf(context, 'customers', staff, todayOn, lines.length)
      return { print, ...branchOnPaper(connection), shows, total, rows: lines }
    },
    'lists.freezeSheet': (context, shows) => {
      const { lines, total } = forPaper(context, shows.asked)
      return freeze(context, shows, total, lines)
    },
    'lists.sheet': (context, { printNo }) => {
      const print = requirePrint(context, printNo)
      const { shows, total } = frozenList(shownOn(context.connection, printNo))
      const rows = customersOf(context, printNo).flatMap(
        ({ id }) => lists.row(context, id, shows.asked) ?? [],
      )
      context.note({ printNo, rows: rows.length })
      return { print, ...branchOnPaper(context.connection), shows, total, rows }
    },
  }
}

/** Takes a number, and names everybody on the paper in the audit before anything leaves. */
function freeze(
  context: WriteContext,
  shows: CustomerSheet['shows'],
  total: ListTotal,
  lines: readonly CustomerRow[],
): PrintedList {
  const { staff, todayOn, connection } = context
  const uids = lines.map(({ uid }) => uid)
  const kept = JSON.stringify({ shows, total })
  const { printNo, listUid } = insertPrint(context, 'customers', staff.no, todayOn, kept)
  insertPeople(context, printNo, uids)
  context.changed('list_print', 'list_print_person')
  context.about(...uids)
  context.note({ printNo, list: 'customers', rows: uids.length })
  const frozen = { listUid, printNo, asOf: todayOn, rows: uids.length }
  context.publish(frozen satisfies Published<'lists.freezeSheet'>)
  const print = printedList(connection, printNo)
  if (print === undefined) throw new AppError('followups.notFound')
  return print
}

/** @throws AppError `followups.notFound`, `call.notAllowed` for a colleague's, except for who shares out the work */
function requirePrint({ connection, staff }: WriteContext, printNo: number): PrintedList {
  const print = printedList(connection, printNo)
  if (print?.kind !== 'customers') throw new AppError('followups.notFound')
  if (print.printedByNo !== staff.no && !sharesOutWork(staff.role)) throw new AppError('call.notAllowed')
  return print
}
