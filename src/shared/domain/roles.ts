/** 柜员, 大堂经理, 客户经理, 网点负责人, 系统管理员. */
export const ROLES = ['teller', 'lobby', 'rm', 'head', 'admin'] as const
export type Role = (typeof ROLES)[number]
