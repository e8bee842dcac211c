import type { ParsedInputOf, ResultOf } from '../../../shared/contract/index.ts'
import { OPEN_LEAD_STATES, type OpenLeadState } from '../../../shared/domain/work/lead.ts'
import type { ReadContext } from '../../engine/context.ts'
import { integer } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { leadScope, perScope } from './scope.ts'

const OPEN_BY_STATE = perScope((condition) =>
  read(
    { state: TABLES.lead.state, n: integer },
    `SELECT state, count(*) AS n FROM lead WHERE closed_at IS NULL AND ${condition} GROUP BY state`,
  ),
)

/** How many open leads stand in each state of the pipeline. */
export function counts(
  { connection, staff }: ReadContext,
  input: ParsedInputOf<'leads.counts'>,
): ResultOf<'leads.counts'> {
  const { scope, values } = leadScope(staff, input)
  const found = OPEN_BY_STATE[scope].all(connection, ...values)
  const of = (state: OpenLeadState) => found.find((each) => each.state === state)?.n ?? 0
  const [first, second, third] = OPEN_LEAD_STATES
  return { [first]: of(first), [second]: of(second), [third]: of(third) } as ResultOf<'leads.counts'>
}
