import type { CheckedRow, EveningCheck, FollowupGroup } from '../../../shared/contract/followups.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import { fateOf, ROW_FATES } from '../../../shared/domain/work/evening-check.ts'
import { dayBounds } from '../../../shared/domain/work/followup-order.ts'
import type { Connection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { recordsOfPerson } from '../../records/people/person.ts'
import { readFollowup } from './followup-row.ts'

/** A meeting does not go through more than this (ours); the counts are those of all rows. */
const MOST_ROWS = 300

interface PrintedIntent {
  readonly printNo: number
  readonly row: number
  readonly intentId: number
  readonly group: FollowupGroup
  readonly ownerNo: string | null
  readonly status: string
  readonly nextOn: CivilDate | null
  readonly touched: number
}

/** Each intent once, on the first print of the day that held it: the group it had in the morning is what counts. */
export const PRINTED_FOR_DAY = `
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
  ORDER BY printNo, row`

type Judged = Omit<CheckedRow, 'line'> & Pick<PrintedIntent, 'intentId' | 'group'>

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
  return connection
    .statement<PrintedIntent>(PRINTED_FOR_DAY)
    .all(asOf)
    .flatMap(({ printNo, row, intentId, group, ownerNo, status, nextOn, ...printed }): Judged[] => {
      const touched = printed.touched === 1
      const fate = fateOf({ group, isOpen: status === 'open', nextOn: nextOn ?? asOf, touched }, bounds)
      return fate === null ? [] : [{ printNo, row, fate, touched, ownerNo: ownerNo ?? '', intentId, group }]
    })
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

function printsOf(connection: Connection, asOf: CivilDate): number[] {
  return connection
    .statement<{ printNo: number }>(
      'SELECT print_no AS printNo FROM list_print WHERE as_of = ? ORDER BY print_no',
    )
    .all(asOf)
    .map(({ printNo }) => printNo)
}
