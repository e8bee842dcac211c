import type { CustomerPage, CustomerRow, ListTotal } from '../../../shared/contract/customer-lists.ts'
import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import type { LeadRow } from '../../../shared/contract/leads.ts'
import type { ListContent, ListOnPaper, OnPaper, PaperIntent } from '../../../shared/contract/lists.ts'
import type { ReferralRow } from '../../../shared/contract/referrals.ts'
import type { ReadContext } from '../../engine/context.ts'
import { readIntentLine } from '../../records/intents/intent-line.ts'
import { lastContactOn } from '../../records/leads/last-contact.ts'
import { readLeadLine } from '../../records/leads/lead-line.ts'
import { customersOf } from '../../records/prints/frozen-print.ts'
import { intentsOf, leadsOf, referralsOf } from '../../records/prints/frozen-work.ts'

/** Longer paper is no work list but a copy of the branch to lose (P2). Our own default; it holds the first of the list. */
const MOST_ON_PAPER = 300

type PagedName = 'intents.list' | 'leads.list' | 'referrals.list'
type Read<N extends PagedName> = (context: ReadContext, input: ParsedInputOf<N>) => ResultOf<N>
type AskedCustomers = OnPaper<'customers'>['asked']

/**
 * How the lists of other features are read, as their screens read them: what a caller may not see there comes on no
 * paper. A row of a print is read by the number of its record.
 */
export interface PaperSources {
  customers(
    context: ReadContext,
    request: AskedCustomers & { readonly cursor: string | null; readonly limit: number },
  ): CustomerPage
  customer(context: ReadContext, rootId: number, asked: AskedCustomers): CustomerRow | null
  readonly intents: Read<'intents.list'>
  readonly leads: Read<'leads.list'>
  readonly referrals: Read<'referrals.list'>
  referral(context: ReadContext, referralId: number): ReferralRow
}

/** The first rows of a list as they are now, and how many it has. */
export function contentNow(sources: PaperSources, context: ReadContext, shows: ListOnPaper): ListContent {
  switch (shows.list) {
    case 'customers': {
      const { lines, total } = sources.customers(context, {
        ...shows.asked,
        cursor: null,
        limit: MOST_ON_PAPER,
      })
      return {
        list: 'customers',
        shows,
        rows: lines,
        total: total ?? { people: lines.length, orMore: false },
      }
    }
    case 'intents': {
      const asked = { ...shows.asked, cursor: null, limit: MOST_ON_PAPER }
      const { rows, total } = sources.intents(context, asked)
      return {
        list: 'intents',
        shows,
        rows: rows.map((row) => ({ ...row, open: true })),
        total: { people: total, orMore: false },
      }
    }
    case 'leads': {
      const { rows, more } = firstLeads(sources, context, shows.asked)
      return { list: 'leads', shows, rows, total: { people: rows.length, orMore: more } }
    }
    case 'referrals': {
      const { rows, total } = sources.referrals(context, { ...shows.asked, limit: MOST_ON_PAPER })
      return { list: 'referrals', shows, rows, total: { people: total, orMore: false } }
    }
  }
}

/** As many as a page of leads holds at most. */
const LEADS_A_PAGE = 100

/** Leads are read page by page; nothing counts a whole list of them. */
function firstLeads(
  sources: PaperSources,
  context: ReadContext,
  asked: OnPaper<'leads'>['asked'],
): { readonly rows: readonly LeadRow[]; readonly more: boolean } {
  const rows: LeadRow[] = []
  let cursor: string | null = null
  do {
    const limit: number = Math.min(LEADS_A_PAGE, MOST_ON_PAPER - rows.length)
    const page: ResultOf<'leads.list'> = sources.leads(context, { ...asked, cursor, limit })
    rows.push(...page.leads)
    cursor = page.nextCursor
  } while (cursor !== null && rows.length < MOST_ON_PAPER)
  return { rows, more: cursor !== null }
}

/** The rows of a print in its order, with people and work as they are now. */
export function contentOfPrint(
  sources: PaperSources,
  context: ReadContext,
  printNo: number,
  { shows, total }: { readonly shows: ListOnPaper; readonly total: ListTotal },
): ListContent {
  const { connection } = context
  switch (shows.list) {
    case 'customers': {
      const rows = customersOf(context, printNo).flatMap(
        ({ id }) => sources.customer(context, id, shows.asked) ?? [],
      )
      return { list: 'customers', shows, total, rows }
    }
    case 'intents':
      return { list: 'intents', shows, total, rows: printedIntents(context, printNo) }
    case 'leads': {
      const rows = leadsOf(connection, printNo).flatMap(({ id }): LeadRow[] => {
        const line = readLeadLine(connection, id)
        return line === undefined ? [] : [{ ...line, lastContactOn: lastContactOn(connection, id) }]
      })
      return { list: 'leads', shows, total, rows }
    }
    case 'referrals': {
      const rows = referralsOf(connection, printNo).map(({ id }) => sources.referral(context, id))
      return { list: 'referrals', shows, total, rows }
    }
  }
}

function printedIntents({ connection, todayOn, settings }: ReadContext, printNo: number): PaperIntent[] {
  return intentsOf(connection, printNo).flatMap(({ id, lastContactOn }) => {
    const line = readIntentLine(connection, id, todayOn, settings)
    if (line === undefined) return []
    const { intent, customer, priority, dueRule, open } = line
    return [{ intent, customer, priority, dueRule, open, lastContactOn }]
  })
}
