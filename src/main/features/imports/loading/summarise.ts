import type { BranchSettings } from '../../../../shared/domain/settings.ts'
import { refreshFactsOf } from '../../../engine/facts/refresh.ts'
import { joinLeadsToPeople } from '../../../engine/leads/join.ts'
import { Pace } from '../../../engine/pace.ts'
import { carryOutMoves } from '../../../engine/search-index/carry-out-moves.ts'
import { planSearchMoves } from '../../../engine/search-index/plan-moves.ts'
import { bulkTransaction } from './bulk-transaction.ts'
import type { LoadSession } from './load-session.ts'
import { balanceFromTransactions } from './transaction-balances.ts'

/** People in one short transaction. Ours. */
const PEOPLE_A_STEP = { fewest: 128, most: 1_000 }

/**
 * Brings facts and roll-ups of the people an import touched up to date, a few at a time, and then their search keys,
 * many at once.
 * @param day the branch's own day, whatever day the extract speaks of
 */
export function* summarise(
  session: LoadSession,
  day: { readonly asOf: string; readonly settings: BranchSettings },
  nowAt: () => number,
): Generator<{ readonly done: number; readonly total: number }, void> {
  const { connection, touched } = session
  const pace = new Pace(nowAt, PEOPLE_A_STEP)
  let done = 0
  for (const people of touched.chunks(PEOPLE_A_STEP.most)) {
    while (people.length > 0) {
      done += pace.step((size) => {
        const customerIds = people.splice(0, size)
        bulkTransaction(session, null, () => {
          balanceFromTransactions(connection, customerIds)
          // What a stranger said of being analysed counts for the customer they became.
          joinLeads(session, customerIds, day.asOf)
          refreshFactsOf(connection, customerIds, day, planSearchMoves)
        })
        return customerIds.length
      })
      yield { done, total: 2 * touched.count }
    }
  }
  for (const moved of carryOutMoves(connection, (work) => bulkTransaction(session, null, work))) {
    yield { done: done + moved.done, total: done + moved.total }
  }
}

/** Strangers who have opened an account since they were met (L7). */
function joinLeads({ connection, run, nowAt }: LoadSession, customerIds: readonly number[], todayOn: string) {
  joinLeadsToPeople(connection, customerIds, { nowAt, todayOn, importId: run.id })
}
