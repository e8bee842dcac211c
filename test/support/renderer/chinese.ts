import { createInstance, type TFunction } from 'i18next'
import { CATALOGUES } from '../../../src/shared/locale/index.ts'

const catalogue = createInstance()
void catalogue.init({
  lng: 'zh-CN',
  initAsync: false,
  resources: {
    'zh-CN': { translation: CATALOGUES['zh-CN'] },
    en: { translation: CATALOGUES.en },
  },
  interpolation: { escapeValue: false },
})

/** The Chinese words as a window shows them. */
export const chinese: TFunction = catalogue.t

/** The English words likewise. */
export const english: TFunction = catalogue.getFixedT('en')
