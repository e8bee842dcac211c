/** The four kinds of fact on a customer's timeline (C3) and the codes under each. */
export const TIMELINE_KINDS = ['basic', 'transaction', 'non-transaction', 'channel'] as const
export type TimelineKind = (typeof TIMELINE_KINDS)[number]

/** Changes of what is known about the person. */
export const BASIC_CODES = [
  'registered',
  'identity',
  'contact',
  'work',
  'home',
  'family',
  'preference',
] as const

/**
 * What the customer did with money (S3). A kind that an extract does not name counts too: only what is listed is left out,
 * and to call someone dormant on a doubt is the worse mistake.
 */
const ACTIVE_TRANSACTION_CODES = [
  'cash',
  'transfer',
  'spending',
  'repayment',
  'loan',
  'bill',
  'other',
] as const

/** What happened to the account without the customer doing anything; it is no activity (S3). */
export const PASSIVE_TRANSACTION_CODES = ['interest', 'fee', 'auto-debit', 'salary', 'pension'] as const

export const TRANSACTION_CODES = [...ACTIVE_TRANSACTION_CODES, ...PASSIVE_TRANSACTION_CODES] as const

/** What the customer said, wanted or went through. */
export const NON_TRANSACTION_CODES = [
  'leaning',
  'need',
  'complaint',
  'introduction',
  'address-change',
  'account-closed',
  'event-joined',
  'lead-joined',
  'note',
] as const

/** Where the customer met the bank. */
export const CHANNEL_CODES = [
  'counter',
  'atm',
  'pos',
  'phone-bank',
  'web-bank',
  'mobile-bank',
  'agent',
] as const

export const TIMELINE_CODES = {
  basic: BASIC_CODES,
  transaction: TRANSACTION_CODES,
  'non-transaction': NON_TRANSACTION_CODES,
  channel: CHANNEL_CODES,
} as const satisfies Record<TimelineKind, readonly string[]>

export type BasicCode = (typeof BASIC_CODES)[number]
export type TransactionCode = (typeof TRANSACTION_CODES)[number]
export type NonTransactionCode = (typeof NON_TRANSACTION_CODES)[number]
export type ChannelCode = (typeof CHANNEL_CODES)[number]
