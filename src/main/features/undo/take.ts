import type { Published } from '../../../shared/contract/events/index.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { DoneStep } from '../../../shared/contract/undo.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { canUndo, UNDO_WINDOW_MS } from '../../../shared/domain/work/undo-window.ts'
import type { WriteContext } from '../../engine/context.ts'
import type { Changes, RestoredTable } from '../../engine/undo/record-changes.ts'
import { newestSlipOf, takeSlip } from '../../engine/undo/slip.ts'
import { refreshFactsIn } from '../../records/facts/refresh.ts'
import { letGoOfVisits } from '../../records/prompts/write-prompt.ts'
import { stepOf } from './newest.ts'
import { peopleOf } from './step-links.ts'

/**
 * Takes back the caller's newest step (X2): all of its rows are as they were, or, where something rests on one of them,
 * nothing is taken back. What follows from the rows is counted again.
 * @throws AppError `undo.nothing`, `undo.notNewest`, `undo.tooLate`, `undo.builtUpon`
 */
export function take(context: WriteContext, { operationId }: ParsedInputOf<'undo.take'>): DoneStep {
  const { connection, staff, nowAt } = context
  const slip = newestSlipOf(connection, staff.no)
  if (slip === undefined) throw new AppError('undo.nothing')
  if (slip.operationId !== operationId) throw new AppError('undo.notNewest')
  if (!canUndo(slip.at, nowAt)) throw new AppError('undo.tooLate', { seconds: UNDO_WINDOW_MS / 1000 })
  const { changes, operation } = slip
  const step = stepOf(connection, slip)
  letGoOfVisits(context, visitsBegunIn(changes))
  const tables = takeSlip(connection, slip, nowAt)
  context.changed('undo_slip', ...tables)
  if (tables.some((table) => COUNTED_IN_FACTS.includes(table))) refreshFactsIn(context, recordsIn(changes))
  const { customerUids, leadUids } = peopleOf(connection, slip)
  context.about(...customerUids)
  context.aboutStrangers(...leadUids)
  context.note({ undone: operation, of: slip.auditSeq })
  context.publish({ operationId, operation } satisfies Published<'undo.take'>)
  return step
}

/** Facts, tier and work lists rest on these. */
const COUNTED_IN_FACTS: readonly RestoredTable[] = ['consent', 'contact', 'intent', 'intent_evidence', 'lead']

/** Every record of a customer that a row of the step hung on, before it or after. */
function recordsIn({ steps, left }: Changes): readonly number[] {
  const images = [...steps.map(({ before }) => before), ...left.map(({ after }) => after)]
  const ids = images.flatMap((image) => {
    const id = image?.customer_id
    return typeof id === 'number' ? [id] : []
  })
  return [...new Set(ids)]
}

/** Visits that the step put in. */
function visitsBegunIn({ steps }: Changes): readonly number[] {
  return steps.flatMap(({ table, key, before }) => {
    const [id] = key
    return table === 'visit' && before === null && typeof id === 'number' ? [id] : []
  })
}
