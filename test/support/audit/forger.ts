import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { Connection } from '../../../src/main/engine/connection.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { Vault } from '../../../src/main/vault/vault.ts'

interface Row {
  readonly seq: number
  readonly at: number
  readonly staff_no: string
  readonly action: string
  readonly customer_uid: string | null
  readonly detail: string
}

/** Who has the folder and one passphrase: opens the database as the product does and runs any SQL in it. */
export async function forge(
  folder: string,
  { no, passphrase }: { readonly no: string; readonly passphrase: string },
  sql: string,
  options: { readonly rehash: boolean } = { rehash: false },
): Promise<void> {
  const { dataKey } = await Vault.at(folder, plainProtector).unlock(no, passphrase, Date.now())
  const connection = Connection.open({ file: join(folder, 'branch.db'), dataKey, mode: 'writer' })
  try {
    forgeOn(connection, sql, options)
  } finally {
    connection.close()
  }
}

/** The same on a connection that is open already. */
export function forgeOn(
  connection: Connection,
  sql: string,
  options: { readonly rehash: boolean } = { rehash: false },
): void {
  withoutTriggers(connection, () => {
    connection.script(sql)
    if (options.rehash) rehash(connection)
  })
}

function withoutTriggers(connection: Connection, work: () => void): void {
  const names = ['audit_is_append_only', 'audit_keeps_rows']
  const kept = names.map(
    (name) =>
      connection.statement<{ sql: string }>('SELECT sql FROM sqlite_master WHERE name = ?').get(name)?.sql,
  )
  for (const name of names) connection.script(`DROP TRIGGER ${name}`)
  work()
  for (const sql of kept) connection.script(sql ?? '')
}

/** Numbers the links anew and computes every hash anew, as anybody can who reads how it is done. */
function rehash(connection: Connection): void {
  const rows = connection
    .statement<Row>('SELECT seq, at, staff_no, action, customer_uid, detail FROM audit ORDER BY seq')
    .all()
  const write = connection.statement('UPDATE audit SET seq = ?, previous_hash = ?, hash = ? WHERE seq = ?')
  let previous = Buffer.alloc(32)
  rows.forEach((row, index) => {
    const seq = index + 1
    const text = JSON.stringify([seq, row.at, row.staff_no, row.action, row.customer_uid, row.detail])
    const hash = createHash('sha256').update(previous).update(text).digest()
    write.run(seq, previous, hash, row.seq)
    previous = hash
  })
}
