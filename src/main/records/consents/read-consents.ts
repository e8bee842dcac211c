import type { ConsentPurpose } from '../../../shared/domain/consent/consent.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { flag, type RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { RECORDS_OF_PERSON } from '../people/person.ts'

const { consent } = TABLES

const CONSENT_LINE = {
  id: consent.id,
  purpose: consent.purpose,
  given: consent.given,
  textVersion: consent.text_version,
  on: consent.on_date,
  staffNo: consent.staff_no,
  /** Said before the bank knew them as a customer. */
  asStranger: flag,
}

export type ConsentLine = RowOf<typeof CONSENT_LINE>

/** Takes the person's number twice, twice over: consents of any of their records, and of the stranger they were. */
const CONSENTS_OF_PERSON = read(
  CONSENT_LINE,
  `SELECT id, purpose, given, text_version AS textVersion, on_date AS "on", staff_no AS staffNo, 0 AS asStranger FROM consent
  WHERE customer_id IN (${RECORDS_OF_PERSON})
  UNION ALL
  SELECT id, purpose, given, text_version, on_date, staff_no, 1 FROM consent
  WHERE lead_id IN (SELECT id FROM lead WHERE customer_id IN (${RECORDS_OF_PERSON}))
  ORDER BY id DESC`,
)

/** Everything a person ever agreed to or withdrew, the newest first (P3). */
export function consentsOf(connection: ReadConnection, personId: number): readonly ConsentLine[] {
  return CONSENTS_OF_PERSON.all(connection, personId, personId, personId, personId)
}

/** Without these two nothing may be sold to anybody. */
const NEEDED_FOR_MARKETING: readonly ConsentPurpose[] = ['marketing', 'contact']

/** Since when a person's newest word on being contacted, or on marketing, is a withdrawal; null where it is not. */
export function withdrawnOn(connection: ReadConnection, personId: number): string | null {
  const lines = consentsOf(connection, personId)
  const days = NEEDED_FOR_MARKETING.flatMap((purpose) => {
    const newest = lines.find((line) => line.purpose === purpose)
    return newest?.given === 0 ? newest.on : []
  })
  return days.sort()[0] ?? null
}

/** Since when a person's newest word on being analysed is a withdrawal (P3); null where it is not. */
export function analysisWithdrawnOn(connection: ReadConnection, personId: number): string | null {
  const newest = consentsOf(connection, personId).find(({ purpose }) => purpose === 'profiling')
  return newest?.given === 0 ? newest.on : null
}
