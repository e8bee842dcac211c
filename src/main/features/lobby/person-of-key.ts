import type { ArrivalKey } from '../../../shared/domain/lobby/arrival-message.ts'
import { toHalfWidth } from '../../../shared/domain/text/half-width.ts'
import { readIdNumber } from '../../../shared/domain/text/identity-number.ts'
import { readPhone } from '../../../shared/domain/text/phone.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { KEY_KIND, reversed } from '../../engine/search-index/keys.ts'
import { exactly, hitsOf, type Probe } from '../../engine/search-index/probe.ts'
import { read } from '../../engine/statement.ts'

const PERSON_BY_ID = read(
  { id: TABLES.customer.id, uid: TABLES.customer.uid },
  'SELECT id, uid FROM customer WHERE id = ?',
)

type KnownPerson = RowOf<typeof PERSON_BY_ID.columns>

/** A card has sixteen to nineteen digits; fewer are a tail, and many people share one. */
const WHOLE_CARD = /^\d{16,19}$/
const CUSTOMER_NO = /^[A-Z\d-]{1,100}$/

/**
 * The one person whom a whole number names. `unknown` where nobody or more than one person has it, `unreadable` where
 * it is no such number, or there is none.
 */
export function personOfKey(
  connection: ReadConnection,
  key: ArrivalKey,
): KnownPerson | 'unknown' | 'unreadable' {
  if (key.kind === 'none') return 'unreadable'
  const probe = wholeNumber(key.kind, key.text)
  if (probe === null) return 'unreadable'
  const [hit, ...others] = hitsOf(connection, [probe])
  if (hit === undefined || others.length > 0) return 'unknown'
  return PERSON_BY_ID.get(connection, hit.rootId) ?? 'unknown'
}

/** The search index holds every number of all records of a person, so one range of it is the whole answer. */
function wholeNumber(kind: Exclude<ArrivalKey['kind'], 'none'>, text: string): Probe | null {
  const compact = toHalfWidth(text)
    .replace(/[\s\p{Cf}]/gu, '')
    .toUpperCase()
  switch (kind) {
    case 'idNumber': {
      const { number } = readIdNumber(compact)
      return number === '' ? null : exactly(KEY_KIND.idReversed, reversed(number))
    }
    case 'phone': {
      const phone = readPhone(text)
      return phone.ok ? exactly(KEY_KIND.phone, phone.number) : null
    }
    case 'cardNumber':
      return WHOLE_CARD.test(compact) ? exactly(KEY_KIND.cardReversed, reversed(compact)) : null
    case 'customerNo':
      return CUSTOMER_NO.test(compact) ? exactly(KEY_KIND.customerNo, compact) : null
  }
}
