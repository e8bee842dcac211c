import { Refusal } from '../../../shared/domain/branch/refusal.ts'
import { type ConsentText, FIRST_CONSENT_TEXT } from '../../../shared/domain/consent/consent.ts'
import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'

/** The words that are shown today. A branch older than consents has none of its own yet and shows the first ones. */
export function currentConsentText(connection: Connection): ConsentText {
  return (
    connection
      .statement<ConsentText>('SELECT version, zh, en FROM consent_text ORDER BY version DESC LIMIT 1')
      .get() ?? FIRST_CONSENT_TEXT
  )
}

/**
 * Whoever agrees must have seen today's words.
 * @throws Refusal `leads.consentOutdated`
 */
export function requireWordsShown(
  connection: Connection,
  { textVersion }: { readonly textVersion: number },
): void {
  if (textVersion !== currentConsentText(connection).version) throw new Refusal('leads.consentOutdated')
}

/** Gives the branch its first words, where it has none. Consents point at them, so they are never changed in place. */
export function plantConsentText({ connection, staff, todayOn }: WriteContext): void {
  const { version, zh, en } = FIRST_CONSENT_TEXT
  connection
    .statement(
      `INSERT INTO consent_text (version, zh, en, from_date, staff_no) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (version) DO NOTHING`,
    )
    .run(version, zh, en, todayOn, staff.no)
}
