import {
  COUNTER,
  EVERYONE,
  KEEPERS,
  LOBBY_AND_KEEPERS,
  LOBBY_AND_UP,
  type Role,
  SHARING_OUT,
} from './roles.ts'

/** What a function code leads to: a screen of the rail, a section of the settings, or one action that works from anywhere. */
export type FunctionTarget =
  | { readonly kind: 'screen'; readonly screen: string }
  | { readonly kind: 'section'; readonly section: string }
  | { readonly kind: 'action'; readonly action: string }

interface FunctionLine {
  /** Two to four letters of the Chinese name's pinyin, as in a teller system (L9). */
  readonly code: string
  readonly zh: string
  readonly en: string
  readonly roles: readonly Role[]
  readonly target: FunctionTarget
  /** Keys that do the same, as they are printed on the card; screens have theirs from their place on the rail. */
  readonly shortcut?: readonly string[]
}

const screen = <S extends string>(name: S) => ({ kind: 'screen', screen: name }) as const
const section = <S extends string>(name: S) => ({ kind: 'section', section: name }) as const
const action = <D extends string>(name: D) => ({ kind: 'action', action: name }) as const

/**
 * Every action there is, once (L9): the rail, the box, the menu, the shortcuts, the printed card and the command line's
 * `codes` read this list and no other. Screens stand in the rail's order, which is also the card's.
 */
export const FUNCTION_CODES = [
  { code: 'SY', zh: '首页', en: 'Home', roles: COUNTER, target: screen('home') },
  { code: 'DT', zh: '厅堂', en: 'Lobby', roles: COUNTER, target: screen('lobby') },
  { code: 'KH', zh: '客户', en: 'Customers', roles: COUNTER, target: screen('customers') },
  { code: 'YX', zh: '意向', en: 'Intents', roles: COUNTER, target: screen('intents') },
  { code: 'XS', zh: '线索', en: 'Leads', roles: COUNTER, target: screen('leads') },
  { code: 'GJ', zh: '跟进', en: 'Follow-ups', roles: COUNTER, target: screen('followups') },
  { code: 'ZJ', zh: '转介', en: 'Referrals', roles: COUNTER, target: screen('referrals') },
  { code: 'DR', zh: '导入', en: 'Import', roles: KEEPERS, target: screen('imports') },
  { code: 'SZ', zh: '设置', en: 'Settings', roles: EVERYONE, target: screen('settings') },
  { code: 'YS', zh: '隐私与信任', en: 'Privacy and trust', roles: KEEPERS, target: screen('privacy') },
  { code: 'SJ', zh: '审计', en: 'Audit', roles: KEEPERS, target: screen('audit') },
  {
    code: 'DY',
    zh: '打印每日跟进清单',
    en: 'Print the daily list',
    roles: COUNTER,
    target: action('print-list'),
  },
  {
    code: 'CH',
    zh: '打印晨会单',
    en: 'Print the morning sheet',
    roles: SHARING_OUT,
    target: action('print-morning'),
  },
  { code: 'XH', zh: '夕会核对', en: 'Evening check', roles: SHARING_OUT, target: action('evening-check') },
  {
    code: 'TS',
    zh: '提示接受率',
    en: 'Prompt acceptance',
    roles: LOBBY_AND_UP,
    target: action('acceptance'),
  },
  { code: 'WD', zh: '我今天做的', en: 'What I did today', roles: COUNTER, target: action('my-day') },
  { code: 'TX', zh: '提醒', en: 'Notices', roles: EVERYONE, target: action('notices') },
  { code: 'FW', zh: '服务中', en: 'Serving', roles: COUNTER, target: action('serving') },
  { code: 'DD', zh: '登记到店', en: 'Record an arrival', roles: COUNTER, target: action('arrival') },
  {
    code: 'XL',
    zh: '线索速录',
    en: 'Quick lead',
    roles: COUNTER,
    target: action('quick-lead'),
    shortcut: ['F3'],
  },
  { code: 'GT', zh: '柜台条', en: 'Counter strip', roles: COUNTER, target: action('strip') },
  { code: 'BJ', zh: '本机设置', en: 'Settings of this PC', roles: EVERYONE, target: section('pc') },
  { code: 'GZ', zh: '网点规则', en: 'Branch rules', roles: EVERYONE, target: section('rules') },
  { code: 'FP', zh: '分派规则', en: 'Routing table', roles: LOBBY_AND_KEEPERS, target: section('routes') },
  { code: 'RY', zh: '人员与口令', en: 'Staff and passphrases', roles: EVERYONE, target: section('staff') },
  { code: 'RL', zh: '工作日历', en: 'Working calendar', roles: EVERYONE, target: section('calendar') },
  {
    code: 'LY',
    zh: '到店来源',
    en: 'Arrival sources',
    roles: LOBBY_AND_KEEPERS,
    target: section('arrivals'),
  },
  { code: 'GY', zh: '关于', en: 'About', roles: EVERYONE, target: section('about') },
  { code: 'YY', zh: '切换中英文', en: 'Switch the language', roles: EVERYONE, target: action('language') },
  {
    code: 'WG',
    zh: '切换深浅色',
    en: 'Switch light and dark',
    roles: EVERYONE,
    target: action('appearance'),
  },
  { code: 'BZ', zh: '帮助', en: 'Help', roles: EVERYONE, target: action('help'), shortcut: ['F1'] },
  { code: 'SP', zh: '锁屏', en: 'Lock', roles: EVERYONE, target: action('lock') },
  { code: 'TC', zh: '退出', en: 'Sign out', roles: EVERYONE, target: action('sign-out') },
] as const satisfies readonly FunctionLine[]

type AnyLine = (typeof FUNCTION_CODES)[number]
type TargetOf<K extends FunctionTarget['kind']> = Extract<AnyLine['target'], { readonly kind: K }>

export type ScreenName = TargetOf<'screen'>['screen']
export type SettingsSection = TargetOf<'section'>['section']
export type FunctionAction = TargetOf<'action'>['action']

/** A line of the registry as the windows and the card read it. */
export interface FunctionCode extends FunctionLine {
  readonly code: AnyLine['code']
  readonly target: AnyLine['target']
}

/** The codes that somebody in this role may use. */
export function codesOf(role: Role): readonly FunctionCode[] {
  const lines: readonly FunctionCode[] = FUNCTION_CODES
  return lines.filter(({ roles }) => roles.includes(role))
}

/** The screens that somebody in this role has on the rail, in its order. */
export function screensOf(role: Role): readonly ScreenName[] {
  return codesOf(role).flatMap(({ target }) => (target.kind === 'screen' ? [target.screen] : []))
}

/** What each screen is called in a language, on the rail as on the card. */
export function screenNames(language: 'zh' | 'en'): Readonly<Record<ScreenName, string>> {
  const names = FUNCTION_CODES.flatMap((line) =>
    line.target.kind === 'screen' ? [[line.target.screen, line[language]]] : [],
  )
  // Every screen has its line: the type of their names is made of these very lines.
  return Object.fromEntries(names) as Readonly<Record<ScreenName, string>>
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

/** The code that does this action, for a menu to name beside it. */
export function codeOfAction(wanted: FunctionAction): string | null {
  return (
    FUNCTION_CODES.find(({ target }) => target.kind === 'action' && target.action === wanted)?.code ?? null
  )
}
