import { AppError } from '../../../shared/domain/branch/app-error.ts'
import { VALUE_OF_STRANGER, type ValueLevel, valueOfTier } from '../../../shared/domain/customer/value.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { orNull } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { requirePerson } from '../../records/people/person.ts'

/** Whom a referral is about: a customer, or a stranger who left a lead. */
export type Subject =
  | {
      readonly kind: 'customer'
      readonly id: number
      readonly uid: string
      readonly value: ValueLevel
      /** Whose customer it is; null where nobody's. */
      readonly ownerNo: string | null
    }
  | {
      readonly kind: 'lead'
      readonly id: number
      readonly uid: string
      readonly value: ValueLevel
      /** Who the stranger turned out to be. */
      readonly person: Extract<Subject, { kind: 'customer' }> | null
    }

interface SubjectInput {
  readonly customerUid: string | null
  readonly leadUid: string | null
}

const { lead, customer } = TABLES

const OPEN_LEAD_BY_UID = read(
  { id: lead.id, uid: lead.uid, customerUid: orNull(customer.uid) },
  `SELECT lead.id, lead.uid, customer.uid AS customerUid FROM lead
       LEFT JOIN customer ON customer.id = lead.customer_id
       WHERE lead.uid = ? AND lead.closed_at IS NULL`,
)

/**
 * A lead whose stranger turned out to be a customer is worth what the customer is worth.
 * @throws AppError `customers.notFound`, `referrals.noSubject` for a lead that is unknown or closed
 */
export function requireSubject(connection: ReadConnection, { customerUid, leadUid }: SubjectInput): Subject {
  if (customerUid !== null) return customerOf(connection, customerUid)
  const open = OPEN_LEAD_BY_UID.get(connection, leadUid)
  if (open === undefined) throw new AppError('referrals.noSubject')
  const { id, uid } = open
  const person = open.customerUid === null ? null : customerOf(connection, open.customerUid)
  return { kind: 'lead', id, uid, value: person?.value ?? VALUE_OF_STRANGER, person }
}

/** The customer whom a referral is about, if anybody knows them to be one. */
export function personOf(subject: Subject): Extract<Subject, { kind: 'customer' }> | null {
  return subject.kind === 'customer' ? subject : subject.person
}

const TIER_OF_PERSON = read(
  { tier: TABLES.customer_facts.tier },
  'SELECT tier FROM customer_facts WHERE customer_id = ?',
)

function customerOf(connection: ReadConnection, customerUid: string): Extract<Subject, { kind: 'customer' }> {
  const person = requirePerson(connection, customerUid)
  const facts = TIER_OF_PERSON.get(connection, person.id)
  return {
    kind: 'customer',
    id: person.id,
    uid: person.uid,
    ownerNo: person.ownerNo,
    value: valueOfTier(facts?.tier ?? 'standard'),
  }
}
