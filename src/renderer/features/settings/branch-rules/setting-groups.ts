import { type BranchSettings, SETTING_ORIGIN } from '../../../../shared/domain/settings.ts'
import type { SettingName } from './setting-values.ts'

/** What a value counts; `yuan` is kept in fen, `keys` is what a scanner types, `clock` a time of the day. */
export type SettingUnit =
  | 'workingDays'
  | 'days'
  | 'months'
  | 'minutes'
  | 'ms'
  | 'times'
  | 'customers'
  | 'percent'
  | 'yuan'
  | 'keys'
  | 'years'
  | 'clock'
  | 'letters'
  | 'fold'

export interface SettingField {
  readonly name: SettingName
  readonly unit: SettingUnit
}

export interface SettingGroup {
  readonly group:
    | 'cadence'
    | 'tiers'
    | 'screens'
    | 'prompts'
    | 'hours'
    | 'privacy'
    | 'viewing'
    | 'retention'
    | 'scanner'
  readonly fields: readonly SettingField[]
}

/** The form from top to bottom. `docs/rules.md` says which rule each number belongs to. */
export const SETTING_GROUPS: readonly SettingGroup[] = [
  {
    group: 'cadence',
    fields: [
      { name: 'highWarn', unit: 'workingDays' },
      { name: 'highDue', unit: 'workingDays' },
      { name: 'midSoft', unit: 'workingDays' },
      { name: 'midDue', unit: 'workingDays' },
      { name: 'lowFirst', unit: 'days' },
      { name: 'lowLast', unit: 'days' },
      { name: 'decayDays', unit: 'days' },
      { name: 'escalateOwnerDays', unit: 'workingDays' },
      { name: 'escalateHeadDays', unit: 'workingDays' },
      { name: 'escalateRiskDays', unit: 'workingDays' },
    ],
  },
  {
    group: 'tiers',
    fields: [
      { name: 'preferredFromFen', unit: 'yuan' },
      { name: 'highNetWorthFromFen', unit: 'yuan' },
      { name: 'nearTierBandPercent', unit: 'percent' },
    ],
  },
  {
    group: 'screens',
    fields: [
      { name: 'dormantMonths', unit: 'months' },
      { name: 'dormantBalanceFen', unit: 'yuan' },
      { name: 'maturityDays', unit: 'days' },
      { name: 'birthdayDays', unit: 'days' },
      { name: 'leakDropPercent', unit: 'percent' },
      { name: 'leakFromFen', unit: 'yuan' },
      { name: 'enquiryCount', unit: 'times' },
      { name: 'largeCashFen', unit: 'yuan' },
    ],
  },
  {
    group: 'prompts',
    fields: [
      { name: 'fatigueTimes', unit: 'times' },
      { name: 'fatigueDays', unit: 'days' },
      { name: 'careFromAge', unit: 'years' },
      { name: 'productLetters', unit: 'letters' },
    ],
  },
  {
    group: 'hours',
    fields: [
      { name: 'workFrom', unit: 'clock' },
      { name: 'workTo', unit: 'clock' },
      { name: 'quietFrom', unit: 'clock' },
      { name: 'quietTo', unit: 'clock' },
      { name: 'acceptMinutes', unit: 'minutes' },
    ],
  },
  {
    group: 'privacy',
    fields: [
      { name: 'dailyViewCap', unit: 'customers' },
      { name: 'idleLockMinutes', unit: 'minutes' },
      { name: 'shredAfterDays', unit: 'days' },
    ],
  },
  {
    group: 'viewing',
    fields: [
      { name: 'unusualPeople', unit: 'customers' },
      { name: 'unusualSharePercent', unit: 'percent' },
      { name: 'unusualOutsideHours', unit: 'times' },
      { name: 'unusualRepeatedDays', unit: 'days' },
      { name: 'unusualWithinDays', unit: 'days' },
      { name: 'unusualReveals', unit: 'times' },
      { name: 'unusualRevealsTimes', unit: 'fold' },
    ],
  },
  {
    group: 'retention',
    fields: [
      { name: 'keepVisitsDays', unit: 'days' },
      { name: 'keepLeadsDays', unit: 'days' },
      { name: 'keepPromptsDays', unit: 'days' },
      { name: 'keepNoticesDays', unit: 'days' },
      { name: 'keepRejectFilesDays', unit: 'days' },
    ],
  },
  {
    group: 'scanner',
    fields: [
      { name: 'scannerPrefix', unit: 'keys' },
      { name: 'scannerSuffix', unit: 'keys' },
      { name: 'scannerGapMs', unit: 'ms' },
    ],
  },
]

export const SETTING_FIELDS: readonly SettingField[] = SETTING_GROUPS.flatMap(({ fields }) => fields)

/** Where the values lie that the stored settings hold inside others. */
const PATHS: Partial<Readonly<Record<SettingName, string>>> = {
  highWarn: 'cadence.high.warn',
  highDue: 'cadence.high.due',
  midSoft: 'cadence.mid.soft',
  midDue: 'cadence.mid.due',
  lowFirst: 'cadence.low.first',
  lowLast: 'cadence.low.last',
  preferredFromFen: 'tierLines.1.fromFen',
  highNetWorthFromFen: 'tierLines.2.fromFen',
}

/** A value's place in the stored settings, written as the schema's issues write it. */
export function pathOf(name: SettingName): string {
  return PATHS[name] ?? name
}

/** Whether the default is the practice's own number or ours. */
export function originOf(name: SettingName): 'fixed' | 'ours' {
  const [setting] = pathOf(name).split('.')
  return SETTING_ORIGIN[setting as keyof BranchSettings]
}
