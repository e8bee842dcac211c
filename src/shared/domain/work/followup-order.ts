import { addDays, type CivilDate } from '../calendar/civil-date.ts'
import { nextWorkingDay, type WorkingCalendar } from '../calendar/working-days.ts'
import type { ProductCode } from '../customer/products.ts'
import type { Tier } from '../customer/tiers.ts'
import { priority, type ValueLevel, valueOfTier } from '../customer/value.ts'
import { type DecaySettings, decayedLevel, type IntentLevel } from './intent.ts'

/** 逾期, 今日, 明日 and what comes after, in the order of the daily list (F5). */
export const FOLLOWUP_GROUPS = ['overdue', 'today', 'tomorrow', 'later'] as const
export type FollowupGroup = (typeof FOLLOWUP_GROUPS)[number]

/** What decides an open intent's place in a work list. */
export interface WorkItem {
  readonly id: number
  readonly product: ProductCode
  readonly level: IntentLevel
  readonly lastEvidenceOn: CivilDate
  readonly nextOn: CivilDate
  readonly tier: Tier
}

/** What a day makes of an open intent. */
export interface Placing {
  readonly group: FollowupGroup
  readonly currentLevel: IntentLevel | 'faded'
  readonly priority: number
}

export type PlacedItem = WorkItem & Placing

/** A faded intent comes after the whole grid, the more valuable customer first. */
const FADED_PLACES: Readonly<Record<ValueLevel, number>> = { high: 9, mid: 10, low: 11 }

/** The place in the value × intent grid (I3), 0 to 8, read with what is left of the level (I1); 9 to 11 once faded. */
export function workPriority(value: ValueLevel, level: IntentLevel | 'faded'): number {
  return level === 'faded' ? FADED_PLACES[value] : priority(value, level)
}

export interface DayBounds {
  readonly asOf: CivilDate
  /** 明日 on a list is the next working day, so that a Friday's list shows Monday's work. */
  readonly nextWorkedOn: CivilDate
}

export function dayBounds(asOf: CivilDate, calendar: WorkingCalendar): DayBounds {
  return { asOf, nextWorkedOn: nextWorkingDay(calendar, addDays(asOf, 1)) }
}

export function groupOf(nextOn: CivilDate, { asOf, nextWorkedOn }: DayBounds): FollowupGroup {
  if (nextOn < asOf) return 'overdue'
  if (nextOn === asOf) return 'today'
  return nextOn <= nextWorkedOn ? 'tomorrow' : 'later'
}

/** Puts an open intent into its group and its place on a day. */
export function place<Item extends WorkItem>(
  item: Item,
  bounds: DayBounds,
  settings: DecaySettings,
): Item & Placing {
  const currentLevel = decayedLevel(item.level, item.lastEvidenceOn, bounds.asOf, settings).level
  return {
    ...item,
    group: groupOf(item.nextOn, bounds),
    currentLevel,
    priority: workPriority(valueOfTier(item.tier), currentLevel),
  }
}

/** Order of the branch's intents: by the grid, then by date, then by age, so that two runs give the same list. */
export function compareByGrid(a: PlacedItem, b: PlacedItem): number {
  return a.priority - b.priority || compareText(a.nextOn, b.nextOn) || a.id - b.id
}

/** Order of a follow-up list: by group, and inside a group by the grid (F5). */
export function compareFollowups(a: PlacedItem, b: PlacedItem): number {
  return FOLLOWUP_GROUPS.indexOf(a.group) - FOLLOWUP_GROUPS.indexOf(b.group) || compareByGrid(a, b)
}

function compareText(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
