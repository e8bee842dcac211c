import type { ContactVersions, EarlierVersion } from '../../../shared/contract/contact-versions.ts'
import { maskFreeText } from '../../../shared/domain/text/masking.ts'
import { mayCorrect } from '../../../shared/domain/work/correction.ts'
import type { ReadContext } from '../../engine/context.ts'
import { type RowOf, text } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'

const { contact, contact_version } = TABLES

const CONTACTS = read(
  { id: contact.id, uid: contact.uid, staffNo: contact.staff_no, writtenBy: text, writtenAt: contact.at },
  `SELECT contact.id, contact.uid, contact.staff_no AS staffNo, contact.at AS writtenAt,
     coalesce(staff.name, contact.staff_no) AS writtenBy
   FROM json_each(?) AS asked JOIN contact ON contact.id = asked.value
   LEFT JOIN staff ON staff.no = contact.staff_no`,
)

const VERSION = {
  contactId: contact_version.contact_id,
  channel: contact_version.channel,
  outcome: contact_version.outcome,
  note: contact_version.note,
  reason: contact_version.reason,
  correctedAt: contact_version.corrected_at,
  correctedBy: text,
}

const VERSIONS_OLDEST_FIRST = read(
  VERSION,
  `SELECT version.contact_id AS contactId, version.channel, version.outcome, version.note, version.reason,
     version.corrected_at AS correctedAt, coalesce(staff.name, version.corrected_by) AS correctedBy
   FROM json_each(?) AS asked JOIN contact_version AS version ON version.contact_id = asked.value
   LEFT JOIN staff ON staff.no = version.corrected_by
   ORDER BY version.contact_id, version.id`,
)

type First = Pick<EarlierVersion, 'writtenBy' | 'writtenAt'>

/**
 * What contacts said before they were corrected, by their number, and whether the reader may correct them.
 * @param names of the customer, which their words may contain and a reader sees masked (P2)
 */
export function versionsOf(
  { connection, staff }: Pick<ReadContext, 'connection' | 'staff'>,
  contactIds: readonly number[],
  names: readonly string[],
): ReadonlyMap<number, ContactVersions> {
  if (contactIds.length === 0) return new Map()
  const asked = JSON.stringify(contactIds)
  const versions = Map.groupBy(VERSIONS_OLDEST_FIRST.all(connection, asked), ({ contactId }) => contactId)
  return new Map(
    CONTACTS.all(connection, asked).map(({ id, uid, staffNo, ...first }) => [
      id,
      {
        uid,
        mayCorrect: mayCorrect(staff, staffNo),
        earlier: newestFirst(versions.get(id) ?? [], first, names),
      },
    ]),
  )
}

/** Each version was written by whoever corrected the one before it, the first by whoever recorded the contact. */
function newestFirst(
  rows: readonly RowOf<typeof VERSION>[],
  first: First,
  names: readonly string[],
): EarlierVersion[] {
  return rows
    .map(({ contactId: _, note, reason, ...row }, nth): EarlierVersion => {
      const before = rows[nth - 1]
      const written =
        before === undefined ? first : { writtenBy: before.correctedBy, writtenAt: before.correctedAt }
      return {
        ...row,
        writtenBy: written.writtenBy,
        writtenAt: written.writtenAt,
        note: maskFreeText(note, names),
        reason: maskFreeText(reason, names),
      }
    })
    .toReversed()
}
