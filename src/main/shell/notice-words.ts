import type { NoticeKind } from '../../shared/domain/work/notice.ts'
import type { Language } from '../../shared/locale/languages.ts'
import type { KindCount } from '../scheduler/time-keeper.ts'

/** What the system says belongs together in one line: numbers only, never who or how much (F4). */
type Family =
  | 'overdue'
  | 'high-risk'
  | 'morning'
  | 'to-accept'
  | 'referred'
  | 'view-cap'
  | 'guesses'
  | 'calendar'

const FAMILY: Readonly<Record<NoticeKind, Family>> = {
  morning: 'morning',
  'intent-overdue': 'overdue',
  'intent-unattended': 'overdue',
  'intent-high-risk': 'high-risk',
  'referral-offered': 'to-accept',
  'referral-bounced': 'to-accept',
  'referral-accept-soon': 'to-accept',
  'referral-accepted': 'referred',
  'referral-contacted': 'referred',
  'referral-qualified': 'referred',
  'referral-converted': 'referred',
  'referral-declined': 'referred',
  'referral-lost': 'referred',
  'referral-withdrawn': 'referred',
  'referral-stranded': 'to-accept',
  'view-cap': 'view-cap',
  guesses: 'guesses',
  'calendar-missing': 'calendar',
}

/** The most urgent first. */
const ORDER: readonly Family[] = [
  'high-risk',
  'overdue',
  'to-accept',
  'referred',
  'view-cap',
  'guesses',
  'calendar',
  'morning',
]

const LINES: Readonly<Record<Language, Readonly<Record<Family, (count: number) => string>>>> = {
  'zh-CN': {
    'high-risk': (count) => `${count} 项跟进高风险，需要改派`,
    overdue: (count) => `${count} 项跟进逾期`,
    'to-accept': (count) => `${count} 条转介待承接`,
    referred: (count) => `${count} 条转介有进展`,
    'view-cap': () => '有人查看客户达到当日上限',
    guesses: () => '有人多次查找没有结果的号码或姓名',
    calendar: () => '下一年放假安排尚未导入',
    morning: () => '今日待办已列好',
  },
  en: {
    'high-risk': (count) => `${count} follow-up${plural(count)} at high risk: reassign`,
    overdue: (count) => `${count} overdue follow-up${plural(count)}`,
    'to-accept': (count) => `${count} referral${plural(count)} to accept`,
    referred: (count) => `${count} referral${plural(count)} moved on`,
    'view-cap': () => 'Somebody reached the day’s cap on viewing customers',
    guesses: () => 'Somebody looked often for numbers or names that lead to nobody',
    calendar: () => 'The holiday notice of the coming year is missing',
    morning: () => 'Today’s work is listed',
  },
}

/** The lines of one notification. */
export function noticeLines(kinds: readonly KindCount[], language: Language): readonly string[] {
  const counts = new Map<Family, number>()
  for (const { kind, count } of kinds) counts.set(FAMILY[kind], (counts.get(FAMILY[kind]) ?? 0) + count)
  return ORDER.flatMap((family) => {
    const count = counts.get(family)
    return count === undefined ? [] : [LINES[language][family](count)]
  })
}

function plural(count: number): string {
  return count === 1 ? '' : 's'
}
