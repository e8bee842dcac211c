import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import { type CustomerRecord, TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'

/** Everything the bank holds under one person. */
export interface PersonRecords {
  /** The record that the others were merged into. */
  readonly root: CustomerRecord
  /** The root first, then what was merged into it, newest first. */
  readonly all: readonly [CustomerRecord, ...CustomerRecord[]]
  readonly ids: readonly number[]
}

const ROOT_OF_RECORD = read(
  TABLES.customer,
  `SELECT root.* FROM customer AS record JOIN customer AS root ON root.id = coalesce(record.merged_into, record.id)
   WHERE record.uid = ?`,
)

const MEMBERS_NEWEST_FIRST = read(
  TABLES.customer,
  'SELECT * FROM customer WHERE merged_into = ? ORDER BY as_of DESC, id DESC',
)

/** The person behind any of their records. Throws `customers.notFound`. */
export function recordsOf(connection: ReadConnection, uid: string): PersonRecords {
  const root = ROOT_OF_RECORD.get(connection, uid)
  if (root === undefined) throw new AppError('customers.notFound')
  const members = MEMBERS_NEWEST_FIRST.all(connection, root.id)
  return { root, all: [root, ...members], ids: [root.id, ...members.map((member) => member.id)] }
}

export function uidsOf({ all }: PersonRecords): string[] {
  return all.map(({ uid }) => uid)
}

const UID_OF_RECORD = read({ uid: TABLES.customer.uid }, 'SELECT uid FROM customer WHERE id = ?')

/** The uid of one record, merged or not. Throws `customers.notFound`. */
export function uidOfRecord(connection: ReadConnection, recordId: number): string {
  const record = UID_OF_RECORD.get(connection, recordId)
  if (record === undefined) throw new AppError('customers.notFound')
  return record.uid
}
