import type { ConsentRegister, RegisterLine } from '../../../shared/contract/consents.ts'
import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import { CONSENT_PURPOSES } from '../../../shared/domain/consent/consent.ts'
import { CHANNELS } from '../../../shared/domain/work/contact.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import type { RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { currentConsentText } from '../../records/consents/consent-text.ts'
import { type ConsentLine, consentsOf } from '../../records/consents/read-consents.ts'
import { requireOpened } from '../../records/people/opened.ts'
import { RECORDS_OF_PERSON, requirePerson, uidsOfPerson } from '../../records/people/person.ts'

const { refusal, channel_reopening, staff } = TABLES

const REFUSALS_OF_PERSON = read(
  { channel: refusal.channel, on: refusal.on_date, staffNo: refusal.staff_no },
  `SELECT channel, on_date AS "on", staff_no AS staffNo FROM refusal
   WHERE customer_id IN (${RECORDS_OF_PERSON}) ORDER BY on_date, channel`,
)

type RefusalLine = RowOf<typeof REFUSALS_OF_PERSON.columns>

const REOPENINGS_OF_PERSON = read(
  {
    id: channel_reopening.id,
    channel: channel_reopening.channel,
    on: channel_reopening.on_date,
    staffNo: channel_reopening.staff_no,
    refusedOn: channel_reopening.refused_on,
    refusedBy: channel_reopening.refused_by,
  },
  `SELECT id, channel, on_date AS "on", staff_no AS staffNo, refused_on AS refusedOn, refused_by AS refusedBy
   FROM channel_reopening WHERE customer_id IN (${RECORDS_OF_PERSON}) ORDER BY id DESC`,
)

type ReopeningLine = RowOf<typeof REOPENINGS_OF_PERSON.columns>

/**
 * What a customer agreed to and refused (P3), over all their records.
 * @throws AppError `customers.notFound`, `customers.notOpened`
 */
export function register(
  context: ReadContext,
  { customerUid }: ParsedInputOf<'consents.register'>,
): ConsentRegister {
  const { connection } = context
  const { id } = requirePerson(connection, customerUid)
  requireOpened(context, uidsOfPerson(connection, id))
  return registerOf(connection, id)
}

/** The register of a person, for a reader who was let in already. */
export function registerOf(connection: ReadConnection, personId: number): ConsentRegister {
  const nameOf = staffNames(connection)
  const consents = consentsOf(connection, personId)
  const refusals = REFUSALS_OF_PERSON.all(connection, personId, personId)
  const reopenings = REOPENINGS_OF_PERSON.all(connection, personId, personId)
  return {
    purposes: CONSENT_PURPOSES.map((purpose) => {
      const newest = consents.find((line) => line.purpose === purpose)
      return {
        purpose,
        newest: newest === undefined ? null : { ...stateOf(newest), staffName: nameOf(newest.staffNo) },
      }
    }),
    channels: CHANNELS.map((channel) => {
      const first = refusals.find((line) => line.channel === channel)
      return {
        channel,
        refused: first === undefined ? null : { on: first.on, staffName: nameOf(first.staffNo) },
      }
    }),
    lines: linesOf(consents, refusals, reopenings, nameOf),
    text: currentConsentText(connection),
  }
}

function stateOf({ given, on, textVersion }: ConsentLine) {
  return { given: given === 1, on, textVersion }
}

/** By day; of one day consents first, because a reopening rests on one. */
function linesOf(
  consents: readonly ConsentLine[],
  refusals: readonly RefusalLine[],
  reopenings: readonly ReopeningLine[],
  nameOf: (no: string | null) => string,
): RegisterLine[] {
  const lines: RegisterLine[] = [
    ...reopenings.map(
      ({ id, channel, on, staffNo }): RegisterLine => ({
        id: `reopened-${id}`,
        on,
        staffName: nameOf(staffNo),
        kind: 'reopened',
        channel,
      }),
    ),
    ...consents.map(
      ({ id, purpose, given, textVersion, on, staffNo, asStranger }): RegisterLine => ({
        id: `consent-${id}`,
        on,
        staffName: nameOf(staffNo),
        kind: given === 1 ? 'given' : 'withdrawn',
        purpose,
        textVersion,
        asStranger: asStranger === 1,
      }),
    ),
    ...[
      ...refusals.map((line, index) => ({ ...line, id: `standing-${index}` })),
      ...reopenings.map(({ id, channel, refusedOn, refusedBy }) => ({
        id: `fallen-${id}`,
        channel,
        on: refusedOn,
        staffNo: refusedBy,
      })),
    ].map(
      ({ id, channel, on, staffNo }): RegisterLine => ({
        id: `refused-${id}`,
        on,
        staffName: nameOf(staffNo),
        kind: 'refused',
        channel,
      }),
    ),
  ]
  return lines.sort((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0))
}

const NAME_OF_STAFF = read({ name: staff.name }, 'SELECT name FROM staff WHERE no = ?')

/** A refusal that an import brought names nobody. */
function staffNames(connection: ReadConnection): (no: string | null) => string {
  return (no) => (no === null ? '' : (NAME_OF_STAFF.get(connection, no)?.name ?? no))
}
