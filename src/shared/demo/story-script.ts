import type { RiskGrade, Sex, TransactionChannel, TransactionKind } from '../domain/imports/import-rows.ts'
import type { BranchYear } from './branch-year.ts'
import { interestOn } from './cashflow.ts'
import { type Contacts, counterVisit } from './contacts.ts'
import type { DayNumber } from './day-number.ts'
import type { Holdings } from './holdings.ts'
import type { Place } from './households.ts'
import type { Livelihood } from './livelihoods.ts'
import type { Movement } from './movements.ts'

/** What the product has to notice about somebody in the demo branch. */
export type Story =
  | 'leaking'
  | 'dormant'
  | 'near-next-tier'
  | 'maturity-near'
  | 'birthday'
  | 'opted-out'
  | 'minor'
  | 'complaint-open'
  | 'wealth-enquiries'
  | 'assessment-expired'
  | 'large-cash'
  | 'same-name'
  | 'rare-name'
  | 'long-address'

/**
 * One planted customer, laid down by hand. Days are counted back from the as-of day, so that the story holds on any
 * day. What a script leaves out stays without findings, so that each shows one thing.
 */
export interface StoryScript {
  readonly story: Story
  readonly zh: string
  readonly en: string
  readonly name: string
  readonly sex: Sex
  /** Full years on the as-of day. */
  readonly age: number
  /** Days since the last birthday; at least the quiet default unless the birthday is the story. */
  readonly daysSinceBirthday?: number
  readonly address?: string
  /** The household, when it is not a person alone: who lives there and who of them this is. */
  readonly family?: {
    readonly place: Place
    readonly household: readonly Place[]
    readonly headIndex: number
  }
  readonly livelihood?: Livelihood
  readonly assessment?: { readonly grade: RiskGrade; readonly daysAgo: number } | null
  readonly holdings: (today: DayNumber) => Holdings
  readonly movements: (year: BranchYear, holdings: Holdings) => readonly Movement[]
  readonly contacts: (year: BranchYear, customerKey: string) => Contacts
}

/** Far enough from any day on which a birthday would be noticed; each customer's lies a few days further back. */
export const QUIET_DAYS_SINCE_BIRTHDAY = 120
export const QUIET_BIRTHDAY_STEP_DAYS = 5
export const QUIET_ASSESSMENT = { grade: 'C2', daysAgo: 60 } as const
export const QUIET_LIVELIHOOD: Livelihood = {
  occupation: '企业职员',
  industry: '商务服务',
  employer: '云岭物流公司',
  incomeFen: 9_600_000,
  source: 'salary',
}

export function yuan(amount: number): number {
  return amount * 100
}

/** Nothing but money on the demand account. */
export function demandOnly(amountYuan: number): (today: DayNumber) => Holdings {
  return () => ({ demandFen: yuan(amountYuan), placements: [] })
}

interface Step {
  readonly daysAgo: number
  readonly direction: Movement['direction']
  readonly yuan: number
  readonly kind: TransactionKind
  readonly channel: TransactionChannel
  readonly note: string
}

/** Exactly these movements and the interest. */
export function only(steps: readonly Step[]): StoryScript['movements'] {
  return (year, holdings) => [
    ...interestOn(holdings.demandFen, year),
    ...steps.map((step) => movementOf(step, year)),
  ]
}

/** A salary that comes and goes every month, and these movements besides. */
export function everyMonth(salaryYuan: number, steps: readonly Step[] = []): StoryScript['movements'] {
  return (year, holdings) => [
    ...year.payDays(PAY_DAY).flatMap((day) => salaryMonth(day, salaryYuan)),
    ...only(steps)(year, holdings),
  ]
}

const PAY_DAY = 10

/** What comes in leaves the same day, so that the balance tells the story alone. */
function salaryMonth(day: DayNumber, salaryYuan: number): Movement[] {
  const amountFen = yuan(salaryYuan)
  const spent: Movement = {
    day,
    direction: 'out',
    amountFen,
    kind: 'transfer',
    channel: 'mobile-bank',
    note: '家用',
    givesWayByFen: null,
  }
  return [
    { day, direction: 'in', amountFen, kind: 'salary', channel: null, note: '工资', givesWayByFen: null },
    spent,
  ]
}

function movementOf({ daysAgo, yuan: amount, ...rest }: Step, year: BranchYear): Movement {
  return { day: year.today - daysAgo, amountFen: yuan(amount), givesWayByFen: null, ...rest }
}

/** One visit at the counter and nothing else. */
export function visited(daysAgo: number): StoryScript['contacts'] {
  return (year, customerKey) => ({
    events: [counterVisit(customerKey, year.today - daysAgo, year, '柜面查询账户')],
    refusals: [],
    complaints: [],
    tags: [],
  })
}
