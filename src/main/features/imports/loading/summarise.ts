import type { BranchSettings } from '../../../../shared/domain/settings.ts'
import { refreshFactsOf } from '../../../engine/facts/refresh.ts'
import { bulkTransaction } from './bulk-transaction.ts'
import type { LoadSession } from './load-session.ts'
import { beat } from './run-record.ts'
import { balanceFromTransactions } from './transaction-balances.ts'

/** People in one short transaction: more would keep a teller waiting, fewer would write the same pages again. Ours. */
const STEP = 128

/**
 * Brings facts, roll-ups and search keys of the people an import touched up to date, a few at a time.
 * @param day the branch's own day, whatever day the extract speaks of
 */
export function* summarise(
  session: LoadSession,
  day: { readonly asOf: string; readonly settings: BranchSettings },
): Generator<{ readonly done: number; readonly total: number }, void> {
  const { connection, run, touched } = session
  let done = 0
  for (const customerIds of touched.chunks(STEP)) {
    bulkTransaction(connection, () => {
      beat(connection, run, session.nowAt, null)
      balanceFromTransactions(connection, customerIds)
      refreshFactsOf(connection, customerIds, day)
    })
    done += customerIds.length
    yield { done, total: touched.count }
  }
}
