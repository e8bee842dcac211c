import type { Connection, Statement } from '../../../src/main/engine/connection.ts'

type Values = Parameters<Statement<unknown>['all']>

/** One statement that a query ran, and how many of its rows it asked for. */
interface Read {
  readonly sql: string
  readonly values: Values
  /** Null where the query read to the end. */
  rowsTaken: number | null
}

/** The reads of one query, in their order. */
export type RecordedReads = readonly Read[]

/**
 * Runs a query and writes down every prepared statement that it reads from.
 * @throws Error where it reads nothing: a floor of no statements would be no floor
 */
export function recordReads(
  connection: Connection,
  query: (connection: Connection) => unknown,
): RecordedReads {
  const reads: Read[] = []
  query(
    new Proxy(connection, {
      get(target, property) {
        if (property === 'statement')
          return (sql: string) => listening(target.statement<unknown>(sql), sql, reads)
        if (property === 'prepared')
          return ({ sql }: { readonly sql: string }) => listening(target.statement<unknown>(sql), sql, reads)
        const member: unknown = Reflect.get(target, property, target)
        return typeof member === 'function' ? member.bind(target) : member
      },
    }),
  )
  if (reads.length === 0) throw new Error('The query read nothing.')
  return reads
}

/** Runs the same statements with the same values on a connection, row by row as far as the query went. */
export function replayReads(connection: Connection, reads: RecordedReads): void {
  for (const { sql, values, rowsTaken } of reads) {
    const rows = connection.statement<unknown>(sql).iterate(...values)
    let taken = 0
    while (taken !== rowsTaken && rows.next().done !== true) taken += 1
    rows.return?.()
  }
}

function listening(statement: Statement<unknown>, sql: string, reads: Read[]): object {
  return {
    get: (...values: Values) => {
      reads.push({ sql, values, rowsTaken: 1 })
      return statement.get(...values)
    },
    all: (...values: Values) => {
      reads.push({ sql, values, rowsTaken: null })
      return statement.all(...values)
    },
    *iterate(...values: Values) {
      const read: Read = { sql, values, rowsTaken: 0 }
      reads.push(read)
      for (const row of statement.iterate(...values)) {
        read.rowsTaken = (read.rowsTaken ?? 0) + 1
        yield row
      }
      read.rowsTaken = null
    },
  }
}
