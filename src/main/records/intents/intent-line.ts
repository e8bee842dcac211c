import type { CustomerLine, OpenIntent } from '../../../shared/contract/customers.ts'
import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import type { DueRule } from '../../../shared/domain/work/cadence.ts'
import { workPriority } from '../../../shared/domain/work/followup-order.ts'
import type { DecaySettings } from '../../../shared/domain/work/intent.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { asCustomerLine, CUSTOMER_LINE, CUSTOMER_LINE_SQL, customerOf } from '../people/customer-line.ts'
import { asOpenIntent, OPEN_INTENT, OPEN_INTENT_COLUMNS, OPEN_INTENT_OWNER } from './read-open-intents.ts'

/** An intent with the person it is about, masked. */
export interface IntentLine {
  readonly intent: OpenIntent
  readonly customer: CustomerLine
  readonly priority: number
  readonly dueRule: DueRule | null
  readonly open: boolean
  /** The record that others were merged into. */
  readonly personId: number
}

const { intent, customer } = TABLES

const ROW = {
  ...OPEN_INTENT,
  ...CUSTOMER_LINE,
  personId: customer.id,
  dueRule: intent.due_rule,
  status: intent.status,
}

const INTENT_NUMBERED = read(
  ROW,
  `SELECT ${OPEN_INTENT_COLUMNS}, ${CUSTOMER_LINE_SQL},
         customer.id AS personId, intent.due_rule AS dueRule, intent.status
       FROM intent ${OPEN_INTENT_OWNER} ${customerOf('intent')} WHERE intent.id = ?`,
)

/** One line, open or closed; undefined where there is no such intent. Lists are cut first and read line by line. */
export function readIntentLine(
  connection: ReadConnection,
  intentId: number,
  asOf: CivilDate,
  settings: DecaySettings,
): IntentLine | undefined {
  const row = INTENT_NUMBERED.get(connection, intentId)
  return row === undefined ? undefined : asIntentLine(row, asOf, settings)
}

function asIntentLine(row: RowOf<typeof ROW>, asOf: CivilDate, settings: DecaySettings): IntentLine {
  const intent = asOpenIntent(row, asOf, settings)
  const customer = asCustomerLine(row)
  return {
    intent,
    customer,
    priority: workPriority(customer.value, intent.currentLevel),
    dueRule: row.dueRule === null ? null : (JSON.parse(row.dueRule) as DueRule),
    open: row.status === 'open',
    personId: row.personId,
  }
}
