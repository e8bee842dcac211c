import type { OperationName } from '../../shared/contract/index.ts'
import type { Role } from '../../shared/domain/roles.ts'
import { mayCall } from './operations.ts'
import { type ScreenName, screensOf } from './screens.ts'

/** What a function code does: it opens a screen, or does one thing that works from anywhere. */
export type FunctionAction =
  | { readonly kind: 'screen'; readonly screen: ScreenName }
  | { readonly kind: 'print-list' }
  | { readonly kind: 'help' }
  | { readonly kind: 'command'; readonly command: 'session.lock' | 'session.signOut' | 'strip.show' }

export interface FunctionCode {
  /** Two letters of the Chinese name's pinyin, as in a teller system (L9). */
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly action: FunctionAction
}

const screen = (name: ScreenName): FunctionAction => ({ kind: 'screen', screen: name })

/** Every code there is, in the order of the printed card. */
export const FUNCTION_CODES: readonly FunctionCode[] = [
  { code: 'KH', zh: '客户', en: 'Customers', action: screen('customers') },
  { code: 'YX', zh: '意向', en: 'Intents', action: screen('intents') },
  { code: 'GJ', zh: '跟进', en: 'Follow-ups', action: screen('followups') },
  { code: 'DY', zh: '打印每日跟进清单', en: 'Print the daily list', action: { kind: 'print-list' } },
  { code: 'DR', zh: '导入', en: 'Import', action: screen('imports') },
  { code: 'SZ', zh: '设置', en: 'Settings', action: screen('settings') },
  { code: 'SJ', zh: '审计', en: 'Audit', action: screen('audit') },
  { code: 'GT', zh: '柜台条', en: 'Counter strip', action: { kind: 'command', command: 'strip.show' } },
  { code: 'BZ', zh: '帮助', en: 'Help', action: { kind: 'help' } },
  { code: 'SP', zh: '锁屏', en: 'Lock', action: { kind: 'command', command: 'session.lock' } },
  { code: 'TC', zh: '退出', en: 'Sign out', action: { kind: 'command', command: 'session.signOut' } },
]

/** The codes that somebody in this role may use. */
export function codesOf(role: Role): readonly FunctionCode[] {
  return FUNCTION_CODES.filter(({ action }) => mayDo(role, action))
}

/** The codes that begin with what was typed; none for an empty text, so that the box does not open on a menu. */
export function codesFor(typed: string, codes: readonly FunctionCode[]): readonly FunctionCode[] {
  const wanted = typed.trim().toUpperCase()
  return wanted === '' ? [] : codes.filter(({ code }) => code.startsWith(wanted))
}

/** The code that was typed in full. */
export function exactCode(typed: string, codes: readonly FunctionCode[]): FunctionCode | null {
  return codes.find(({ code }) => code === typed.trim().toUpperCase()) ?? null
}

function mayDo(role: Role, action: FunctionAction): boolean {
  switch (action.kind) {
    case 'screen':
      return screensOf(role).includes(action.screen)
    case 'print-list':
      return mayCall(role, 'followups.print')
    case 'help':
      return true
    case 'command':
      return mayCall(role, action.command satisfies OperationName)
  }
}
