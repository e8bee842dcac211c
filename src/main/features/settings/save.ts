import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { BranchSettings } from '../../../shared/domain/branch/settings.ts'
import type { WriteContext } from '../../engine/context.ts'
import { countClocksAgain } from '../../records/referrals/count-clocks-again.ts'
import { writeBranchSettings } from '../../records/settings/stored-settings.ts'
import { factsDependOnChange, markFactsStale } from './stale-facts.ts'

/**
 * Keeps the branch's settings under the next version number. Where tiers or findings depend on what changed, the facts
 * are marked as stale; they stay readable as they are until a refresh recomputes them. Where the branch works at other
 * hours, running acceptance clocks follow; cadences and terms hold for what begins from now on.
 */
export function save(context: WriteContext, { settings }: ParsedInputOf<'settings.save'>): BranchSettings {
  const before = context.settings
  const version = writeBranchSettings(context, settings)
  const factsStale = factsDependOnChange(before, settings)
  if (factsStale) markFactsStale(context)
  context.note({ version, changed: changedNames(before, settings).join(' '), factsStale })
  if (hoursChanged(before, settings)) {
    const movedClocks = countClocksAgain(context, { calendar: context.calendar, hours: settings })
    context.note({ movedClocks })
  }
  context.publish({ version, settings })
  return settings
}

function hoursChanged(before: BranchSettings, after: BranchSettings): boolean {
  return before.workFrom !== after.workFrom || before.workTo !== after.workTo
}

function changedNames(before: BranchSettings, after: BranchSettings): string[] {
  const names = Object.keys(after) as (keyof BranchSettings)[]
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}
