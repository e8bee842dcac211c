import type { CivilDate } from '../calendar/civil-date.ts'
import type {
  ACCOUNT_KINDS,
  ACCOUNT_STATUSES,
  CARD_KINDS,
  CARD_STATUSES,
  DIRECTIONS,
  LOAN_STATUSES,
  RISK_GRADES,
  SEXES,
  TRANSACTION_CHANNELS,
  TRANSACTION_KINDS,
} from './import-codes.ts'
import type { ContactChannel, ImportEntity } from './import-fields.ts'

export { IMPORT_ENTITIES, type ImportEntity } from './import-fields.ts'

/**
 * What one record of a bank's extract becomes after mapping and cleaning: the only thing the loader sees.
 * `line` is the physical line (or spreadsheet row) the record starts on, counted from 1. Keys are the bank's own
 * and are compared as text. `null` means that the file says nothing; whether the file has the field at all is in
 * the batch's `mapped` list, so that a narrower extract does not wipe what a wider one brought.
 */
interface Row {
  readonly line: number
  /** The bank's own key, unique within the entity. */
  readonly key: string
  /**
   * Fields of the profile that the record has and that could not be read: what is stored of them stays. Absent where all
   * were read.
   */
  readonly unread?: readonly string[]
}

export type Sex = (typeof SEXES)[number]
export type RiskGrade = (typeof RISK_GRADES)[number]
export type AccountKind = (typeof ACCOUNT_KINDS)[number]
export type AccountStatus = (typeof ACCOUNT_STATUSES)[number]
export type Direction = (typeof DIRECTIONS)[number]
export type TransactionKind = (typeof TRANSACTION_KINDS)[number]
export type TransactionChannel = (typeof TRANSACTION_CHANNELS)[number]
export type LoanStatus = (typeof LOAN_STATUSES)[number]
export type CardKind = (typeof CARD_KINDS)[number]
export type CardStatus = (typeof CARD_STATUSES)[number]

export interface CustomerRow extends Row {
  readonly name: string
  readonly birthOn: CivilDate | null
  readonly sex: Sex | null
  readonly idNumber: string | null
  /** True only for a resident number whose GB 11643 check digit agrees and which the record does not contradict. */
  readonly idChecked: boolean
  /** What of the person only the ID number says; absent where it says nothing. Not believed of a number that others have. */
  readonly toldByNumber?: readonly ('birthOn' | 'sex')[]
  readonly phone: string | null
  /** Every number of the cell, for `customer.phone_entries`; null where it holds one plain number. */
  readonly phoneEntries: string | null
  readonly occupation: string | null
  readonly employer: string | null
  readonly industry: string | null
  readonly address: string | null
  readonly housing: string | null
  /** A year's income. */
  readonly incomeFen: number | null
  readonly marriage: string | null
  readonly education: string | null
  readonly family: string | null
  readonly riskGrade: RiskGrade | null
  readonly riskAssessedOn: CivilDate | null
  readonly riskExpiresOn: CivilDate | null
  readonly channelPreference: ContactChannel | null
  readonly hobbies: string | null
  readonly leaning: string | null
  readonly householdNo: string | null
  readonly ownerStaffNo: string | null
}

export interface AccountRow extends Row {
  readonly customerKey: string
  readonly kind: AccountKind
  readonly productName: string | null
  /** Null when the extract has none: the loader takes it from the account's last transaction. */
  readonly balanceFen: number | null
  readonly openedOn: CivilDate | null
  readonly maturesOn: CivilDate | null
  /** Percent a year: 1.75 means 1.75 %. */
  readonly ratePercent: number | null
  readonly status: AccountStatus | null
}

export interface TransactionRow extends Row {
  readonly accountKey: string
  readonly on: CivilDate
  /** Seen from the customer: `in` raises the balance. */
  readonly direction: Direction
  /** Never negative: a negative figure in the file (a reversal) has turned `direction` round. */
  readonly amountFen: number
  readonly balanceFen: number | null
  readonly kind: TransactionKind
  readonly channel: TransactionChannel | null
  readonly note: string | null
}

export interface LoanRow extends Row {
  /** At least one of `customerKey` and `accountKey` is present. */
  readonly customerKey: string | null
  readonly accountKey: string | null
  readonly principalFen: number | null
  readonly balanceFen: number | null
  readonly startedOn: CivilDate | null
  readonly endsOn: CivilDate | null
  readonly months: number | null
  /** One month's instalment. */
  readonly paymentFen: number | null
  readonly status: LoanStatus | null
}

export interface CardRow extends Row {
  /** At least one of `customerKey` and `accountKey` is present. */
  readonly customerKey: string | null
  readonly accountKey: string | null
  /** The whole number where the extract has it; never shown, kept for search by its tail. */
  readonly number: string | null
  /** The last four characters of the number, given or derived. */
  readonly numberTail: string | null
  readonly kind: CardKind | null
  readonly grade: string | null
  readonly issuedOn: CivilDate | null
  readonly status: CardStatus | null
}

export interface ImportRows {
  readonly customers: CustomerRow
  readonly accounts: AccountRow
  readonly transactions: TransactionRow
  readonly loans: LoanRow
  readonly cards: CardRow
}

export type ImportRow = ImportRows[ImportEntity]

/** Why a record was refused or a field dropped. Never holds the value itself, which may be personal. */
export const ROW_PROBLEM_CODES = [
  'line-too-long',
  'unbalanced-quote',
  'line-break',
  'cut-short',
  'column-count',
  'undecodable',
  'escape-unclear',
  'half-character',
  'nul-character',
  'required-missing',
  'lookup-missing',
  'date-unreadable',
  'amount-unreadable',
  'amount-out-of-range',
  'number-unreadable',
  'code-unknown',
  'name-unreadable',
  'phone-unreadable',
  'phone-rest-unread',
  'id-unverified',
  'id-contradicts',
  'cell-error',
  'birth-unlikely',
  'text-too-long',
  'cell-merged',
  'formula-uncomputed',
  'character-lost',
  'key-repeated',
  'row-failed',
] as const
export type RowProblemCode = (typeof ROW_PROBLEM_CODES)[number]

export interface RowProblem {
  readonly code: RowProblemCode
  /** The target field, when one field is to blame. */
  readonly field?: string
  /**
   * The value with letters turned to `a`, Han characters to `汉` and digits to `9`, at most 24 characters: enough
   * to see what is wrong, nothing to recognise a person by.
   */
  readonly valueShape?: string
}

/**
 * What became of the lines of a text file: physical = records + rejected + continuation + blank + skipped, so that no
 * line can be swallowed unnoticed. A record's first line counts as the record, its others as continuation.
 */
export interface LineCounts {
  /** Lines as an editor counts them. */
  readonly physical: number
  readonly blank: number
  /** The further lines of records with line ends in a field. */
  readonly continuation: number
  /** Titles, headers, rules, sums and footers. */
  readonly skipped: number
}

/** A record that does not enter the database. */
export interface RejectedRecord {
  readonly line: number
  readonly problems: readonly RowProblem[]
  /** The record as it stands in the file, for the reject file only; cut at 4,096 characters. */
  readonly raw: string
}

/** A record that enters the database although a field was dropped or could not be verified. */
export type FlaggedRecord = RejectedRecord
