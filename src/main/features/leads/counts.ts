import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import { OPEN_LEAD_STATES, type OpenLeadState } from '../../../shared/domain/work/lead.ts'
import type { ReadContext } from '../../engine/context.ts'
import { leadScope } from './scope.ts'

/** How many open leads stand in each state of the pipeline. */
export function counts(
  { connection, staff }: ReadContext,
  input: ParsedInputOf<'leads.counts'>,
): ResultOf<'leads.counts'> {
  const { condition, values } = leadScope(staff, input)
  const found = connection
    .statement<{ state: OpenLeadState; n: number }>(
      `SELECT state, count(*) AS n FROM lead WHERE closed_at IS NULL AND ${condition} GROUP BY state`,
    )
    .all(...values)
  const of = (state: OpenLeadState) => found.find((each) => each.state === state)?.n ?? 0
  const [first, second, third] = OPEN_LEAD_STATES
  return { [first]: of(first), [second]: of(second), [third]: of(third) } as ResultOf<'leads.counts'>
}
