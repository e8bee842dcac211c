import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { type ConsentText, FIRST_CONSENT_TEXT } from '../../../shared/domain/consent/consent.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, write } from '../../engine/statement.ts'

const { consent_text } = TABLES

const NEWEST_TEXT = read(
  { version: consent_text.version, zh: consent_text.zh, en: consent_text.en },
  'SELECT version, zh, en FROM consent_text ORDER BY version DESC LIMIT 1',
)

/** The words that are shown today. A branch older than consents has none of its own yet and shows the first ones. */
export function currentConsentText(connection: ReadConnection): ConsentText {
  return NEWEST_TEXT.get(connection) ?? FIRST_CONSENT_TEXT
}

/**
 * Whoever agrees must have seen today's words.
 * @throws AppError `leads.consentOutdated`
 */
export function requireWordsShown(
  connection: ReadConnection,
  { textVersion }: { readonly textVersion: number },
): void {
  if (textVersion !== currentConsentText(connection).version) throw new AppError('leads.consentOutdated')
}

const PLANT = write(
  `INSERT INTO consent_text (version, zh, en, from_date, staff_no) VALUES (?, ?, ?, ?, ?)
   ON CONFLICT (version) DO NOTHING`,
)

/** Gives the branch its first words, where it has none. Consents point at them, so they are never changed in place. */
export function seedConsentText({ connection, staff, todayOn }: WriteContext): void {
  const { version, zh, en } = FIRST_CONSENT_TEXT
  PLANT.run(connection, version, zh, en, todayOn, staff.no)
}
