import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Connection } from '../../../src/main/engine/connection.ts'
import { appendAudit, appendOutbox } from '../../../src/main/engine/ledger.ts'
import { migrate } from '../../../src/main/engine/migrations/index.ts'
import { verify } from '../../../src/main/features/audit/verify.ts'

let folder: string
let connection: Connection
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-migrations-'))
  const dataKey = new Uint8Array(32).fill(9)
  connection = Connection.open({ file: join(folder, 'branch.db'), dataKey, mode: 'writer' })
})
afterEach(() => {
  connection.close()
  rmSync(folder, { recursive: true, force: true })
})

const BY = { at: 1, staffNo: '8001' }

test('rows from before the migration name no links and are gone over; later ones are looked for', () => {
  migrate(connection, 170)
  appendAudit(connection, { ...BY, action: 'a', customerUid: null, detail: {} })
  connection
    .statement('INSERT INTO outbox (operation_id, operation, staff_no, at, payload) VALUES (?, ?, ?, ?, ?)')
    .run('old', 'a', BY.staffNo, BY.at, '{}')
  migrate(connection)
  expect(verdict()).toMatchObject({ intact: true, entries: 1 })

  const link = appendAudit(connection, { ...BY, action: 'b', customerUid: null, detail: {} })
  const entry = { ...BY, operation: 'b', payload: {}, firstLink: link, lastLink: link }
  appendOutbox(connection, { ...entry, operationId: 'right' })
  expect(verdict()).toMatchObject({ intact: true, entries: 2 })
  appendOutbox(connection, { ...entry, operationId: 'wrong', operation: 'c' })
  expect(verdict()).toMatchObject({ intact: false, brokenAt: link, reason: 'outbox' })
})

function verdict() {
  return verify({ connection })
}
