import type { ListKind } from '../../../shared/contract/followups.ts'
import { addDays, type CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import type { PlacedItem } from '../../../shared/domain/work/followup-order.ts'
import type { ReadContext, WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, write } from '../../engine/statement.ts'
import { personOf } from '../people/person.ts'

const INSERT_PRINT = write(
  `INSERT INTO list_print (uid, kind, owner_no, printed_by, printed_at, as_of, shred_by, shows)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
)

/**
 * Gives out the next print number.
 * @param shows of a list as a screen has it, as JSON: what was asked for, in which columns, and how many there were
 */
export function insertPrint(
  context: WriteContext,
  kind: ListKind,
  ownerNo: string,
  asOf: CivilDate,
  shows: string | null = null,
): { readonly printNo: number; readonly listUid: string } {
  const { connection, nowAt, todayOn, settings, staff } = context
  const listUid = context.newUid()
  context.changed('list_print')
  const { lastId } = INSERT_PRINT.run(
    connection,
    listUid,
    kind,
    ownerNo,
    staff.no,
    nowAt,
    asOf,
    addDays(todayOn, settings.shredAfterDays),
    shows,
  )
  return { printNo: lastId, listUid }
}

const INSERT_ROW = write(
  'INSERT INTO list_print_row (print_no, row_no, intent_id, group_name) VALUES (?, ?, ?, ?)',
)

/** Numbers the rows of a list of work in the order given. */
export function insertRows(
  { connection }: WriteContext,
  printNo: number,
  items: readonly PlacedItem[],
): void {
  for (const [index, { id, group }] of items.entries())
    INSERT_ROW.run(connection, printNo, index + 1, id, group)
}

const INSERT_PERSON = write(
  `INSERT INTO list_print_person (print_no, row_no, customer_id)
       SELECT ?, ?, id FROM customer WHERE uid = ?`,
)

/** Numbers the rows of a list of customers in the order given. */
export function insertPeople(context: WriteContext, printNo: number, uids: readonly string[]): void {
  for (const [index, uid] of uids.entries()) INSERT_PERSON.run(context.connection, printNo, index + 1, uid)
  context.changed('list_print_person')
}

const PEOPLE_OF_PRINT = read(
  { uid: TABLES.customer.uid },
  `SELECT person.uid FROM list_print_row AS frozen
       JOIN intent ON intent.id = frozen.intent_id ${personOf('intent')}
       WHERE frozen.print_no = ? GROUP BY person.uid ORDER BY min(frozen.row_no)`,
)

const CUSTOMERS_OF_PRINT = read(
  { id: TABLES.customer.id, uid: TABLES.customer.uid },
  `SELECT person.id, person.uid FROM list_print_person ${personOf('list_print_person')}
       WHERE list_print_person.print_no = ? GROUP BY person.id ORDER BY min(list_print_person.row_no)`,
)

/** The people of a printed list of customers, in its order; two who are one by now stand there once. */
export function customersOf(
  { connection }: ReadContext,
  printNo: number,
): readonly { readonly id: number; readonly uid: string }[] {
  return CUSTOMERS_OF_PRINT.all(connection, printNo)
}

/** The work of a print: an intent, a referral or, where it is neither, a lead. */
const WORK_OF_PRINT = `
  FROM list_print_work AS frozen
  LEFT JOIN intent ON intent.id = frozen.intent_id
  LEFT JOIN referral ON referral.id = frozen.referral_id`

const PEOPLE_OF_WORK = read(
  { uid: TABLES.customer.uid },
  `SELECT person.uid ${WORK_OF_PRINT}
       LEFT JOIN lead ON lead.id = coalesce(frozen.lead_id, referral.lead_id)
       JOIN customer AS holder ON holder.id = coalesce(intent.customer_id, referral.customer_id, lead.customer_id)
       JOIN customer AS person ON person.id = coalesce(holder.merged_into, holder.id)
       WHERE frozen.print_no = ? GROUP BY person.uid ORDER BY min(frozen.row_no)`,
)

/** Every customer who stands on the paper, once each: a print is seeing them (P2). A stranger who has become one is one. */
export function peopleOf(context: WriteContext, printNo: number): string[] {
  const { connection } = context
  const found = [
    ...PEOPLE_OF_PRINT.all(connection, printNo),
    ...customersOf(context, printNo),
    ...PEOPLE_OF_WORK.all(connection, printNo),
  ]
  return [...new Set(found.map(({ uid }) => uid))]
}

const STRANGERS_OF_WORK = read(
  { uid: TABLES.lead.uid },
  `SELECT lead.uid ${WORK_OF_PRINT}
       JOIN lead ON lead.id = coalesce(frozen.lead_id, referral.lead_id)
       WHERE frozen.print_no = ? AND coalesce(intent.customer_id, referral.customer_id, lead.customer_id) IS NULL
       GROUP BY lead.uid ORDER BY min(frozen.row_no)`,
)

/** The leads of the strangers who stand on the paper, once each; nobody knows them as customers yet. */
export function strangersOf({ connection }: WriteContext, printNo: number): string[] {
  return STRANGERS_OF_WORK.all(connection, printNo).map(({ uid }) => uid)
}
