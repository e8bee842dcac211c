import * as codes from './import-codes.ts'

/** How the text of a field is read and cleaned. */
export type FieldType =
  | 'key'
  | 'text'
  | 'name'
  | 'date'
  | 'money'
  | 'percent'
  | 'count'
  | 'phone'
  | 'id-number'
  | 'code'

export interface FieldSpec<Code extends string = string> {
  readonly type: FieldType
  readonly required?: true
  /** A day on which a term ends: that it never comes (9999-12-31) says that there is none. */
  readonly endsTerm?: true
  /** Only for `code`. */
  readonly values?: readonly Code[]
  readonly spellings?: codes.CodeSpellings
}

function code<const Code extends string>(
  values: readonly Code[],
  spellings: codes.CodeSpellings,
): FieldSpec<Code> & { readonly type: 'code' } {
  return { type: 'code', values, spellings }
}

function required<Spec extends FieldSpec>(spec: Spec): Spec & { readonly required: true } {
  return { ...spec, required: true }
}

const key = { type: 'key' } as const
const text = { type: 'text' } as const
const name = { type: 'name' } as const
const date = { type: 'date' } as const
const end = { type: 'date', endsTerm: true } as const
const money = { type: 'money' } as const
const percent = { type: 'percent' } as const
const count = { type: 'count' } as const

/**
 * Every field that an extract can fill (C2, D1), in the order that the mapping screen shows. A money field is named
 * without its unit here, because a profile says the file's unit; rows hold fen.
 */
export const IMPORT_FIELDS = {
  customers: {
    key: required(key),
    name: required(name),
    birthOn: date,
    sex: code(codes.SEXES, codes.SEX_SPELLINGS),
    idNumber: { type: 'id-number' },
    phone: { type: 'phone' },
    occupation: text,
    employer: text,
    industry: text,
    address: text,
    housing: text,
    income: money,
    marriage: text,
    education: text,
    family: text,
    riskGrade: code(codes.RISK_GRADES, codes.RISK_GRADE_SPELLINGS),
    riskAssessedOn: date,
    riskExpiresOn: end,
    channelPreference: code(codes.CONTACT_CHANNELS, codes.CONTACT_CHANNEL_SPELLINGS),
    hobbies: text,
    leaning: text,
    householdNo: key,
    ownerStaffNo: key,
  },
  accounts: {
    key: required(key),
    customerKey: required(key),
    kind: required(code(codes.ACCOUNT_KINDS, codes.ACCOUNT_KIND_SPELLINGS)),
    productName: text,
    balance: money,
    openedOn: date,
    maturesOn: end,
    rate: percent,
    status: code(codes.ACCOUNT_STATUSES, codes.ACCOUNT_STATUS_SPELLINGS),
  },
  transactions: {
    key: required(key),
    accountKey: required(key),
    on: required(date),
    direction: required(code(codes.DIRECTIONS, codes.DIRECTION_SPELLINGS)),
    amount: required(money),
    balance: money,
    kind: required(code(codes.TRANSACTION_KINDS, codes.TRANSACTION_KIND_SPELLINGS)),
    channel: code(codes.TRANSACTION_CHANNELS, codes.TRANSACTION_CHANNEL_SPELLINGS),
    note: text,
  },
  loans: {
    key: required(key),
    customerKey: key,
    accountKey: key,
    principal: money,
    balance: money,
    startedOn: date,
    endsOn: end,
    months: count,
    payment: money,
    status: code(codes.LOAN_STATUSES, codes.LOAN_STATUS_SPELLINGS),
  },
  cards: {
    key: required(key),
    customerKey: key,
    accountKey: key,
    number: key,
    numberTail: key,
    kind: code(codes.CARD_KINDS, codes.CARD_KIND_SPELLINGS),
    grade: text,
    issuedOn: date,
    status: code(codes.CARD_STATUSES, codes.CARD_STATUS_SPELLINGS),
  },
} as const satisfies Record<string, Record<string, FieldSpec>>

export type ImportEntity = keyof typeof IMPORT_FIELDS
export type ImportField<Entity extends ImportEntity> = keyof (typeof IMPORT_FIELDS)[Entity] & string
export type ContactChannel = (typeof codes.CONTACT_CHANNELS)[number]

/** Parents before children: a row's parent is in the database, or in the batch before it, when the row arrives. */
export const IMPORT_ENTITIES = [
  'customers',
  'accounts',
  'loans',
  'cards',
  'transactions',
] as const satisfies readonly ImportEntity[]

/** Entities whose rows may name their customer directly or through an account, but must name one of the two. */
export const OWNED_BY_CUSTOMER_OR_ACCOUNT: readonly ImportEntity[] = ['loans', 'cards']

/** @returns the entity's fields as a plain lookup, for code that walks over names it does not know in advance. */
export function fieldsOf(entity: ImportEntity): Readonly<Record<string, FieldSpec>> {
  return IMPORT_FIELDS[entity]
}
