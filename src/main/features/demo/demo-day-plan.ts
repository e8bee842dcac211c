import { addDays, type CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import { addWorkingDays, type WorkingCalendar } from '../../../shared/domain/calendar/working-days.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import { type CadenceSettings, type DueDate, dueFor } from '../../../shared/domain/work/cadence.ts'
import type { Channel, Outcome } from '../../../shared/domain/work/contact.ts'
import type { IntentLevel, Signal } from '../../../shared/domain/work/intent.ts'

/** One open intent of the first day with what led to it. */
export interface PlannedIntent {
  readonly product: ProductCode
  readonly level: IntentLevel
  readonly signals: readonly Signal[]
  readonly note: string
  readonly flaggedOn: CivilDate
  /** The contact since; null where nobody has called yet. */
  readonly contact: PlannedContact | null
  readonly due: DueDate
}

export interface PlannedContact {
  readonly on: CivilDate
  readonly channel: Channel
  readonly outcome: Outcome
  readonly note: string
}

export type DueGroup = 'overdue' | 'today' | 'tomorrow'

interface Sketch {
  readonly product: ProductCode
  readonly level: IntentLevel
  readonly signals: readonly Signal[]
  readonly note: string
  readonly contact: Omit<PlannedContact, 'on'> | null
}

/** What customers of a branch ask for; a list walks through them again and again. */
const SKETCHES: readonly Sketch[] = [
  {
    product: 'wealth',
    level: 'high',
    signals: ['brings-papers', 'risk-grade'],
    note: '带身份证和银行卡来问稳健型产品',
    contact: null,
  },
  {
    product: 'deposit',
    level: 'mid',
    signals: ['rate', 'compare-peers'],
    note: '比较三年期大额存单与他行利率',
    contact: { channel: 'phone', outcome: 'reached', note: '已告知本期利率，要和家里商量' },
  },
  {
    product: 'loan',
    level: 'high',
    signals: ['applies'],
    note: '装修贷款，已问所需材料',
    contact: { channel: 'phone', outcome: 'appointment', note: '约好带收入证明来' },
  },
  {
    product: 'fund',
    level: 'low',
    signals: ['yield-method'],
    note: '随口问定投怎么算收益',
    contact: null,
  },
  {
    product: 'card',
    level: 'mid',
    signals: ['materials'],
    note: '要信用卡申请资料',
    contact: { channel: 'phone', outcome: 'no-answer', note: '' },
  },
  {
    product: 'insurance',
    level: 'mid',
    signals: ['materials', 'yield-method'],
    note: '想了解养老年金',
    contact: null,
  },
]

/** After so many customers the same wishes, and with them every level, come again. */
export const SKETCH_COUNT = SKETCHES.length

/** Of ten follow-ups two are late, four are for today and four for the next working day. */
const GROUPS: readonly DueGroup[] = [
  'today',
  'overdue',
  'tomorrow',
  'today',
  'tomorrow',
  'today',
  'overdue',
  'tomorrow',
  'today',
  'tomorrow',
]

/** A flag and the contact after it. */
const DAYS_TO_CONTACT = 2
/** Longer back than any cadence reaches, holidays included. */
const SEARCHED_DAYS = 40

export interface DemoDay {
  readonly todayOn: CivilDate
  readonly calendar: WorkingCalendar
  readonly cadence: CadenceSettings
}

/** Plans the `index`-th follow-up of a member of the staff: the day it began is found by counting with the real cadence. */
export function planIntent(index: number, day: DemoDay): PlannedIntent {
  const sketch = SKETCHES[index % SKETCHES.length] ?? FALLBACK
  const { from, due } = begunFor(sketch.level, GROUPS[index % GROUPS.length] ?? 'today', day)
  const { product, level, signals, note, contact } = sketch
  return {
    product,
    level,
    signals,
    note,
    due,
    flaggedOn: contact === null ? from : addDays(from, -DAYS_TO_CONTACT),
    contact: contact === null ? null : { ...contact, on: from },
  }
}

const FALLBACK: Sketch = {
  product: 'deposit',
  level: 'low',
  signals: ['rate'],
  note: '问利率',
  contact: null,
}

/** The latest day from which the cadence leads to a due day of that group, or to the last one before it. */
export function begunFor(
  level: IntentLevel,
  group: DueGroup,
  day: DemoDay,
): { from: CivilDate; due: DueDate } {
  const target = targetOn(group, day)
  let best = { from: day.todayOn, due: dueFor(level, day.todayOn, day.calendar, day.cadence) }
  for (let back = 0; back < SEARCHED_DAYS && best.due.dueOn > target; back++) {
    const from = addDays(day.todayOn, -back)
    best = { from, due: dueFor(level, from, day.calendar, day.cadence) }
  }
  return best
}

function targetOn(group: DueGroup, { todayOn, calendar }: DemoDay): CivilDate {
  switch (group) {
    case 'overdue':
      return addDays(todayOn, -1)
    case 'today':
      return todayOn
    case 'tomorrow':
      return addWorkingDays(calendar, todayOn, 1)
  }
}
