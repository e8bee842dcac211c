import { z } from 'zod'
import {
  SETTINGS,
  type SettingGroupName,
  type SettingOrigin,
  type SettingPart,
  type SettingUnit,
} from './setting-table.ts'

type Table = typeof SETTINGS
type Name = keyof Table

/** The names of the table; `Object.keys` says no more than that they are texts. */
const NAMES = Object.keys(SETTINGS) as readonly Name[]

/** The schemas of the table, each under its own name: a record made of entries has lost which is whose. */
const SCHEMAS = Object.fromEntries(NAMES.map((name) => [name, SETTINGS[name].schema])) as {
  readonly [N in Name]: Table[N]['schema']
}

/** What no field can say alone. Each issue lies at the field that is to be changed. */
export const branchSettingsSchema = z
  .strictObject(SCHEMAS)
  .refine(({ workFrom, workTo }) => workFrom < workTo, { message: 'hours.none', path: ['workTo'] })
  .refine(({ escalateOwnerDays: owner, escalateHeadDays: head }) => owner <= head, {
    message: 'escalation.order',
    path: ['escalateHeadDays'],
  })
  .refine(({ escalateHeadDays: head, escalateRiskDays: risk }) => head <= risk, {
    message: 'escalation.order',
    path: ['escalateRiskDays'],
  })
  .refine(({ waitWarnMinutes: warn, waitLongMinutes: long }) => warn <= long, {
    message: 'waiting.order',
    path: ['waitLongMinutes'],
  })
  .refine(({ unusualRepeatedDays: days, unusualWithinDays: within }) => days <= within, {
    message: 'viewing.order',
    path: ['unusualWithinDays'],
  })

export type BranchSettings = z.infer<typeof branchSettingsSchema>

/** What a branch goes by until it says otherwise. */
export const DEFAULT_SETTINGS: BranchSettings = branchSettingsSchema.parse(
  Object.fromEntries(NAMES.map((name) => [name, SETTINGS[name].byDefault])),
)

/**
 * The branch's settings out of what it stored. One that is missing, because its rule was added later, or that the rules
 * do not allow any more, is the default and takes none of the others with it; what is no setting is left out.
 */
export function settingsFrom(stored: object): BranchSettings {
  const known = Object.entries(stored).filter(([name]) => Object.hasOwn(DEFAULT_SETTINGS, name))
  const kept = { ...DEFAULT_SETTINGS, ...Object.fromEntries(known) }
  const parsed = branchSettingsSchema.safeParse(kept)
  if (parsed.success) return parsed.data
  const wrong = new Set(parsed.error.issues.map(({ path }) => path[0]))
  const defaults = Object.entries(DEFAULT_SETTINGS).filter(([name]) => wrong.has(name))
  // Two settings that stand in an order may still contradict each other, as the default of one and a stored other.
  const mended = branchSettingsSchema.safeParse({ ...kept, ...Object.fromEntries(defaults) })
  return mended.success ? mended.data : DEFAULT_SETTINGS
}

type FactSetting = {
  [N in Name]: Table[N] extends { readonly changesFacts: true } ? N : never
}[Name]
/** Of the settings those that stored tiers and findings rest on. */
export type FactSettings = Pick<BranchSettings, FactSetting>

/** Their names, in the order of the table. */
export const FACT_SETTINGS: readonly FactSetting[] = NAMES.filter(isFactSetting)

function isFactSetting(name: Name): name is FactSetting {
  return 'changesFacts' in SETTINGS[name]
}

type PartOf<N extends Name> = Table[N]['shown'] extends readonly SettingPart[]
  ? Table[N]['shown'][number]['name']
  : N

/** Every adjustable value by a name of its own: a setting, or one number of a setting that holds several. */
export type SettingName = { [N in Name]: PartOf<N> }[Name]

/** One value as Settings shows it. */
export interface SettingField {
  readonly name: SettingName
  readonly unit: SettingUnit
  /** Its place in the stored settings, written as the schema's issues write it. */
  readonly path: string
  readonly origin: SettingOrigin
  readonly group: SettingGroupName
}

/** Every value in the order of the table. */
export const SETTING_FIELDS: readonly SettingField[] = NAMES.flatMap(fieldsOf)

function fieldsOf(setting: Name): SettingField[] {
  const { origin, group, shown } = SETTINGS[setting]
  if (typeof shown !== 'string') {
    return shown.map(({ name, at, unit }) => ({ name, unit, path: `${setting}.${at}`, origin, group }))
  }
  // A setting without parts is shown under its own name, which is what `PartOf` says.
  return [{ name: setting as SettingName, unit: shown, path: setting, origin, group }]
}

/** The groups with their fields, in the order of the table. */
export const SETTING_GROUPS: readonly {
  readonly group: SettingGroupName
  readonly fields: readonly SettingField[]
}[] = [...new Set(SETTING_FIELDS.map(({ group }) => group))].map((group) => ({
  group,
  fields: SETTING_FIELDS.filter((field) => field.group === group),
}))
