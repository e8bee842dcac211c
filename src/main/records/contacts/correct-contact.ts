import type { ContactWords } from '../../../shared/domain/work/correction.ts'
import type { WriteContext } from '../../engine/context.ts'
import { write } from '../../engine/statement.ts'

const KEEP_VERSION = write(
  `INSERT INTO contact_version (contact_id, channel, outcome, marketing, note, reason, corrected_at, corrected_by)
   SELECT id, channel, outcome, marketing, note, ?, ?, ? FROM contact WHERE id = ?`,
)
const SAY = write('UPDATE contact SET channel = ?, outcome = ?, marketing = ?, note = ? WHERE id = ?')

/**
 * Gives a contact other words and keeps those before as a version. Who recorded it and when stays (F6).
 * @param words with whether it was marketing, which the database refuses on a barred channel
 * @param reason why, in the words of whoever corrects it; may be empty
 */
export function correctContact(
  { connection, nowAt, staff, changed }: WriteContext,
  contactId: number,
  { channel, outcome, note, marketing }: ContactWords & { readonly marketing: boolean },
  reason: string,
): void {
  KEEP_VERSION.run(connection, reason, nowAt, staff.no, contactId)
  SAY.run(connection, channel, outcome, marketing ? 1 : 0, note, contactId)
  changed('contact', 'contact_version')
}
