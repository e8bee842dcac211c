import { en } from './en/index.ts'
import { zhCN } from './zh-CN/index.ts'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** Every word on every screen. A test keeps both sides at the same keys and the error list complete. */
export const CATALOGUES = { 'zh-CN': zhCN, en } as const

export function isLanguage(text: string): text is Language {
  return LANGUAGES.some((language) => language === text)
}
