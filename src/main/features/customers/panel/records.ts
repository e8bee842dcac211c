import { Refusal } from '../../../../shared/domain/branch/refusal.ts'
import type { Connection } from '../../../engine/connection.ts'
import type { CustomerRecord } from '../../../engine/schema.ts'

/** Everything the bank holds under one person. */
export interface PersonRecords {
  /** The record that the others were merged into. */
  readonly root: CustomerRecord
  /** The root first, then what was merged into it, newest first. */
  readonly all: readonly [CustomerRecord, ...CustomerRecord[]]
  readonly ids: readonly number[]
}

/** The person behind any of their records. Throws `customers.notFound`. */
export function recordsOf(connection: Connection, uid: string): PersonRecords {
  const root = connection
    .statement<CustomerRecord>(
      `SELECT root.* FROM customer AS record JOIN customer AS root ON root.id = coalesce(record.merged_into, record.id)
       WHERE record.uid = ?`,
    )
    .get(uid)
  if (root === undefined) throw new Refusal('customers.notFound')
  const members = connection
    .statement<CustomerRecord>('SELECT * FROM customer WHERE merged_into = ? ORDER BY as_of DESC, id DESC')
    .all(root.id)
  return { root, all: [root, ...members], ids: [root.id, ...members.map((member) => member.id)] }
}

export function uidsOf({ all }: PersonRecords): string[] {
  return all.map(({ uid }) => uid)
}
