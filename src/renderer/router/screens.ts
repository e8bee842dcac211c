import type { ScreenName } from '../../shared/domain/function-codes.ts'

/** Whether a screen lists people and keeps the chosen one on its right. Who has a screen is said by its function code. */
const LISTS_PEOPLE: Readonly<Record<ScreenName, boolean>> = {
  lobby: true,
  customers: true,
  intents: true,
  leads: false,
  followups: true,
  referrals: true,
  imports: false,
  settings: false,
  trust: false,
  audit: false,
}

/** Whether a screen has room for a person on its right. */
export function showsPeople(name: ScreenName): boolean {
  return LISTS_PEOPLE[name]
}

/** The digit that opens an entry of the rail together with Alt: as they lie on the keyboard, so the tenth has the 0. */
export function railDigit(index: number): string {
  return String((index + 1) % 10)
}
