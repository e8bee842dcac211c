import type { BranchSettings } from '../../../../shared/domain/settings.ts'
import { refreshFactsOf } from '../../../engine/facts/refresh.ts'
import { carryOutMoves } from '../../../engine/search-index/carry-out-moves.ts'
import { planSearchMoves } from '../../../engine/search-index/plan-moves.ts'
import { bulkTransaction } from './bulk-transaction.ts'
import type { LoadSession } from './load-session.ts'
import { beat } from './run-record.ts'
import { balanceFromTransactions } from './transaction-balances.ts'

/** People in one short transaction: more would keep a teller waiting, fewer would write the same pages again. Ours. */
const STEP = 128

/**
 * Brings facts and roll-ups of the people an import touched up to date, a few at a time, and then their search keys,
 * many at once.
 * @param day the branch's own day, whatever day the extract speaks of
 */
export function* summarise(
  session: LoadSession,
  day: { readonly asOf: string; readonly settings: BranchSettings },
): Generator<{ readonly done: number; readonly total: number }, void> {
  const { connection, touched } = session
  let done = 0
  for (const customerIds of touched.chunks(STEP)) {
    inRun(session, () => {
      balanceFromTransactions(connection, customerIds)
      refreshFactsOf(connection, customerIds, day, planSearchMoves)
    })
    done += customerIds.length
    yield { done, total: 2 * touched.count }
  }
  for (const moved of carryOutMoves(connection, (work) => inRun(session, work))) {
    yield { done: done + moved.done, total: done + moved.total }
  }
}

function inRun({ connection, run, nowAt }: LoadSession, work: () => void): void {
  bulkTransaction(connection, () => {
    beat(connection, run, nowAt, null)
    work()
  })
}
