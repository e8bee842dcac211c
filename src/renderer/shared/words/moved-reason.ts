import type { TFunction } from 'i18next'
import type { DueRule } from '../../../shared/domain/work/cadence.ts'
import { holidayName } from '../../ui/civil-dates.ts'

type PassedDay = DueRule['passed'][number]

/** Reasons that are named before the rest is counted: more would fill the line. */
const NAMED_REASONS = 2

/** `顺延:10-01 至 10-07 为国庆节假期`: which days moved a due date off the plain week's (F3); null where none did. */
export function movedReason(rule: DueRule, t: TFunction): string | null {
  if (!rule.moved || rule.passed.length === 0) return null
  const reasons = asReasons(rule.passed)
  const named = reasons.slice(0, NAMED_REASONS)
  const reason = named.map((days) => wordsOf(days, t)).join(t('app.listSeparator'))
  const left = reasons.slice(NAMED_REASONS).flat().length
  return left === 0 ? t('followups.moved', { reason }) : t('followups.movedAndMore', { reason, left })
}

/** The days of one holiday are one reason. */
function asReasons(passed: readonly PassedDay[]): PassedDay[][] {
  const reasons: PassedDay[][] = []
  for (const day of passed) {
    const last = reasons.at(-1)
    const holiday = last?.[0]
    if (day.kind === 'holiday' && holiday?.kind === 'holiday' && holiday.name === day.name) last?.push(day)
    else reasons.push([day])
  }
  return reasons
}

function wordsOf(days: readonly PassedDay[], t: TFunction): string {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return ''
  const name = holidayName(first.name ?? '', t)
  const [from, to] = [first.on.slice(5), last.on.slice(5)]
  return from === to
    ? t(`followups.passed.${first.kind}`, { day: from, name })
    : t('followups.passed.holidays', { from, to, name })
}
