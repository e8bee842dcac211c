import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import { addDays } from '../../../shared/domain/calendar/civil-date.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { DueDate } from '../../../shared/domain/work/cadence.ts'
import type { IntentLevel } from '../../../shared/domain/work/intent.ts'
import type { LeadSource, LeadState, LeadTitle, LostReason } from '../../../shared/domain/work/lead.ts'
import { begunFor, type DemoDay, type DueGroup } from './demo-day-plan.ts'

/** Who owns a lead: whoever opens the demo branch, or a colleague. */
type LeadOwner = 'founder' | 'lobby' | 'manager'

/** What tells one stranger of the demo from the next. */
type Known = 'phone' | 'tail' | 'ticket'

interface Sketch {
  readonly surname: string
  readonly title: LeadTitle
  readonly known: Known
  readonly product: ProductCode
  readonly level: IntentLevel
  readonly note: string
  readonly source: LeadSource
  readonly state: LeadState
  readonly lostReason: LostReason | null
  readonly owner: LeadOwner
  readonly due: DueGroup
  /** The stranger has become a customer since. */
  readonly joined: boolean
}

/** One stranger of the first day with when they came and by when somebody comes back to them. */
export interface PlannedLead extends Omit<Sketch, 'due'> {
  readonly due: DueDate
  readonly enteredOn: CivilDate
  /** The last step, where there was one since. */
  readonly movedOn: CivilDate | null
}

const FRESH = { state: 'new', lostReason: null, owner: 'founder', joined: false } as const

/** One of each kind that a pipeline holds, so that every chip, badge and line has something to show. */
const SKETCHES: readonly Sketch[] = [
  {
    ...FRESH,
    surname: '周',
    title: 'mr',
    known: 'phone',
    product: 'wealth',
    level: 'high',
    note: '陪朋友来，问稳健理财怎么买',
    source: 'branch',
    owner: 'lobby',
    due: 'today',
  },
  {
    ...FRESH,
    surname: '欧阳',
    title: 'ms',
    known: 'phone',
    product: 'loan',
    level: 'mid',
    note: '看房中，问首付和利率',
    source: 'introduced',
    state: 'contacted',
    due: 'overdue',
  },
  {
    ...FRESH,
    surname: '韩',
    title: 'mr',
    known: 'tail',
    product: 'deposit',
    level: 'mid',
    note: '他行存单下月到期，比较利率',
    source: 'branch',
    due: 'tomorrow',
  },
  {
    ...FRESH,
    surname: '沈',
    title: 'ms',
    known: 'phone',
    product: 'insurance',
    level: 'high',
    note: '沙龙上留的电话，想了解养老年金',
    source: 'event',
    state: 'qualified',
    owner: 'manager',
    due: 'today',
  },
  {
    ...FRESH,
    surname: '冯',
    title: 'mr',
    known: 'phone',
    product: 'card',
    level: 'low',
    note: '网上申请没填完',
    source: 'online',
    owner: 'manager',
    due: 'tomorrow',
  },
  {
    ...FRESH,
    surname: '曹',
    title: 'other',
    known: 'ticket',
    product: 'fund',
    level: 'low',
    note: '随口问定投，没留电话',
    source: 'branch',
    due: 'tomorrow',
  },
  {
    ...FRESH,
    surname: '彭',
    title: 'ms',
    known: 'tail',
    product: 'loan',
    level: 'mid',
    note: '开店周转',
    source: 'branch',
    state: 'lost',
    lostReason: 'elsewhere',
    due: 'today',
  },
  {
    ...FRESH,
    surname: '',
    title: 'mr',
    known: 'phone',
    product: 'deposit',
    level: 'high',
    note: '先来问过大额存单，后来开了户',
    source: 'branch',
    state: 'qualified',
    joined: true,
    due: 'today',
  },
]

/** Between entering a stranger and the step that followed. */
const DAYS_TO_STEP = 2

/** The first day's strangers, each begun on the day from which the real cadence leads to where it stands now. */
export function planLeads(day: DemoDay): readonly PlannedLead[] {
  return SKETCHES.map(({ due: group, ...sketch }) => {
    const { from, due } = begunFor(sketch.level, group, day)
    const moved = sketch.state !== 'new'
    return {
      ...sketch,
      due,
      enteredOn: moved ? addDays(from, -DAYS_TO_STEP) : from,
      movedOn: moved ? from : null,
    }
  })
}
