import type { TFunction } from 'i18next'

const SECONDS_PER_MINUTE = 60

/** `40 秒`, from two minutes on `3 分钟`: nobody plans by the second. */
export function timeLeft(seconds: number, t: TFunction): string {
  return seconds < 2 * SECONDS_PER_MINUTE
    ? t('imports.run.seconds', { count: seconds })
    : t('imports.run.minutes', { count: Math.round(seconds / SECONDS_PER_MINUTE) })
}
