import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import type { Witness } from '../../shared/domain/branch/witness.ts'
import { type ChainCheck, requireUndoubted, witnessesToCompare } from '../engine/chain/chain-check.ts'
import { WITNESS_FILE } from '../engine/chain/witness-file.ts'
import { Connection, type ReadConnection } from '../engine/connection.ts'
import { appErrorOf } from '../engine/faults.ts'
import { NEWEST_VERSION, versionOf } from '../engine/migrations/index.ts'
import { integer, orNull, text } from '../engine/schema/columns.ts'
import { TABLES } from '../engine/schema.ts'
import { read } from '../engine/statement.ts'
import { writeDurably } from './durable-file.ts'
import { chainCheckIn } from './known-witnesses.ts'
import { explainUnopened, freeBytesOf, inspectStore, LEAST_FREE_BYTES } from './store-faults.ts'
import { databaseIn, requireDatabase } from './store-files.ts'
import { readVaultFile, VAULT_FILE } from './vault-file.ts'

type Detail = Readonly<Record<string, string | number | boolean>>

/** One thing that was looked at. `code` is what a refusal would have said. */
export type Check =
  | { readonly name: CheckName; readonly state: 'ok'; readonly detail: Detail }
  | { readonly name: CheckName; readonly state: 'failed'; readonly code: string; readonly detail: Detail }
  | { readonly name: CheckName; readonly state: 'skipped'; readonly why: string }

export const CHECK_NAMES = [
  'folder',
  'space',
  'vault',
  'wal',
  'key',
  'schema',
  'integrity',
  'foreignKeys',
  'audit',
  'witness',
  'clock',
  'imports',
] as const
export type CheckName = (typeof CHECK_NAMES)[number]

/** What the store looks like from outside, without a key. */
export function examineFiles(folder: string): readonly Check[] {
  return [
    check('folder', () => requireWritable(folder)),
    check('space', () => {
      const freeBytes = freeBytesOf(folder)
      if (freeBytes < LEAST_FREE_BYTES) throw new AppError('engine.diskFull', { freeBytes })
      return { freeBytes }
    }),
    check('vault', () => {
      const { version, slots, suspended, keyChange } = readVaultFile(join(folder, VAULT_FILE))
      const counts = { slots: Object.keys(slots).length, suspended: Object.keys(suspended).length }
      return { version, ...counts, keyChange }
    }),
    check('wal', () => {
      const condition = inspectStore(folder)
      if (condition.state === 'faulty' && condition.fault.code === 'engine.walMissing') {
        throw new AppError('engine.walMissing')
      }
      const wal = `${databaseIn(folder)}-wal`
      return { bytes: existsSync(wal) ? statSync(wal).size : 0 }
    }),
  ]
}

/** What only the key shows. The audit is the caller's to verify, on the connection it is given. */
export function examineDatabase(
  options: {
    readonly folder: string
    readonly dataKey: Uint8Array
    readonly expectedSalt: string | null
    /** UTC milliseconds. */
    readonly nowAt: number
    readonly nativeBinding?: string | undefined
  },
  auditVerdict: (connection: Connection) => Detail,
): readonly Check[] {
  const { folder, nowAt } = options
  const file = databaseIn(folder)
  const chain = chainCheckIn(folder)
  // Taken before the chain is read: others go on writing.
  const witnesses = witnessesOrFault(folder, chain)
  let connection: Connection
  try {
    requireDatabase(folder)
    connection = Connection.open({ ...options, file, mode: 'reader' })
  } catch (error) {
    const appError = explainUnopened(appErrorOf(error), folder, options.expectedSalt)
    return [failed('key', appError)]
  }
  try {
    return [
      { name: 'key', state: 'ok', detail: {} },
      check('schema', () => schemaOf(connection)),
      check('integrity', () => requireIntegrity(connection)),
      check('foreignKeys', () => requireForeignKeys(connection)),
      check('audit', () => auditVerdict(connection)),
      check('witness', () => requireWitnessed(connection, witnesses)),
      check('clock', () => requireClock(connection, chain.clock === 'compare' ? nowAt : null)),
      check('imports', () => importStates(connection)),
    ]
  } finally {
    connection.close()
  }
}

function check(name: CheckName, look: () => Detail): Check {
  try {
    return { name, state: 'ok', detail: look() }
  } catch (error) {
    return failed(name, appErrorOf(error))
  }
}

function failed(name: CheckName, { code, detail }: AppError): Check {
  return { name, state: 'failed', code, detail }
}

/** Writes a file to find out, because permission bits alone do not prove that the folder takes one. */
function requireWritable(folder: string): Detail {
  const probe = join(folder, `probe-${randomBytes(4).toString('hex')}`)
  writeDurably(probe, '')
  rmSync(probe)
  return {}
}

function schemaOf(connection: Connection): Detail {
  const version = versionOf(connection)
  if (version > NEWEST_VERSION) throw new AppError('engine.tooNew', { found: version, known: NEWEST_VERSION })
  return { version, known: NEWEST_VERSION }
}

function witnessesOrFault(folder: string, chain: ChainCheck): readonly Witness[] | AppError {
  try {
    return witnessesToCompare(join(folder, WITNESS_FILE), chain)
  } catch (error) {
    return appErrorOf(error)
  }
}

function requireWitnessed(connection: ReadConnection, witnesses: readonly Witness[] | AppError): Detail {
  if (witnesses instanceof AppError) throw witnesses
  requireUndoubted(connection, witnesses, null)
  return { witnesses: witnesses.length, link: Math.max(0, ...witnesses.map(({ seq }) => seq)) }
}

function requireClock(connection: ReadConnection, nowAt: number | null): Detail {
  requireUndoubted(connection, [], nowAt)
  return {}
}

const INTEGRITY = read({ integrity_check: text }, 'PRAGMA integrity_check')

function requireIntegrity(connection: ReadConnection): Detail {
  // SQLite's own lines name rows and indexes; their number is what the help desk needs.
  const complaints = INTEGRITY.all(connection)
  if (complaints[0]?.integrity_check === 'ok') return {}
  throw new AppError('engine.damaged', { complaints: complaints.length })
}

const ORPHANS = read(
  { table: text, rowid: orNull(integer), parent: text, fkid: integer },
  'PRAGMA foreign_key_check',
)

function requireForeignKeys(connection: ReadConnection): Detail {
  const orphans = ORPHANS.all(connection).length
  if (orphans === 0) return {}
  throw new AppError('engine.damaged', { orphans })
}

const IMPORTS_BY_STATE = read(
  { state: TABLES.import_run.state, count: integer },
  'SELECT state, count(*) AS count FROM import_run GROUP BY state',
)

function importStates(connection: ReadConnection): Detail {
  return Object.fromEntries(IMPORTS_BY_STATE.all(connection).map(({ state, count }) => [state, count]))
}
