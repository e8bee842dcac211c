import { addDays, type CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import { isWorking, type WorkingCalendar } from '../../../shared/domain/calendar/working-days.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import type { ReferralState } from '../../../shared/domain/work/referral.ts'

/** Somebody of the branch by what they do there; the founder is whoever opens the demo branch. */
export type ReferralParty = 'founder' | 'lobby' | 'manager' | 'otherManager' | 'teller'

export interface ReferralSketch {
  readonly about: 'lead' | 'customer'
  readonly product: ProductCode
  readonly level: IntentLevel
  readonly reason: string
  readonly from: ReferralParty
  readonly to: ReferralParty
  /** The states it went through, the last is where it stands; without any it waits to be accepted since just now. */
  readonly went: readonly Exclude<ReferralState, 'offered' | 'withdrawn'>[]
  readonly outcomeNote: string
}

export interface PlannedReferral extends ReferralSketch {
  /** Null: just now. */
  readonly offeredOn: CivilDate | null
}

/** One that waits for the founder, one in their hands, and of what they referred one of each ending. */
const SKETCHES: readonly ReferralSketch[] = [
  {
    about: 'lead',
    product: 'wealth',
    level: 'high',
    reason: '想当面了解稳健理财，下午还在附近',
    from: 'teller',
    to: 'founder',
    went: [],
    outcomeNote: '',
  },
  {
    about: 'customer',
    product: 'insurance',
    level: 'mid',
    reason: '比较养老年金',
    from: 'lobby',
    to: 'founder',
    went: ['accepted', 'contacted'],
    outcomeNote: '已通话，周末前再约',
  },
  {
    about: 'customer',
    product: 'loan',
    level: 'high',
    reason: '装修贷款，材料已齐',
    from: 'founder',
    to: 'manager',
    went: ['accepted', 'contacted', 'qualified'],
    outcomeNote: '条件符合，已约面签',
  },
  {
    about: 'customer',
    product: 'deposit',
    level: 'mid',
    reason: '存单到期，金额较大',
    from: 'founder',
    to: 'otherManager',
    went: ['accepted', 'qualified', 'converted'],
    outcomeNote: '已续存三年期',
  },
  {
    about: 'customer',
    product: 'card',
    level: 'low',
    reason: '问信用卡权益',
    from: 'teller',
    to: 'manager',
    went: ['declined'],
    outcomeNote: '本周外出培训',
  },
]

/** Working days before the first day on which the first of them was offered. */
const OLDEST_BACK = 4

/** What was handed on before the first day, and what is being handed on now. */
export function planReferrals(day: {
  readonly todayOn: CivilDate
  readonly calendar: WorkingCalendar
}): readonly PlannedReferral[] {
  return SKETCHES.map((sketch, index) => ({
    ...sketch,
    offeredOn: sketch.went.length === 0 ? null : workingDayBefore(day, OLDEST_BACK - (index % OLDEST_BACK)),
  }))
}

function workingDayBefore(
  { todayOn, calendar }: { readonly todayOn: CivilDate; readonly calendar: WorkingCalendar },
  days: number,
): CivilDate {
  let on = todayOn
  for (let back = 0; back < days; back++) {
    do on = addDays(on, -1)
    while (!isWorking(calendar, on))
  }
  return on
}
