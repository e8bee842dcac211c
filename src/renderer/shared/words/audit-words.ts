import type { TFunction } from 'i18next'

/** What was done, in words; an action that this version has no words for is shown by its code. */
export function actionWords(action: string, t: TFunction): string {
  return t(`audit.action.${action}`, { defaultValue: action })
}

/** Digits of a uid's random end: its beginning is a time that neighbours share. */
const SHOWN = 8

/** Enough of a uid to tell two customers of a screen apart; the whole of it stands in the opened entry. */
export function shortUid(uid: string): string {
  return uid.length <= SHOWN ? uid : `…${uid.slice(-SHOWN)}`
}
