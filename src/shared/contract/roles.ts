import { ROLES, type Role } from '../domain/roles.ts'

/** Lists of callers, named so that an operation's line reads as a sentence. */
export const EVERYONE: readonly Role[] = ROLES
/** Staff who deal with customers: an administrator keeps the system and sees nobody. */
export const COUNTER: readonly Role[] = ['teller', 'lobby', 'rm', 'head']
export const LOBBY_AND_UP: readonly Role[] = ['lobby', 'rm', 'head']
/** Those who share out the work. */
export const SHARING_OUT: readonly Role[] = ['lobby', 'head']
export const KEEPERS: readonly Role[] = ['head', 'admin']
