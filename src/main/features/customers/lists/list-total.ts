import type { ListTotal } from '../../../../shared/contract/customer-lists.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import { integer } from '../../../engine/schema/columns.ts'
import { read } from '../../../engine/statement.ts'
import { findingBit } from '../../../records/facts/finding-bits.ts'
import { countPeople } from './counts.ts'
import { type ListRequest, quietBefore } from './list-request.ts'

/** Counting stops here: who reads so long a list is not helped by the exact number. Our own default. */
const MOST_COUNTED = 10_000

const COUNT_OF_OWNER = read(
  { people: integer },
  `SELECT count(*) AS people FROM (SELECT 1 FROM customer_facts
   WHERE owner_no = ? AND tier IS coalesce(?, tier) AND findings & ? = ? AND last_contact_on < ? LIMIT ?)`,
)

const COUNT_OF_QUIET = read(
  { people: integer },
  `SELECT count(*) AS people FROM (SELECT 1 FROM customer_facts
   WHERE last_contact_on < ? AND tier IS coalesce(?, tier) AND findings & ? = ? LIMIT ?)`,
)

/**
 * How many people a list holds.
 * @param few how many were counted already, where the list was read whole
 */
export function totalOf(
  connection: ReadConnection,
  request: ListRequest,
  few: number | null,
  todayOn: string,
): ListTotal {
  const { finding, tier, ownerNo, quietDays } = request
  if (few !== null) return { people: few, orMore: false }
  if (ownerNo === null && quietDays === null) {
    return { people: countPeople(connection, finding, tier), orMore: false }
  }
  const before = quietBefore(request, todayOn)
  const bits = finding === null ? 0 : findingBit(finding)
  const counted =
    ownerNo === null
      ? COUNT_OF_QUIET.get(connection, before, tier, bits, bits, MOST_COUNTED + 1)
      : COUNT_OF_OWNER.get(connection, ownerNo, tier, bits, bits, before, MOST_COUNTED + 1)
  const people = counted?.people ?? 0
  return { people: Math.min(people, MOST_COUNTED), orMore: people > MOST_COUNTED }
}
