import type { Role } from '../../shared/domain/roles.ts'

/** The rail's entries in its order, with who sees them and the key that opens each (Alt + digit). */
export const SCREENS = [
  { name: 'customers', roles: ['teller', 'lobby', 'rm', 'head'] },
  { name: 'intents', roles: ['teller', 'lobby', 'rm', 'head'] },
  { name: 'followups', roles: ['teller', 'lobby', 'rm', 'head'] },
  { name: 'imports', roles: ['head', 'admin'] },
  { name: 'settings', roles: ['teller', 'lobby', 'rm', 'head', 'admin'] },
  { name: 'audit', roles: ['head', 'admin'] },
] as const satisfies readonly { name: string; roles: readonly Role[] }[]

export type ScreenName = (typeof SCREENS)[number]['name']

export function screensOf(role: Role): readonly ScreenName[] {
  return SCREENS.filter((screen) => (screen.roles as readonly Role[]).includes(role)).map(
    (screen) => screen.name,
  )
}
