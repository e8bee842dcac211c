import type { BranchSettings } from '../../../../shared/domain/branch/settings.ts'
import type { JobContext } from '../../../engine/jobs.ts'
import { Pace } from '../../../engine/pace.ts'
import { carryOutMoves } from '../../../engine/search-index/moves.ts'
import { planSearchMoves } from '../../../engine/search-index/writer.ts'
import { refreshFactsOf } from '../../../records/facts/refresh.ts'
import { joinLeadsToPeople } from '../../../records/leads/join.ts'
import { balanceFromTransactions } from './account-balances.ts'
import {
  clockOf,
  type ImportStep,
  inShortTransaction,
  type LoadSession,
  type ProgressMeter,
  progressStep,
} from './session.ts'

/** People in one short transaction. Our own default. */
const PEOPLE_A_STEP = { fewest: 128, most: 1_000 }

/** Summarises the touched people for the branch's day, with progress. */
export function* summariseSteps(
  context: JobContext,
  session: LoadSession,
  meter: ProgressMeter,
  betweenSteps: () => void = () => {},
): Generator<ImportStep> {
  const nowAt = clockOf(context)
  const { todayOn, settings } = context.runner.readContext(context.staff)
  const startedAt = nowAt()
  for (const { done, total } of summarise(session, { asOf: todayOn, settings }, nowAt)) {
    betweenSteps()
    yield progressStep(meter.summarising(session.counts.rows, session.nowAt, startedAt, done / total))
  }
}

/**
 * Brings facts and roll-ups of the people an import touched up to date, a few at a time, and then their search keys,
 * many at once.
 * @param day the branch's own day, whatever day the extract speaks of
 */
function* summarise(
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
        inShortTransaction(session, () => {
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
  for (const moved of carryOutMoves(connection, (work) => inShortTransaction(session, work))) {
    yield { done: done + moved.done, total: done + moved.total }
  }
}

/** Strangers who have opened an account since they were met (L7). */
function joinLeads({ connection, run, nowAt }: LoadSession, customerIds: readonly number[], todayOn: string) {
  joinLeadsToPeople(connection, customerIds, { nowAt, todayOn, importId: run.id })
}
