import type { LeadStep } from '../../../shared/contract/leads.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import type { LeadState } from '../../../shared/domain/work/lead.ts'
import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'

/** What a step says beside its state and note. */
export interface StepDetail {
  readonly product?: ProductCode
  readonly level?: IntentLevel
  readonly toNo?: string
}

interface NewStep {
  readonly kind: LeadStep['kind']
  readonly state: LeadState
  readonly note?: string
  readonly detail?: StepDetail
}

/** Adds a line to a lead's history, in the name of who is signed in. */
export function addStep(
  context: Pick<WriteContext, 'connection' | 'nowAt' | 'staff' | 'changed'>,
  leadId: number,
  step: NewStep,
): void {
  writeStep(context, leadId, step, { at: context.nowAt, by: context.staff.no })
}

const INSERT_STEP = write(
  'INSERT INTO lead_step (lead_id, state, note, at, staff_no, kind, detail) VALUES (?, ?, ?, ?, ?, ?, ?)',
)

/**
 * Adds a line to a lead's history.
 * @param moment when it happened and who did it
 */
export function writeStep(
  { connection, changed }: Pick<WriteContext, 'connection' | 'changed'>,
  leadId: number,
  step: NewStep,
  { at, by }: { readonly at: number; readonly by: string },
): void {
  INSERT_STEP.run(
    connection,
    leadId,
    step.state,
    step.note ?? '',
    at,
    by,
    step.kind,
    JSON.stringify(step.detail ?? {}),
  )
  changed('lead_step')
}
