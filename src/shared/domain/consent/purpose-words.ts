import type { ConsentPurpose } from './consent.ts'

/** The three numbered parts of a text, in the order of `CONSENT_PURPOSES`, as the first text writes them. */
const PARTS = [/一、(.+?)[;；]二、(.+?)[;；]三、(.+?)[。.]/su, /1\. (.+?); 2\. (.+?); 3\. (.+?)\./su]

/**
 * The words of each purpose out of the text that is shown, so that each is agreed to by its own (P3).
 * @param words the text in one language
 * @returns null where a later text is not written in three numbered parts; then the whole is read
 */
export function purposeWords(words: string): Readonly<Record<ConsentPurpose, string>> | null {
  const found = PARTS.map((each) => each.exec(words)).find((match) => match !== null)
  const [, contact, marketing, profiling] = found ?? []
  if (contact === undefined || marketing === undefined || profiling === undefined) return null
  return { contact, marketing, profiling }
}
