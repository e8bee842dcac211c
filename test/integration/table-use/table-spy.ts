import { AsyncLocalStorage } from 'node:async_hooks'
import { Connection } from '../../../src/main/engine/connection.ts'
import type { HandlerName } from '../../../src/main/engine/handlers.ts'
import { isInternalRead } from '../../../src/main/engine/internal-operations.ts'
import type { Jobs } from '../../../src/main/engine/jobs.ts'
import { Runner } from '../../../src/main/engine/runner.ts'
import { operationNamed } from '../../../src/shared/contract/index.ts'
import type { TableName } from '../../../src/shared/contract/tables.ts'
import { openedTables } from './opened-tables.ts'
import { takeWritten, watchWrites } from './written-tables.ts'

/** What one operation or job did to the tables while it ran. */
export interface TableUse {
  readonly name: string
  readonly kind: 'query' | 'write'
  readonly read: ReadonlySet<TableName>
  readonly written: ReadonlySet<TableName>
  readonly announced: ReadonlySet<TableName>
}

interface Running extends TableUse {
  readonly read: Set<TableName>
  readonly written: Set<TableName>
  readonly announced: Set<TableName>
}

const running = new AsyncLocalStorage<Running>()

function begin(name: string, kind: TableUse['kind']): Running {
  return { name, kind, read: new Set(), written: new Set(), announced: new Set() }
}

/**
 * From here on every operation that a runner of this thread runs tells what it read, wrote and announced. What a
 * refused command wrote is not told, because it was taken back.
 */
export function spyOnTables(tell: (use: TableUse) => void): void {
  spyOnStatements()
  spyOnContexts()
  spyOnOperations(tell)
}

/** Jobs of the same names that tell as well, at their end: of the whole of their steps. */
export function spiedJobs(jobs: Jobs, tell: (use: TableUse) => void): Jobs {
  return Object.fromEntries(
    Object.entries(jobs).map(([name, job]) => {
      const spied: Jobs[string] = async function* (surroundings, input) {
        const { connection } = surroundings.runner
        const use = begin(name, 'write')
        watchWrites(connection)
        const steps = job(surroundings, input)
        try {
          let step = await running.run(use, () => steps.next())
          while (step.done !== true) {
            takeWritten(connection, use.written)
            for (const table of step.value.tables) use.announced.add(table)
            yield step.value
            step = await running.run(use, () => steps.next())
          }
          takeWritten(connection, use.written)
          return step.value
        } finally {
          tell(use)
        }
      }
      return [name, spied]
    }),
  )
}

/** A statement that a query asks for is one that it runs, on this call or on another. */
function spyOnStatements(): void {
  const { statement } = Connection.prototype
  Connection.prototype.statement = function spied(this: Connection, sql) {
    const use = running.getStore()
    if (use?.kind === 'query') {
      for (const table of openedTables((text) => statement.call(this, text), sql)) use.read.add(table)
    }
    return statement.call(this, sql) as never
  }
}

/** Settings and calendar are kept by the runner, so that no statement of the query shows who goes by them. */
function spyOnContexts(): void {
  const { readContext } = Runner.prototype
  Runner.prototype.readContext = function spied(staff) {
    const context = running.exit(() => readContext.call(this, staff))
    const use = running.getStore()
    if (use?.kind !== 'query') return context
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
    const use = begin(name, isQuery(name) ? 'query' : 'write')
    if (use.kind === 'write') {
      watchWrites(this.connection)
      takeWritten(this.connection, running.getStore()?.written)
    }
    try {
      const outcome = running.run(use, () => run.call(this, name, input, staff))
      if (use.kind === 'write') takeWritten(this.connection, use.written)
      for (const table of outcome.tables) use.announced.add(table)
      return outcome
    } finally {
      tell(use)
    }
  }
}

function isQuery(name: HandlerName): boolean {
  return isInternalRead(name) || operationNamed(name)?.access === 'read'
}
