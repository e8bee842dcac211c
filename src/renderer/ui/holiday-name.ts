import type { TFunction } from 'i18next'

/** A holiday of the official calendar in the window's language; a name that the branch gave a day itself stays as it is. */
export function holidayName(name: string, t: TFunction): string {
  return t(`app.holiday.${name}`, { defaultValue: name })
}
