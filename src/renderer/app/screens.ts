import type { Role } from '../../shared/domain/roles.ts'

/**
 * The rail's entries in its order, with who sees them and the key that opens each (Alt + digit). A screen that lists
 * people keeps the chosen one beside the list.
 */
const SCREENS = [
  { name: 'customers', people: true, roles: ['teller', 'lobby', 'rm', 'head'] },
  { name: 'intents', people: true, roles: ['teller', 'lobby', 'rm', 'head'] },
  { name: 'followups', people: true, roles: ['teller', 'lobby', 'rm', 'head'] },
  { name: 'imports', people: false, roles: ['head', 'admin'] },
  { name: 'settings', people: false, roles: ['teller', 'lobby', 'rm', 'head', 'admin'] },
  { name: 'audit', people: false, roles: ['head', 'admin'] },
] as const satisfies readonly { name: string; people: boolean; roles: readonly Role[] }[]

export type ScreenName = (typeof SCREENS)[number]['name']

export function screensOf(role: Role): readonly ScreenName[] {
  return SCREENS.filter((screen) => (screen.roles as readonly Role[]).includes(role)).map(
    (screen) => screen.name,
  )
}

/** Whether a screen has room for a person on its right. */
export function showsPeople(name: ScreenName): boolean {
  return SCREENS.some((screen) => screen.name === name && screen.people)
}
