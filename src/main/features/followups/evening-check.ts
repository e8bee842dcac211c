import type { CheckedRow, EveningCheck } from '../../../shared/contract/followups.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import { fateOf, ROW_FATES } from '../../../shared/domain/work/evening-check.ts'
import { dayBounds } from '../../../shared/domain/work/followup-order.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { flag, integer, type RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { recordsOfPerson } from '../../records/people/person.ts'
import { readFollowup } from './followup-row.ts'

/** A meeting does not go through more than this (our own default); the counts are those of all rows. */
const MOST_ROWS = 300

const { list_print: print, list_print_row: frozen, intent } = TABLES

const PRINTED_INTENT = {
  printNo: integer,
  row: frozen.row_no,
  intentId: frozen.intent_id,
  group: frozen.group_name,
  /** The table lets closed work be without one, and without a next date. */
  ownerNo: intent.owner_no,
  status: intent.status,
  nextOn: intent.next_on,
  touched: flag,
}

/** Each intent once, on the first print of the day that held it: the group it had in the morning is what counts. */
export const PRINTED_FOR_DAY = read(
  PRINTED_INTENT,
  `
  SELECT min(print.print_no) AS printNo, frozen.row_no AS row, frozen.intent_id AS intentId,
    frozen.group_name AS "group", intent.owner_no AS ownerNo, intent.status, intent.next_on AS nextOn,
    EXISTS (SELECT 1 FROM contact
      WHERE contact.customer_id IN (${recordsOfPerson('coalesce(holder.merged_into, holder.id)')}) AND contact.on_date >= print.as_of
        AND contact.intent_id = intent.id) AS touched
  FROM list_print AS print
  JOIN list_print_row AS frozen ON frozen.print_no = print.print_no
  JOIN intent ON intent.id = frozen.intent_id
  JOIN customer AS holder ON holder.id = intent.customer_id
  WHERE print.as_of = ?
  GROUP BY frozen.intent_id
  ORDER BY printNo, row`,
)

type Judged = Omit<CheckedRow, 'line'> & Pick<RowOf<typeof PRINTED_INTENT>, 'intentId' | 'group'>

/** 夕会核对: what of the day's printed lists is done, what moved, what is open, and what nobody touched. */
export function eveningCheck(
  context: ReadContext,
  input: ParsedInputOf<'followups.eveningCheck'>,
): EveningCheck {
  const asOf = input.asOf ?? context.todayOn
  const judged = judge(context, asOf)
  const rows = judged
    .toSorted((one, other) => urgency(one) - urgency(other))
    .slice(0, MOST_ROWS)
    .flatMap(({ intentId, group, ...row }): CheckedRow[] => {
      const line = readFollowup(context, intentId, group, asOf)?.line
      return line === undefined ? [] : [{ ...row, line }]
    })
  return { asOf, prints: printsOf(context.connection, asOf), counts: count(judged), rows }
}

function judge({ connection, calendar }: ReadContext, asOf: CivilDate): Judged[] {
  const bounds = dayBounds(asOf, calendar)
  return PRINTED_FOR_DAY.all(connection, asOf).flatMap(
    ({ printNo, row, intentId, group, ownerNo, status, nextOn, ...printed }): Judged[] => {
      const touched = printed.touched === 1
      const fate = fateOf({ group, isOpen: status === 'open', nextOn: nextOn ?? asOf, touched }, bounds)
      return fate === null ? [] : [{ printNo, row, fate, touched, ownerNo: ownerNo ?? '', intentId, group }]
    },
  )
}

/** What nobody touched comes first. */
function urgency({ fate, touched }: Judged): number {
  return ROW_FATES.indexOf(fate) * 2 + (touched ? 1 : 0)
}

function count(judged: readonly Judged[]): EveningCheck['counts'] {
  const of = (wanted: Judged['fate']) => judged.filter(({ fate }) => fate === wanted).length
  const untouched = judged.filter(({ fate, touched }) => fate === 'open' && !touched).length
  return { open: of('open'), moved: of('moved'), done: of('done'), untouched }
}

const PRINTS_OF_DAY = read(
  { printNo: print.print_no },
  `SELECT print_no AS printNo FROM list_print WHERE as_of = ? AND kind IN ('daily', 'morning') ORDER BY print_no`,
)

function printsOf(connection: ReadConnection, asOf: CivilDate): number[] {
  return PRINTS_OF_DAY.all(connection, asOf).map(({ printNo }) => printNo)
}
