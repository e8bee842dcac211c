import type { CustomerPage } from '../../../../shared/contract/customer-lists.ts'
import type { ParsedInputOf, ResultOf } from '../../../../shared/contract/index.ts'
import type { ListRequest } from '../../../../shared/contract/lists.ts'
import { MOST_REFERRALS } from '../../../../shared/contract/referrals.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import type { Language } from '../../../../shared/locale/languages.ts'
import type { ReadContext } from '../../../engine/context.ts'
import { customersFile } from './customers-file.ts'
import type { ListFile } from './list-file.ts'
import { followupsFile, intentsFile, leadsFile, referralsFile } from './work-files.ts'

type PagedName = 'intents.list' | 'leads.list' | 'referrals.list' | 'followups.list'
type Read<N extends PagedName> = (context: ReadContext, input: ParsedInputOf<N>) => ResultOf<N>

/** How the lists of other features are read, each as its screen reads it: what a caller may not see there stays out. */
export interface ListSources {
  customers(context: ReadContext, request: ParsedInputOf<'customers.browse'>): CustomerPage
  readonly intents: Read<'intents.list'>
  readonly leads: Read<'leads.list'>
  readonly referrals: Read<'referrals.list'>
  readonly followups: Read<'followups.list'>
}

/** Rows of a list as its file has them. */
export interface Portion {
  readonly rows: readonly {
    readonly customerUid: string | null
    cells(todayOn: string, language: Language): readonly string[]
  }[]
  /** Where the list goes on; null at its end. */
  readonly nextCursor: string | null
}

/** A list that is read to its end, portion by portion. */
export interface WholeList {
  head(language: Language): readonly string[]
  portion(context: ReadContext, cursor: string | null): Portion
}

const ROWS_A_STEP = 50

/** @throws AppError `lists.tooLong` from `portion` where a list is longer than its screen reads */
export function wholeList(sources: ListSources, request: ListRequest): WholeList {
  switch (request.list) {
    case 'customers':
      return paged(customersFile, (context, cursor) => {
        const page = sources.customers(context, { ...request.asked, cursor, limit: ROWS_A_STEP })
        return { rows: page.lines, nextCursor: page.nextCursor }
      })
    case 'intents':
      return paged(intentsFile, (context, cursor) =>
        sources.intents(context, { ...request.asked, cursor, limit: ROWS_A_STEP }),
      )
    case 'leads':
      return paged(leadsFile, (context, cursor) => {
        const page = sources.leads(context, { ...request.asked, cursor, limit: ROWS_A_STEP })
        return { rows: page.leads, nextCursor: page.nextCursor }
      })
    case 'referrals':
      return paged(referralsFile, (context) => {
        const { rows, total } = sources.referrals(context, { ...request.asked, limit: MOST_REFERRALS })
        return atOnce(rows, total)
      })
    case 'followups':
      return paged(followupsFile, (context) => {
        const { rows, total } = sources.followups(context, request.asked)
        return atOnce(rows, total)
      })
  }
}

/** A list that is not read page by page is whole, or it is no list to take along. */
function atOnce<Row>(rows: readonly Row[], total: number): Page<Row> {
  if (total > rows.length) throw new AppError('lists.tooLong', { most: rows.length })
  return { rows, nextCursor: null }
}

interface Page<Row> {
  readonly rows: readonly Row[]
  readonly nextCursor: string | null
}

function paged<Row>(
  file: ListFile<Row>,
  readPage: (context: ReadContext, cursor: string | null) => Page<Row>,
): WholeList {
  return {
    head: (language) => file.head(language),
    portion(context, cursor) {
      const { rows, nextCursor } = readPage(context, cursor)
      return {
        nextCursor,
        rows: rows.map((row) => ({
          customerUid: file.customerOf(row),
          cells: (todayOn, language) => file.cells(row, todayOn, language),
        })),
      }
    },
  }
}
