/** 柜员, 大堂经理, 客户经理, 网点负责人, 系统管理员. */
export const ROLES = ['teller', 'lobby', 'rm', 'head', 'admin'] as const
export type Role = (typeof ROLES)[number]

/** Lists of roles, named so that a line with one reads as a sentence. */
export const EVERYONE: readonly Role[] = [...ROLES]
/** Staff who deal with customers. An administrator maintains the system and sees no customers. */
export const COUNTER: readonly Role[] = ['teller', 'lobby', 'rm', 'head']
export const LOBBY_AND_UP: readonly Role[] = ['lobby', 'rm', 'head']
/** Those who share out the work. */
export const SHARING_OUT: readonly Role[] = ['lobby', 'head']
/** Those who keep the system. */
export const KEEPERS: readonly Role[] = ['head', 'admin']
/** The lobby's machines and the routing table may also be changed by the staff who use them daily. */
export const LOBBY_AND_KEEPERS: readonly Role[] = ['lobby', 'head', 'admin']

/** Those who share out the work see everyone's list; a teller or a manager sees their own. Our own default. */
export function sharesOutWork(role: Role): boolean {
  return SHARING_OUT.includes(role)
}
