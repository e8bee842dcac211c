import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Connection } from '../../../src/main/engine/connection.ts'
import { Runner } from '../../../src/main/engine/runner.ts'
import { systemClockAndEntropy } from '../../../src/main/engine/uid.ts'
import { handlers } from '../../../src/main/features/index.ts'
import { databaseIn } from '../../../src/main/vault/store-files.ts'
import type { ChaosBranch } from './chaos-branch.ts'

/** What a flag's answer said is done for good. */
export interface Acknowledged {
  readonly intentUid: string
  readonly evidenceUid: string
}

/** What a killed process left on the disk. Every count is of things that must not be. */
export interface PostMortem {
  readonly integrity: unknown
  readonly orphans: number
  readonly auditIntact: boolean
  readonly outboxGaps: number
  readonly lost: readonly Acknowledged[]
  /** Flags of which some rows are there and others not. */
  readonly torn: number
  /** Rows of imports that were taken back, and search keys that lead to nobody. */
  readonly leftovers: number
}

export const SOUND: PostMortem = {
  integrity: 'ok',
  orphans: 0,
  auditIntact: true,
  outboxGaps: 0,
  lost: [],
  torn: 0,
  leftovers: 0,
}

/** Looks into a copy of the files: opening them would recover them, and that is the application's own next start. */
export function examine(branch: ChaosBranch, acknowledged: readonly Acknowledged[]): PostMortem {
  return inCopy(branch, (connection) => ({
    integrity: connection.pragma('integrity_check'),
    orphans: connection.statement('PRAGMA foreign_key_check').all().length,
    auditIntact: auditIntact(connection),
    outboxGaps: count(connection, 'SELECT coalesce(max(seq), 0) - count(*) AS n FROM outbox'),
    lost: acknowledged.filter((each) => !isThere(connection, each)),
    torn: count(connection, TORN),
    leftovers: count(connection, LEFTOVERS),
  }))
}

/** Runs whose rows are on the disk without their end: what the next start has to take back. */
export function unfinishedImports(branch: ChaosBranch): number {
  const sql = `SELECT count(*) AS n FROM import_run WHERE state = 'running'`
  return inCopy(branch, (connection) => count(connection, sql))
}

/** Each flag writes evidence, an outbox row and an audit row; demo evidence was planted and has no outbox row. */
const TORN = `SELECT
  (SELECT count(*) FROM outbox WHERE operation = 'intents.flag' AND NOT EXISTS
    (SELECT 1 FROM intent_evidence WHERE uid = payload ->> 'evidenceUid'))
  + (SELECT count(*) FROM intent_evidence WHERE id > (SELECT min(intent_evidence.id) FROM intent_evidence
      JOIN outbox ON uid = payload ->> 'evidenceUid') AND NOT EXISTS
    (SELECT 1 FROM outbox WHERE payload ->> 'evidenceUid' = uid))
  + abs((SELECT count(*) FROM outbox WHERE operation = 'intents.flag')
    - (SELECT count(*) FROM audit WHERE action = 'intents.flag')) AS n`

const DEAD_RUN = `(SELECT id FROM import_run WHERE state NOT IN ('running', 'done'))`
const LEFTOVERS = `SELECT
  (SELECT count(*) FROM customer WHERE import_id IN ${DEAD_RUN})
  + (SELECT count(*) FROM account WHERE import_id IN ${DEAD_RUN})
  + (SELECT count(*) FROM txn WHERE import_id IN ${DEAD_RUN})
  + (SELECT count(*) FROM import_change WHERE import_id IN ${DEAD_RUN})
  + (SELECT count(*) FROM search_key WHERE customer_id NOT IN (SELECT id FROM customer)) AS n`

function inCopy<T>({ folder, dataKey }: ChaosBranch, look: (connection: Connection) => T): T {
  const copy = mkdtempSync(join(tmpdir(), 'huiyan-killed-'))
  cpSync(folder, copy, { recursive: true, filter: (path) => !path.includes('window-state') })
  const connection = Connection.open({ file: databaseIn(copy), dataKey, mode: 'writer' })
  try {
    return look(connection)
  } finally {
    connection.close()
    rmSync(copy, { recursive: true })
  }
}

function count(connection: Connection, sql: string): number {
  return connection.statement<{ n: number }>(sql).get()?.n ?? Number.NaN
}

function isThere(connection: Connection, { intentUid, evidenceUid }: Acknowledged): boolean {
  const sql = `SELECT 1 FROM intent_evidence JOIN intent ON intent.id = intent_id
    WHERE intent_evidence.uid = ? AND intent.uid = ?`
  return connection.statement(sql).get(evidenceUid, intentUid) !== undefined
}

function auditIntact(connection: Connection): boolean {
  const examiner = { no: 'chaos', name: '', role: 'admin' } as const
  const { value } = new Runner(connection, handlers, systemClockAndEntropy).run('audit.verify', {}, examiner)
  return typeof value === 'object' && value !== null && Reflect.get(value, 'intact') === true
}
