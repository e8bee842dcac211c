import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'
import type { Moment } from '../work/moment.ts'

const INSERT_NOTE = write(
  'INSERT INTO customer_note (uid, customer_id, note, on_date, at, staff_no) VALUES (?, ?, ?, ?, ?, ?)',
)

/**
 * Keeps a note about a customer. It counts as no contact.
 * @returns its uid
 */
export function insertNote(
  context: WriteContext,
  personId: number,
  note: string,
  { on, at, by }: Moment,
): string {
  const uid = context.newUid()
  INSERT_NOTE.run(context.connection, uid, personId, note, on, at, by)
  context.changed('customer_note')
  return uid
}
