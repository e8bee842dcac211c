import type { InternalInputOf } from '../../../shared/contract/internal/index.ts'
import { Refusal } from '../../../shared/domain/branch/refusal.ts'
import type { ArrivalKey } from '../../../shared/domain/lobby/arrival-message.ts'
import type { Connection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'

interface Regular {
  readonly id: number
  readonly customerNo: string | null
  readonly phone: string | null
  readonly idNumber: string | null
}

const NOBODY: ArrivalKey = { kind: 'none' }

/**
 * Who comes in a replayed morning: customers spread over the whole branch, each known by another kind of number.
 * Throws `arrivals.demoOnly` in a branch with real customers, whose hall is not to be filled with people who are not there.
 */
export function rehearse(
  { connection, note, publish }: WriteContext,
  { people }: InternalInputOf<'arrivals.rehearse'>,
): readonly ArrivalKey[] {
  const branch = connection.statement<{ demo: number }>('SELECT demo FROM branch').get()
  if (branch?.demo !== 1) throw new Refusal('arrivals.demoOnly')
  note({ customers: people })
  publish({})
  return regularsOf(connection, people).map(keyOf)
}

/** One customer out of each of as many equal stretches of the branch. */
function regularsOf(connection: Connection, people: number): readonly Regular[] {
  const last =
    connection.statement<{ id: number | null }>('SELECT max(id) AS id FROM customer').get()?.id ?? 0
  const next = connection.statement<Regular>(
    `SELECT id, customer_no AS customerNo, phone, id_number AS idNumber FROM customer
      WHERE id > ? AND merged_into IS NULL ORDER BY id LIMIT 1`,
  )
  const regulars: Regular[] = []
  for (let place = 0; place < people; place++) {
    const from = Math.max(Math.floor((place * last) / people), regulars.at(-1)?.id ?? 0)
    const regular = next.get(from)
    if (regular === undefined) break
    regulars.push(regular)
  }
  return regulars
}

function keyOf({ customerNo, phone, idNumber }: Regular, place: number): ArrivalKey {
  const keys: ArrivalKey[] = []
  if (idNumber !== null) keys.push({ kind: 'idNumber', text: idNumber })
  if (customerNo !== null) keys.push({ kind: 'customerNo', text: customerNo })
  if (phone !== null) keys.push({ kind: 'phone', text: phone })
  return keys[place % Math.max(1, keys.length)] ?? NOBODY
}
