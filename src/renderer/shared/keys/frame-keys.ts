import type { ScreenName } from '../../../shared/domain/branch/function-codes.ts'

/**
 * The key that opens an entry of the rail together with Alt: Home for the front page, and for the others digits as they
 * lie on the keyboard, so the tenth has the 0.
 * @param screens the role's own rail
 */
export function railKey(screen: ScreenName, screens: readonly ScreenName[]): string {
  if (screen === 'home') return 'Home'
  return String((screens.filter((each) => each !== 'home').indexOf(screen) + 1) % 10)
}

/** `Control+Alt+H` as it is printed on keys. */
export function keysOf(shortcut: string): readonly string[] {
  return shortcut.split('+').map((key) => (key === 'Control' ? 'Ctrl' : key))
}
