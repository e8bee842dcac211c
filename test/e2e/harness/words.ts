import { createInstance } from 'i18next'
import type { Page } from 'playwright-core'
import { CATALOGUES } from '../../../src/shared/locale/index.ts'
import type { Language } from '../../../src/shared/locale/languages.ts'

/** Puts a catalogue's key into words, as the windows do. */
export type Words = (key: string, facts?: Record<string, string | number | boolean>) => string

/** A window and the words it speaks in: the workstation's own, or the counter strip. */
export interface Spoken {
  readonly window: Page
  readonly say: Words
}

/** The words of one language. Asking for a key that no catalogue has is a mistake of the test and throws. */
export function wordsOf(language: Language): Words {
  const catalogues = createInstance()
  void catalogues.init({
    lng: language,
    initAsync: false,
    resources: { [language]: { translation: CATALOGUES[language] } },
    interpolation: { escapeValue: false },
  })
  return (key, facts = {}) => {
    if (!catalogues.exists(key, facts)) throw new Error(`No catalogue has the key ${key}`)
    return catalogues.t(key, facts)
  }
}
