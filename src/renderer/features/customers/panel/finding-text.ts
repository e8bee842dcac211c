import type { TFunction } from 'i18next'
import type { Finding } from '../../../../shared/domain/findings.ts'
import { roundYuan } from '../../../ui/amounts.ts'
import { plainDay } from '../../../ui/civil-dates.ts'

/** A finding as a line to act on, with its figure and the date it rests on (L3). */
export function findingText(finding: Finding, todayOn: string, t: TFunction): string {
  const isToday = finding.days === 0 && (finding.kind === 'birthday' || finding.kind === 'maturity-near')
  return t(`customers.finding.${isToday ? `${finding.kind}-today` : finding.kind}`, {
    day: plainDay(finding.on, todayOn),
    amount: roundYuan(finding.amountFen ?? 0),
    days: finding.days ?? 0,
    times: finding.count ?? 0,
  })
}
