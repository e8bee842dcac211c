import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Connection } from '../../../src/main/engine/connection.ts'
import { migrate } from '../../../src/main/engine/migrations/index.ts'
import { Runner } from '../../../src/main/engine/runner.ts'
import type { TableName } from '../../../src/main/engine/schema.ts'
import type { ClockAndEntropy } from '../../../src/main/engine/uid.ts'
import { handlers } from '../../../src/main/features/index.ts'
import type { EngineName, InputOf, ResultOf } from '../../../src/shared/contract/index.ts'
import { operationNamed } from '../../../src/shared/contract/index.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'

export const HEAD: SessionStaff = { no: '8001', name: '赵明', role: 'head' }

/** A clock that a test sets, and chance that repeats. */
export class TestClockAndEntropy implements ClockAndEntropy {
  at: number
  #seed = 1

  constructor(at: number) {
    this.at = at
  }

  nowAt(): number {
    return this.at
  }

  fill(bytes: Uint8Array): Uint8Array {
    for (let index = 0; index < bytes.length; index++) {
      this.#seed = (Math.imul(this.#seed, 1_103_515_245) + 12_345) >>> 0
      bytes[index] = this.#seed >>> 16
    }
    return bytes
  }
}

export interface TestEngine {
  readonly connection: Connection
  readonly runner: Runner
  readonly sources: TestClockAndEntropy
  readonly folder: string
  /** Runs an operation as the router would: the input passes its schema first. */
  run<N extends EngineName>(name: N, input: InputOf<N>, staff?: SessionStaff): ResultOf<N>
  /** Tables that the last operation said it changed. */
  lastTables(): readonly TableName[]
  close(): void
}

/** A real encrypted database in a new folder, founded as a branch on the given day (Shanghai noon). */
export function openEngine(todayOn = '2026-11-20'): TestEngine {
  const folder = mkdtempSync(join(tmpdir(), 'huiyan-engine-'))
  const sources = new TestClockAndEntropy(Date.parse(`${todayOn}T12:00:00+08:00`))
  const connection = Connection.open({
    file: join(folder, 'branch.db'),
    dataKey: new Uint8Array(32).fill(7),
    mode: 'writer',
  })
  migrate(connection)
  const runner = new Runner(connection, handlers, sources)
  runner.run(
    'branch.create',
    { name: '测试网点', demo: false, demoAsOf: null, deviceUid: 'device-1', founder: HEAD },
    HEAD,
  )
  let tables: readonly TableName[] = []
  return {
    connection,
    runner,
    sources,
    folder,
    run: <N extends EngineName>(name: N, input: InputOf<N>, staff: SessionStaff = HEAD) => {
      const outcome = runner.run(name, operationNamed(name)?.input.parse(input), staff)
      tables = outcome.tables
      return outcome.value as ResultOf<N>
    },
    lastTables: () => tables,
    close: () => {
      connection.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
