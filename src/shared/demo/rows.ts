import type { Role } from '../domain/branch/roles.ts'
import type { CivilDate } from '../domain/calendar/civil-date.ts'
import type { ProductCode } from '../domain/customer/products.ts'
import type { BasicCode, ChannelCode, NonTransactionCode } from '../domain/customer/timeline.ts'
import type { ContactChannel } from '../domain/imports/import-fields.ts'
import type {
  AccountKind,
  CardKind,
  Direction,
  LoanStatus,
  RiskGrade,
  Sex,
  TransactionChannel,
  TransactionKind,
} from '../domain/imports/import-rows.ts'

/**
 * The shapes a demo branch is made of. They mirror the cleaned entities that an import produces, so that the demo can
 * go through the real import (`csv.ts`) and the benches can load rows directly.
 * Money is in fen, rates in percent a year.
 */

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
  readonly channelPreference: ContactChannel
  readonly hobbies: string
  /** How the customer likes to invest, in the branch's words. */
  readonly leaning: string
  /** `H` and the number of the household's first customer; null for a customer on their own. */
  readonly householdNo: string | null
  /** The relationship manager in charge; null for customers served by whoever is free. */
  readonly ownerStaffNo: string | null
}

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
  readonly channel: TransactionChannel | null
  readonly note: string | null
}

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
  readonly kind: CardKind
  readonly grade: string
  readonly issuedOn: CivilDate
  readonly status: 'active' | 'closed'
}

/** What happened between customer and bank beside money: three of the timeline's four kinds. */
export type DemoEvent = DemoEventFacts &
  (
    | { readonly kind: 'basic'; readonly code: BasicCode }
    | { readonly kind: 'non-transaction'; readonly code: NonTransactionCode }
    | { readonly kind: 'channel'; readonly code: ChannelCode }
  )

interface DemoEventFacts {
  readonly customerKey: string
  readonly on: CivilDate
  /** Where it happened; null where nobody noted it. */
  readonly channel: TransactionChannel | null
  /** What the customer asked about (`code: 'need'`); repeated enquiries about `wealth` are a prompt (L3). */
  readonly product: ProductCode | null
  readonly text: string
}

export interface DemoRefusal {
  readonly customerKey: string
  readonly channel: ContactChannel
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
