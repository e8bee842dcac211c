import type { Role } from '../branch/roles.ts'

/** What the panel tells of a person (C1, C2), in its order. */
export const CUSTOMER_FIELDS = [
  'name',
  'birthOn',
  'sex',
  'phone',
  'furtherPhones',
  'idNumber',
  'occupation',
  'employer',
  'industry',
  'address',
  'housing',
  'income',
  'marriage',
  'education',
  'family',
  'risk',
  'channelPreference',
  'hobbies',
  'leaning',
] as const
export type CustomerField = (typeof CUSTOMER_FIELDS)[number]

/**
 * Classes of personal financial information by JR/T 0171-2020: class C3 proves who someone is (passwords, card tracks),
 * class C2 tells who someone is or how they stand, class C1 is the bank's own book-keeping about the account.
 */
export type FieldClass = 'C1' | 'C2' | 'C3'

/** The class of every field. No field of class C3 exists: the product neither imports nor stores any. */
export const CLASS_OF_FIELD: Readonly<Record<CustomerField, FieldClass>> = {
  name: 'C2',
  birthOn: 'C2',
  sex: 'C2',
  phone: 'C2',
  furtherPhones: 'C2',
  idNumber: 'C2',
  occupation: 'C2',
  employer: 'C2',
  industry: 'C2',
  address: 'C2',
  housing: 'C2',
  income: 'C2',
  marriage: 'C2',
  education: 'C2',
  family: 'C2',
  risk: 'C2',
  channelPreference: 'C1',
  hobbies: 'C2',
  leaning: 'C2',
}

/** What one reveal opens (P2): a group of fields, with a reason, for one customer. */
export const REVEAL_GROUPS = ['phone', 'name', 'id', 'address', 'personal', 'all'] as const
export type RevealGroup = (typeof REVEAL_GROUPS)[number]

/**
 * The fields that are masked where rows are read, each with the group that opens it. Which of class C2 they are is our own
 * default: what tells who somebody is, and how they live. What is left of class C2 is what a counter must see to serve:
 * age and sex, trade, and what suits the customer (risk grade, leaning).
 */
export const GROUP_OF_MASKED_FIELD = {
  name: 'name',
  phone: 'phone',
  furtherPhones: 'phone',
  idNumber: 'id',
  address: 'address',
  employer: 'address',
  housing: 'personal',
  income: 'personal',
  marriage: 'personal',
  education: 'personal',
  family: 'personal',
  hobbies: 'personal',
} as const satisfies Partial<Record<CustomerField, Exclude<RevealGroup, 'all'>>>

export type MaskedField = keyof typeof GROUP_OF_MASKED_FIELD

export function isMaskedField(field: CustomerField): field is MaskedField {
  return Object.hasOwn(GROUP_OF_MASKED_FIELD, field)
}

/** The fields that a reveal of the group gives in the clear. */
export function fieldsOpenedBy(group: RevealGroup): readonly MaskedField[] {
  return CUSTOMER_FIELDS.filter(isMaskedField).filter(
    (field) => group === 'all' || GROUP_OF_MASKED_FIELD[field] === group,
  )
}

/** Which role may reveal what. Our own default: serving and calling need name and phone; the rest is the manager's work. */
const REVEALS: Record<Role, readonly RevealGroup[]> = {
  teller: ['name', 'phone'],
  lobby: ['name', 'phone'],
  rm: REVEAL_GROUPS,
  head: REVEAL_GROUPS,
  admin: [],
}

export function mayReveal(role: Role, group: RevealGroup): boolean {
  return REVEALS[role].includes(group)
}

/** The groups a role may open, in the order of `REVEAL_GROUPS`. */
export function revealGroupsOf(role: Role): readonly RevealGroup[] {
  return REVEAL_GROUPS.filter((group) => mayReveal(role, group))
}
