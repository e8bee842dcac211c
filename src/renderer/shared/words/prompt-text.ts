import type { TFunction } from 'i18next'
import type { Finding } from '../../../shared/domain/customer/findings.ts'
import type { Prompt, PromptBlock } from '../../../shared/domain/prompts/prompts.ts'
import { roundYuan } from '../../ui/amounts.ts'
import { plainDay } from '../../ui/civil-dates.ts'
import { prohibitionText } from './prohibition-text.ts'

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

/** A prompt as one line: what is up, with its figure and the day it rests on (L3). */
export function promptText({ kind, reason }: Prompt, todayOn: string, t: TFunction): string {
  const values = {
    day: plainDay(reason.on, todayOn),
    product: reason.about === undefined ? '' : t(`intents.product.${reason.about}`),
  }
  switch (kind) {
    case 'promise-due':
      return t(`prompts.promise.${reason.overdue === true ? 'overdue' : 'due'}`, values)
    case 'referral-open':
      return t(`prompts.referral.${reason.overdue === true ? 'overdue' : 'waiting'}`, values)
    default:
      return findingText({ kind, ...reason }, todayOn, t)
  }
}

/** Why something is not said, as one line with the day it rests on (L4). */
export function blockText(block: PromptBlock, todayOn: string, t: TFunction): string {
  switch (block.kind) {
    case 'fatigue':
      return t('prompts.block.fatigue', {
        day: plainDay(block.on, todayOn),
        times: block.times,
        days: block.days,
      })
    case 'do-not-disturb':
    case 'analysis-withdrawn':
      return t(`prompts.block.${block.kind}`, { day: plainDay(block.on, todayOn) })
    case 'not-now':
    case 'refused':
      return t(`prompts.block.${block.kind}`, {
        day: plainDay(block.on, todayOn),
        what: t(`prompts.kind.${block.prompt}`),
      })
    default:
      return prohibitionText(block, todayOn, t)
  }
}
