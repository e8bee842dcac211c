import Database from 'better-sqlite3'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { appErrorOf } from './faults.ts'
import { syncFile } from './flush.ts'
import type { ArrayOf, Columns, Places, RowOf } from './schema/columns.ts'

/** WAL with SQLite older than this can lose a commit when two connections checkpoint at once. */
const OLDEST_SQLITE = [3, 51, 3] as const
const READER_CACHE_KIB = 32 * 1024
const WRITER_CACHE_KIB = 64 * 1024
/** How long another process (a nightly import on the same PC) may hold the write lock before a write gives up. */
const BUSY_TIMEOUT_MS = 10_000

export interface ConnectionOptions {
  readonly file: string
  /** 32 bytes, used as the raw key of the file: no key derivation at open. */
  readonly dataKey: Uint8Array
  readonly mode: 'writer' | 'reader'
  /** Only where the packaged addon does not fit the running Electron. */
  readonly nativeBinding?: string | undefined
}

/** What a column holds that an extract fills. */
export type SqlValue = string | number | null
export type Value = string | number | bigint | null | Uint8Array
export type Statement<Row> = Database.Statement<Value[], Row>
/** A declared query: its text, and the columns of its rows. */
export interface Declared<C> {
  readonly columns: C
  readonly sql: string
}
/** A statement that is only asked for rows. */
export type RowStatement<Row> = Pick<Statement<Row>, 'get' | 'all' | 'iterate'>

/**
 * A connection that cannot write, by its type: what queries are given. (The file of a reader thread is opened read-only
 * as well, but a query may also run on the writer's connection, inside a command.)
 */
export interface ReadConnection {
  /** The prepared statement of a declared query. */
  prepared<C extends Columns>(read: Declared<C>): RowStatement<RowOf<C>>
  /** The same for a query whose rows are arrays. */
  arrays<P extends Places>(read: Declared<P>): RowStatement<ArrayOf<P>>
  /** For text that is put together at run time; its row's shape is only claimed. */
  statement<Row>(sql: string): RowStatement<Row>
}

/**
 * One open database file. Statements are prepared once by their text and kept, because preparing costs ten times as
 * much as running a primary-key read.
 */
export class Connection implements ReadConnection {
  readonly #database: Database.Database
  readonly #statements = new Map<string, Statement<unknown>>()

  private constructor(database: Database.Database) {
    this.#database = database
  }

  /** Opens and proves the key. Throws `AppError` `engine.*` for a damaged, read-only or wrongly keyed file. */
  static open(options: ConnectionOptions): Connection {
    try {
      const isReader = options.mode === 'reader'
      const access = { readonly: isReader, fileMustExist: isReader }
      const database = opened(options.file, access, options.nativeBinding)
      try {
        configure(database, options)
      } catch (error) {
        database.close()
        throw error
      }
      return new Connection(database)
    } catch (error) {
      throw appErrorOf(error)
    }
  }

  prepared<C extends Columns>(read: Declared<C>): RowStatement<RowOf<C>> {
    return this.statement<RowOf<C>>(read.sql)
  }

  arrays<P extends Places>(read: Declared<P>): RowStatement<ArrayOf<P>> {
    return this.statement<ArrayOf<P>>(read.sql).raw(true)
  }

  /** The prepared statement of this text. */
  statement<Row>(sql: string): Statement<Row> {
    const known = this.#statements.get(sql)
    // The map is keyed by text and each text belongs to one caller, who names its row's shape.
    if (known !== undefined) return known as Statement<Row>
    const prepared = this.#database.prepare<Value[], Row>(sql)
    this.#statements.set(sql, prepared as Statement<unknown>)
    return prepared
  }

  /** Runs statements that take no values: migrations, pragmas that answer nothing. */
  script(sql: string): void {
    this.#database.exec(sql)
  }

  /** Runs `work` in one `BEGIN IMMEDIATE` transaction: all of it or nothing. */
  transaction<T>(work: () => T): T {
    return this.#database.transaction(work).immediate()
  }

  /**
   * Runs `work` in one read transaction: all its statements see the file as of one instant. A transaction that is open
   * already is such an instant, and is used.
   */
  snapshot<T>(work: () => T): T {
    if (this.#database.inTransaction) return work()
    this.statement('BEGIN').run()
    try {
      return work()
    } finally {
      // Some errors end the transaction by themselves. Nothing was written, so there is nothing to roll back.
      if (this.#database.inTransaction) this.statement('COMMIT').run()
    }
  }

  /** The version of SQLite itself. */
  get sqliteVersion(): string {
    return versionOf(this.#database)
  }

  pragma(text: string): unknown {
    return this.#database.pragma(text, { simple: true })
  }

  /**
   * Copies the whole database as of one instant into a new file, under the same key. It reads only, so a reader can do
   * it while others write. SQLite's page-by-page backup is not used: it refuses an encrypted source.
   */
  copyTo(file: string): void {
    this.statement('VACUUM INTO ?').run(file)
  }

  /**
   * Copies the whole database as `copyTo` does, under another key. Proves that every page of the copy opens with it, and
   * that the copy survives a power cut. Throws `AppError` `engine.*`; what it left in `file` is worth nothing then.
   */
  copyUnderKey(
    file: string,
    keys: { readonly from: Uint8Array; readonly to: Uint8Array },
    binding: string | undefined,
  ): void {
    this.copyTo(file)
    changeKey(file, keys, binding)
    const copy = Connection.open({ file, dataKey: keys.to, mode: 'reader', nativeBinding: binding })
    try {
      if (copy.pragma('quick_check') !== 'ok') throw new AppError('engine.damaged', { cause: 'copy' })
    } finally {
      copy.close()
    }
  }

  /** Lets SQLite refresh its statistics, then closes. */
  close(): void {
    if (!this.#database.open) return
    this.#statements.clear()
    if (!this.#database.readonly) this.#database.pragma('optimize')
    this.#database.close()
  }
}

/** The library takes 32 bytes behind this word for the key itself. As text in a statement they could not be overwritten. */
const RAW = Buffer.from('raw:')

function withRawKey(dataKey: Uint8Array, use: (key: Buffer) => void): void {
  // A small buffer of Node's own would lie among V8's objects, which leaves copies behind where it moves them.
  const key = Buffer.from(new ArrayBuffer(RAW.length + dataKey.length))
  try {
    key.set(RAW)
    key.set(dataKey, RAW.length)
    use(key)
  } finally {
    key.fill(0)
  }
}

/**
 * Only for a copy that nobody else has open: connections with the old key fail as if theirs were wrong. The copy is
 * thrown away where this fails, so it needs no journal, and is synced once.
 */
function changeKey(
  file: string,
  keys: { readonly from: Uint8Array; readonly to: Uint8Array },
  binding: string | undefined,
): void {
  const database = opened(file, { fileMustExist: true }, binding)
  try {
    database.pragma("cipher='aegis'")
    withRawKey(keys.from, (key) => database.key(key))
    database.pragma('journal_mode=OFF')
    database.pragma('synchronous=OFF')
    withRawKey(keys.to, (key) => database.rekey(key))
  } finally {
    database.close()
  }
  syncFile(file)
}

function opened(
  file: string,
  options: Database.Options,
  nativeBinding: string | undefined,
): Database.Database {
  return new Database(file, { ...options, ...(nativeBinding === undefined ? {} : { nativeBinding }) })
}

function configure(database: Database.Database, options: ConnectionOptions): void {
  // ADR 008: authenticated, 256 bits, and a page costs an eighth of what SQLCipher's takes.
  database.pragma("cipher='aegis'")
  withRawKey(options.dataKey, (key) => database.key(key))
  requireRecentSqlite(database)
  // The first real read: it fails here, and not later, when the key is wrong or the header is damaged.
  database.prepare('SELECT count(*) FROM sqlite_master').get()
  database.pragma(`busy_timeout=${BUSY_TIMEOUT_MS}`)
  database.pragma('foreign_keys=ON')
  database.pragma('trusted_schema=OFF')
  database.pragma('temp_store=MEMORY')
  database.pragma(`cache_size=-${options.mode === 'writer' ? WRITER_CACHE_KIB : READER_CACHE_KIB}`)
  if (options.mode === 'writer') {
    database.pragma('journal_mode=WAL')
    // The driver is built to fall back to NORMAL in WAL mode, which loses acknowledged commits on a power cut.
    database.pragma('synchronous=FULL')
    const synchronous = database.pragma('synchronous', { simple: true })
    const journal = database.pragma('journal_mode', { simple: true })
    if (synchronous !== 2 || journal !== 'wal') {
      throw new AppError('engine.internal', { cause: `synchronous=${synchronous} journal_mode=${journal}` })
    }
  }
}

function versionOf(database: Database.Database): string {
  return database.prepare<[], { v: string }>('SELECT sqlite_version() AS v').get()?.v ?? '0'
}

function requireRecentSqlite(database: Database.Database): void {
  const version = versionOf(database)
  const parts = version.split('.').map(Number)
  const order = OLDEST_SQLITE.map((least, index) => (parts[index] ?? 0) - least).find(
    (difference) => difference !== 0,
  )
  if (order !== undefined && order < 0) throw new AppError('engine.sqliteTooOld', { version })
}
