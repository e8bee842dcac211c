/** 柜员, 大堂经理, 客户经理, 网点负责人, 系统管理员. */
export const ROLES = ['teller', 'lobby', 'rm', 'head', 'admin'] as const
export type Role = (typeof ROLES)[number]

const SHARING_OUT: readonly Role[] = ['lobby', 'head']

/** Those who share out the work see everyone's list; a teller or a manager sees their own (ours). */
export function sharesOutWork(role: Role): boolean {
  return SHARING_OUT.includes(role)
}
