import type { CivilDate } from '../domain/civil-date.ts'
import type { Role } from '../domain/roles.ts'

/**
 * The shapes a demo branch is made of. They mirror the cleaned entities that an import produces, so that the demo can
 * go through the real import (`csv.ts`) and the benches can load rows directly.
 * Money is in fen, rates in percent a year.
 */

export type Sex = 'male' | 'female'
export type RiskGrade = 'R1' | 'R2' | 'R3' | 'R4' | 'R5'

export interface DemoCustomer {
  /** `C` and seven digits, counting from one: C0000001. */
  readonly key: string
  readonly name: string
  readonly birthOn: CivilDate
  readonly sex: Sex
  readonly idNumber: string
  readonly phone: string
  readonly occupation: string
  readonly employer: string
  readonly industry: string
  readonly address: string
  readonly housing: string
  /** Income of a year. */
  readonly incomeFen: number
  readonly marriage: string
  readonly education: string
  readonly family: string
  /** null together with both dates: never assessed. */
  readonly riskGrade: RiskGrade | null
  readonly riskAssessedOn: CivilDate | null
  readonly riskExpiresOn: CivilDate | null
  readonly channelPreference: string
  readonly hobbies: string
  /** How the customer likes to invest, in the branch's words. */
  readonly leaning: string
  /** `H` and the number of the household's first customer; null for a customer on their own. */
  readonly householdNo: string | null
  /** The relationship manager in charge; null for customers served by whoever is free. */
  readonly ownerStaffNo: string | null
}

export type AccountKind = 'demand' | 'term' | 'wealth' | 'fund' | 'insurance'

export interface DemoAccount {
  readonly key: string
  readonly customerKey: string
  readonly kind: AccountKind
  readonly productName: string
  readonly balanceFen: number
  readonly openedOn: CivilDate
  readonly maturesOn: CivilDate | null
  readonly ratePercent: number | null
  readonly status: 'open' | 'closed'
}

export type Direction = 'in' | 'out'

export type TransactionKind =
  | 'cash'
  | 'transfer'
  | 'spending'
  | 'repayment'
  | 'loan'
  | 'bill'
  | 'salary'
  | 'pension'
  | 'interest'
  | 'fee'
  | 'auto-debit'

export type BankChannel = 'counter' | 'atm' | 'pos' | 'phone-bank' | 'web-bank' | 'mobile-bank' | 'agent'

export interface DemoTransaction {
  readonly key: string
  readonly accountKey: string
  readonly customerKey: string
  readonly on: CivilDate
  readonly direction: Direction
  readonly amountFen: number
  /** Balance of the account after this transaction. */
  readonly balanceFen: number
  readonly kind: TransactionKind
  /** null for what the bank books in a batch, without the customer doing anything. */
  readonly channel: BankChannel | null
  readonly note: string | null
}

export type LoanStatus = 'running' | 'running-overdue' | 'finished' | 'finished-unpaid'

export interface DemoLoan {
  readonly key: string
  readonly customerKey: string
  /** The demand account that repays it. */
  readonly accountKey: string | null
  readonly principalFen: number
  readonly balanceFen: number
  readonly startedOn: CivilDate
  readonly endsOn: CivilDate
  readonly months: number
  readonly paymentFen: number
  readonly status: LoanStatus
}

export interface DemoCard {
  readonly key: string
  readonly customerKey: string
  readonly accountKey: string
  /** 16 (credit) or 19 (debit) digits in an issuer number nobody has, with a right Luhn digit. */
  readonly number: string
  readonly kind: 'debit' | 'credit'
  readonly grade: string
  readonly issuedOn: CivilDate
  readonly status: 'active' | 'closed'
}

export type DemoEventCode =
  | 'visit'
  | 'login'
  | 'call'
  | 'wealth-enquiry'
  | 'complaint-opened'
  | 'complaint-closed'
  | 'address-changed'
  | 'risk-assessed'
  | 'introduction'
  | 'event-joined'

/** What happened between customer and bank beside money: three of the timeline's four kinds. */
export interface DemoEvent {
  readonly customerKey: string
  readonly on: CivilDate
  readonly kind: 'basic' | 'non-transaction' | 'channel'
  readonly code: DemoEventCode
  readonly channel: BankChannel | null
  readonly text: string
}

export type MarketingChannel = 'face' | 'phone' | 'sms' | 'email' | 'app' | 'wechat'

export interface DemoRefusal {
  readonly customerKey: string
  readonly channel: MarketingChannel
  readonly on: CivilDate
}

export interface DemoComplaint {
  readonly customerKey: string
  readonly openedOn: CivilDate
  /** null while it is open. */
  readonly resolvedOn: CivilDate | null
  readonly summary: string
}

export interface DemoTag {
  readonly customerKey: string
  readonly kind: 'identity' | 'business' | 'preference' | 'relation'
  readonly text: string
}

export interface DemoStaff {
  readonly no: string
  readonly name: string
  readonly role: Role
}

/** Everything the branch knows about one customer. */
export interface DemoDossier {
  readonly customer: DemoCustomer
  readonly accounts: readonly DemoAccount[]
  readonly transactions: readonly DemoTransaction[]
  readonly loans: readonly DemoLoan[]
  readonly cards: readonly DemoCard[]
  readonly events: readonly DemoEvent[]
  readonly refusals: readonly DemoRefusal[]
  readonly complaints: readonly DemoComplaint[]
  readonly tags: readonly DemoTag[]
}
