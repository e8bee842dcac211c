import {
  type BranchSettings,
  branchSettingsSchema,
  SETTING_FIELDS,
  type SettingField,
  type SettingName,
} from '../../../../shared/domain/branch/settings.ts'
import { readText, type SettingValues, settingsOf, type TextFault, textOf, valuesOf } from './setting-text.ts'

/** Texts of the fields somebody changed; all others are as they are stored. */
export type Edits = Partial<Readonly<Record<SettingName, string>>>

export type Fault =
  | {
      readonly kind:
        | TextFault
        | 'tooLong'
        | 'beforeWarning'
        | 'beforeStep'
        | 'notAfterOpening'
        | 'shorterThanDays'
        | 'notAboveLast'
        | 'other'
    }
  /** In the stored unit: fen where the field shows yuan. */
  | { readonly kind: 'tooSmall' | 'tooBig'; readonly limit: number }

export type Faults = Partial<Readonly<Record<SettingName, Fault>>>

export type Checked =
  | { readonly ok: true; readonly settings: BranchSettings }
  | { readonly ok: false; readonly faults: Faults }

/** What the branch's settings would be with these edits, or what is wrong, field by field. */
export function checkEdits(stored: BranchSettings, edits: Edits): Checked {
  const { values, faults } = readEdits(stored, edits)
  const judged = branchSettingsSchema.safeParse(settingsOf(values))
  if (judged.success && Object.keys(faults).length === 0) return { ok: true, settings: judged.data }
  const issues = judged.success ? [] : judged.error.issues
  const found = issues.flatMap((issue) => placed(issue, values))
  return { ok: false, faults: { ...Object.fromEntries(found), ...faults } }
}

/** Edits that say something else than what is stored. */
export function changedNames(stored: BranchSettings, edits: Edits): SettingName[] {
  const values = valuesOf(stored)
  return SETTING_FIELDS.filter(({ name, unit }) => differs(edits[name], textOf(values[name], unit))).map(
    ({ name }) => name,
  )
}

function differs(edit: string | undefined, shown: string): boolean {
  return edit !== undefined && edit.trim() !== shown
}

/** An unreadable field keeps its stored value while the others are judged. */
function readEdits(stored: BranchSettings, edits: Edits): { values: SettingValues; faults: Faults } {
  const read = SETTING_FIELDS.flatMap(({ name, unit }) => {
    const text = edits[name]
    return text === undefined ? [] : [{ name, outcome: readText(text, unit) }]
  })
  const values = read.flatMap(({ name, outcome }) => ('value' in outcome ? [[name, outcome.value]] : []))
  const faults = read.flatMap(({ name, outcome }) =>
    'fault' in outcome ? [[name, { kind: outcome.fault }] as const] : [],
  )
  return {
    values: { ...valuesOf(stored), ...Object.fromEntries(values) },
    faults: Object.fromEntries(faults),
  }
}

type Issue = NonNullable<ReturnType<typeof branchSettingsSchema.safeParse>['error']>['issues'][number]
type Placed = readonly [SettingName, Fault]

/** An issue of the schema beside the field that it speaks of. */
function placed(issue: Issue, values: SettingValues): Placed[] {
  if (issue.code === 'custom' && issue.path[0] === 'cadence') return earlyDues(values)
  if (issue.code === 'custom' && issue.path[0] === 'tierLines') return lowLines(values)
  const field = fieldAt(issue.path.join('.'))
  return field === undefined ? [] : [[field.name, faultOf(issue)]]
}

function fieldAt(path: string): SettingField | undefined {
  return SETTING_FIELDS.find((field) => field.path === path)
}

/** What the schema says where a later step begins before an earlier one. */
const STEPS_IN_ORDER: readonly string[] = ['escalation.order', 'waiting.order']

function faultOf(issue: Issue): Fault {
  if (issue.code === 'too_small') return { kind: 'tooSmall', limit: Number(issue.minimum) }
  if (issue.code === 'too_big' && issue.origin === 'string') return { kind: 'tooLong' }
  if (issue.code === 'too_big') return { kind: 'tooBig', limit: Number(issue.maximum) }
  if (issue.code === 'custom' && STEPS_IN_ORDER.includes(issue.message)) return { kind: 'beforeStep' }
  if (issue.code === 'custom' && issue.message === 'hours.none') return { kind: 'notAfterOpening' }
  if (issue.code === 'custom' && issue.message === 'viewing.order') return { kind: 'shorterThanDays' }
  return { kind: 'other' }
}

/** F2: a level's last day is not before the day it warns. */
function earlyDues({ highWarn, highDue, midSoft, midDue, lowFirst, lowLast }: SettingValues): Placed[] {
  const early: Fault = { kind: 'beforeWarning' }
  return [
    ...(highWarn > highDue ? [['highDue', early] as const] : []),
    ...(midSoft > midDue ? [['midDue', early] as const] : []),
    ...(lowFirst > lowLast ? [['lowLast', early] as const] : []),
  ]
}

/** T1: each tier's line lies above the one before it. */
function lowLines({ preferredFromFen, highNetWorthFromFen }: SettingValues): Placed[] {
  const low: Fault = { kind: 'notAboveLast' }
  return [
    ...(preferredFromFen <= 0 ? [['preferredFromFen', low] as const] : []),
    ...(highNetWorthFromFen <= preferredFromFen ? [['highNetWorthFromFen', low] as const] : []),
  ]
}
