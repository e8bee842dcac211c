import type { InternalInputOf } from '../../../shared/contract/internal/index.ts'
import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { ArrivalKey } from '../../../shared/domain/lobby/arrival-message.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { WriteContext } from '../../engine/context.ts'
import { integer, orNull, type RowOf } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'

const { branch, customer } = TABLES

const IS_DEMO = read({ demo: branch.demo }, 'SELECT demo FROM branch')

/** Null where the branch has nobody yet. */
const HIGHEST_ID = read({ id: orNull(integer) }, 'SELECT max(id) AS id FROM customer')

const NEXT_PERSON = read(
  { id: customer.id, customerNo: customer.customer_no, phone: customer.phone, idNumber: customer.id_number },
  `SELECT id, customer_no AS customerNo, phone, id_number AS idNumber FROM customer
    WHERE id > ? AND merged_into IS NULL ORDER BY id LIMIT 1`,
)

type Regular = RowOf<typeof NEXT_PERSON.columns>

/**
 * Who comes in a replayed morning: customers spread over the whole branch, each known by another kind of number.
 * Throws `arrivals.demoOnly` in a branch with real customers, whose lobby is not to be filled with people who are not there.
 */
export function rehearse(
  { connection, note, publish }: WriteContext,
  { people }: InternalInputOf<'arrivals.rehearse'>,
): readonly ArrivalKey[] {
  if (IS_DEMO.get(connection)?.demo !== 1) throw new AppError('arrivals.demoOnly')
  note({ customers: people })
  publish({})
  return regularsOf(connection, people).map(keyOf)
}

/** One customer out of each of as many equal stretches of the branch. */
function regularsOf(connection: ReadConnection, people: number): readonly Regular[] {
  const last = HIGHEST_ID.get(connection)?.id ?? 0
  const regulars: Regular[] = []
  for (let place = 0; place < people; place++) {
    const from = Math.max(Math.floor((place * last) / people), regulars.at(-1)?.id ?? 0)
    const regular = NEXT_PERSON.get(connection, from)
    if (regular === undefined) break
    regulars.push(regular)
  }
  return regulars
}

/** Everybody has a number at the bank; a document and a phone only some. */
function keyOf({ customerNo, phone, idNumber }: Regular, place: number): ArrivalKey {
  const byNumber: ArrivalKey = { kind: 'customerNo', text: customerNo }
  const keys: ArrivalKey[] = []
  if (idNumber !== null) keys.push({ kind: 'idNumber', text: idNumber })
  keys.push(byNumber)
  if (phone !== null) keys.push({ kind: 'phone', text: phone })
  return keys[place % keys.length] ?? byNumber
}
