import i18next, { type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { CATALOGUES } from '../../shared/locale/index.ts'
import { isLanguage, type Language } from '../../shared/locale/languages.ts'

const KEPT_AS = 'huiyan.language'

/** The language this PC was last set to; Chinese at first. */
export function keptLanguage(): Language {
  const kept = window.localStorage.getItem(KEPT_AS) ?? ''
  return isLanguage(kept) ? kept : 'zh-CN'
}

/** Changes the language now and for the next start; the other windows hear of it through what is kept. */
export function changeLanguage(language: Language): void {
  window.localStorage.setItem(KEPT_AS, language)
  speak(language)
}

function speak(language: Language): void {
  document.documentElement.lang = language
  void i18next.changeLanguage(language)
}

/** Starts the catalogues. They are part of the bundle, so this is done when it returns. */
export function startLanguage(language: Language = keptLanguage()): i18n {
  document.documentElement.lang = language
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    initAsync: false,
    resources: {
      'zh-CN': { translation: CATALOGUES['zh-CN'] },
      en: { translation: CATALOGUES.en },
    },
    // React escapes what it renders.
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  window.addEventListener('storage', ({ key }) => {
    if (key === KEPT_AS) speak(keptLanguage())
  })
  return i18next
}
