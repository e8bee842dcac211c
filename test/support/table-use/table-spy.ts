import { AsyncLocalStorage } from 'node:async_hooks'
import { Connection, type Statement } from '../../../src/main/engine/connection.ts'
import type { Jobs } from '../../../src/main/engine/jobs.ts'
import { Runner } from '../../../src/main/engine/runner.ts'
import { OPENED_LATELY } from '../../../src/main/records/people/opened.ts'
import type { TableName } from '../../../src/shared/contract/tables.ts'
import { openedTables } from './opened-tables.ts'
import { takeWritten, watchWrites } from './written-tables.ts'

/** What one operation or job did to the tables while it ran. */
export interface TableUse {
  readonly name: string
  readonly read: ReadonlySet<TableName>
  readonly written: ReadonlySet<TableName>
  readonly announced: ReadonlySet<TableName>
}

interface Running extends TableUse {
  readonly read: Set<TableName>
  readonly written: Set<TableName>
  readonly announced: Set<TableName>
}

/** Statements that decide whether a call is answered, and not what the answer says. */
const GUARDS: readonly string[] = [OPENED_LATELY.sql]

const running = new AsyncLocalStorage<Running>()

function begin(name: string): Running {
  return { name, read: new Set(), written: new Set(), announced: new Set() }
}

/**
 * From here on every operation that a runner of this thread runs tells what it read, wrote and announced. What a
 * refused command wrote is not told, because it was taken back.
 */
export function spyOnTables(tell: (use: TableUse) => void): void {
  spyOnStatements()
  spyOnTransactions()
  spyOnContexts()
  spyOnOperations(tell)
}

/** Jobs of the same names that tell as well, at their end: of the whole of their steps. */
export function spiedJobs(jobs: Jobs, tell: (use: TableUse) => void): Jobs {
  return Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => {
      const spied: Jobs[string] = async function* (context, input) {
        const { connection } = context.runner
        const use = begin(name)
        watchWrites(connection)
        const steps = job(context, input)
        try {
          for (;;) {
            takeWritten(connection, undefined)
            const step = await running.run(use, () => steps.next())
            takeWritten(connection, use.written)
            if (step.done === true) return step.value
            for (const table of step.value.tables) use.announced.add(table)
            yield step.value
          }
        } finally {
          tell(use)
        }
      }
      return [name, spied]
    }),
  )
}

/** A statement that is asked for is one that is run, on this call or on another. */
function spyOnStatements(): void {
  const { statement } = Connection.prototype
  Connection.prototype.statement = function spied<Row>(this: Connection, sql: string): Statement<Row> {
    const prepare = <R>(text: string) => statement.call(this, text) as Statement<R>
    const use = running.getStore()
    if (use !== undefined && !GUARDS.includes(sql)) {
      for (const table of openedTables(prepare, sql)) use.read.add(table)
    }
    return prepare<Row>(sql)
  }
}

/** Others write between two transactions of a job: what a transaction wrote is asked for at its end. */
function spyOnTransactions(): void {
  const { transaction } = Connection.prototype
  Connection.prototype.transaction = function spied<T>(this: Connection, work: () => T): T {
    const use = running.getStore()
    const watched = () => {
      const result = work()
      takeWritten(this, use?.written)
      return result
    }
    return transaction.call(this, use === undefined ? work : watched) as T
  }
}

/**
 * Settings and calendar are kept by the runner, so that no statement of an operation shows who goes by them. The day and
 * the clock are no table's: the branch's own row is written once, before anybody asks.
 */
function spyOnContexts(): void {
  const { readContext } = Runner.prototype
  Runner.prototype.readContext = function spied(staff) {
    const context = running.exit(() => readContext.call(this, staff))
    const use = running.getStore()
    if (use === undefined) return context
    return {
      ...context,
      get settings() {
        use.read.add('setting')
        return context.settings
      },
      get calendar() {
        use.read.add('year_notice').add('day_override')
        return context.calendar
      },
    }
  }
}

function spyOnOperations(tell: (use: TableUse) => void): void {
  const { run } = Runner.prototype
  Runner.prototype.run = function spied(name, input, staff) {
    const use = begin(name)
    watchWrites(this.connection)
    takeWritten(this.connection, undefined)
    try {
      const outcome = running.run(use, () => run.call(this, name, input, staff))
      for (const table of outcome.tables) use.announced.add(table)
      return outcome
    } finally {
      tell(use)
    }
  }
}
