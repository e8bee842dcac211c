import type { TFunction } from 'i18next'

/** What was done, in words; an action that this version has no words for is shown by its code. */
export function actionWords(action: string, t: TFunction): string {
  return t(`audit.action.${action}`, { defaultValue: action })
}
