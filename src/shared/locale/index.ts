import { en } from './en/index.ts'
import { zhCN } from './zh-CN/index.ts'

/** Every word on every screen. A test keeps both sides at the same keys and the error list complete. */
export const CATALOGUES = { 'zh-CN': zhCN, en } as const
