import { Connection } from '../../src/main/engine/connection.ts'
import { EnginePool } from '../../src/main/engine/pool.ts'
import { searchCustomers } from '../../src/main/features/customers/search/search.ts'
import type { Bench, CommandContext } from './harness/bench.ts'
import { ENGINE_WORKER, HEAD } from './harness/branch-store.ts'
import { type Figure, p95, timed } from './harness/figures.ts'
import { recordReads, replayReads } from './harness/recorded-reads.ts'
import { searchTexts } from './harness/search-texts.ts'

const SEARCHES = 1_000
const WARM_UP = 100
/** As many as the window's box asks for. */
const LIMIT = 8
const MOST_RATIO = 1.5
const MOST_MS = 10

/**
 * From asking the engine to having the lines, p95. Floor: one empty round trip, and the very statements that the search
 * runs, prepared, on a connection of our own.
 */
export const searchEngine: Bench = { name: 'search.engine', measure }

async function measure(context: CommandContext): Promise<readonly Figure[]> {
  const { file, dataKey } = await context.workingCopy()
  const engine = await EnginePool.open({ worker: ENGINE_WORKER, file, dataKey }, () => {})
  const recorder = Connection.open({ file, dataKey, mode: 'reader' })
  const direct = Connection.open({ file, dataKey, mode: 'reader' })
  const ours: number[] = []
  const floor: number[] = []
  for (const [index, text] of searchTexts(context.scale, WARM_UP + SEARCHES).entries()) {
    const reads = recordReads(recorder, (connection) => searchCustomers(connection, text, LIMIT))
    const emptyMs = await timed(() => engine.call('session.whoami', {}, HEAD))
    const readMs = await timed(() => replayReads(direct, reads))
    const searchMs = await timed(() => engine.call('customers.search', { text, limit: LIMIT }, HEAD))
    if (index < WARM_UP) continue
    floor.push(emptyMs + readMs)
    ours.push(searchMs)
  }
  recorder.close()
  direct.close()
  await engine.close()
  const figure = { name: 'search.engine', value: p95(ours), unit: 'ms', floor: p95(floor) } as const
  return [
    { ...figure, target: { of: 'ratio', atMost: MOST_RATIO } },
    { ...figure, name: 'search.engine.p95', target: { of: 'value', atMost: MOST_MS } },
  ]
}
