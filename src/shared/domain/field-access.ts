import type { Role } from './roles.ts'

/**
 * Classes of personal financial information by JR/T 0171-2020: C3 proves who someone is (passwords, card tracks),
 * C2 tells who someone is or how they stand, C1 is the bank's own book-keeping about the account.
 */
export const FIELD_CLASSES = ['C1', 'C2', 'C3'] as const
export type FieldClass = (typeof FIELD_CLASSES)[number]

/** The class of every field of the 360 panel (C1, C2). No C3 field exists: the product neither imports nor stores any. */
export const CLASS_OF_FIELD = {
  name: 'C2',
  birthOn: 'C2',
  sex: 'C2',
  phone: 'C2',
  email: 'C2',
  wechat: 'C2',
  idNumber: 'C2',
  address: 'C2',
  occupation: 'C2',
  employer: 'C2',
  trade: 'C2',
  housing: 'C2',
  income: 'C2',
  marriage: 'C2',
  education: 'C2',
  family: 'C2',
  accountNumber: 'C2',
  cardNumber: 'C2',
  holdings: 'C2',
  transactions: 'C2',
  riskAppetite: 'C2',
  hobbies: 'C2',
  tier: 'C1',
  accountOpenedOn: 'C1',
  accountBranch: 'C1',
  channelPreference: 'C1',
} as const satisfies Record<string, FieldClass>

export type PersonalField = keyof typeof CLASS_OF_FIELD

/** What one reveal opens (P2): a group of fields, with a reason, for one customer. */
export const REVEAL_GROUPS = ['phone', 'name', 'id', 'address', 'all'] as const
export type RevealGroup = (typeof REVEAL_GROUPS)[number]

/** The fields that are masked where rows are read, each with the group that opens it. */
export const GROUP_OF_MASKED_FIELD = {
  name: 'name',
  phone: 'phone',
  email: 'phone',
  wechat: 'phone',
  idNumber: 'id',
  accountNumber: 'id',
  cardNumber: 'id',
  address: 'address',
  employer: 'address',
} as const satisfies Partial<Record<PersonalField, Exclude<RevealGroup, 'all'>>>

export type MaskedField = keyof typeof GROUP_OF_MASKED_FIELD

/** Who may open what (ours): to serve and call one needs name and phone; papers and visits are the manager's work. */
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

export type Visibility = 'clear' | 'masked' | 'hidden'

/**
 * What a role sees of each class before any reveal. Nobody starts with clear C2, the head included; an administrator
 * runs the machine and has no business with customers at all.
 */
export function visibleFields(role: Role): Record<FieldClass, Visibility> {
  return role === 'admin'
    ? { C1: 'hidden', C2: 'masked', C3: 'hidden' }
    : { C1: 'clear', C2: 'masked', C3: 'hidden' }
}

/** Whether a field reads clear under the groups revealed so far. */
export function isRevealed(field: MaskedField, revealed: ReadonlySet<RevealGroup>): boolean {
  return revealed.has('all') || revealed.has(GROUP_OF_MASKED_FIELD[field])
}
