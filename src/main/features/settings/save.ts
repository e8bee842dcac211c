import type { ParsedInputOf } from '../../../shared/contract/index.ts'
import type { BranchSettings } from '../../../shared/domain/branch/settings.ts'
import type { WriteContext } from '../../engine/context.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { countClocksAgain } from '../../records/referrals/count-clocks-again.ts'
import { factsDependOnChange, markFactsStale } from './stale-facts.ts'

/**
 * Keeps the branch's settings under the next version number. Where tiers or findings depend on what changed, the facts
 * are marked as stale; they stay readable as they are until a refresh recomputes them. Where the branch works at other
 * hours, running acceptance clocks follow; cadences and terms hold for what begins from now on.
 */
export function save(context: WriteContext, { settings }: ParsedInputOf<'settings.save'>): BranchSettings {
  const before = context.settings
  const version = storeSettings(context, settings)
  const factsStale = factsDependOnChange(before, settings)
  if (factsStale) markFactsStale(context)
  context.note({ version, changed: changedNames(before, settings).join(' '), factsStale })
  if (hoursChanged(before, settings)) {
    const movedClocks = countClocksAgain(context, { calendar: context.calendar, hours: settings })
    context.note({ movedClocks })
  }
  context.publish({ version, settings })
  context.changed('setting')
  return settings
}

function hoursChanged(before: BranchSettings, after: BranchSettings): boolean {
  return before.workFrom !== after.workFrom || before.workTo !== after.workTo
}

const STORE_SETTINGS = read(
  { version: TABLES.setting.version },
  `INSERT INTO setting (name, value, updated_at) VALUES ('branch', ?, ?)
   ON CONFLICT (name) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at, version = version + 1
   RETURNING version`,
)

function storeSettings({ connection, nowAt }: WriteContext, settings: BranchSettings): number {
  const row = STORE_SETTINGS.get(connection, JSON.stringify(settings), nowAt)
  return row?.version ?? 1
}

function changedNames(before: BranchSettings, after: BranchSettings): string[] {
  const names = Object.keys(after) as (keyof BranchSettings)[]
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
}
