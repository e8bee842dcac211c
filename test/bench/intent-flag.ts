import { join } from 'node:path'
import { Connection } from '../../src/main/engine/connection.ts'
import { EnginePool } from '../../src/main/engine/pool.ts'
import { PRODUCT_CODES } from '../../src/shared/domain/products.ts'
import type { Bench, Surroundings } from './harness/bench.ts'
import { type BranchStore, ENGINE_WORKER, HEAD } from './harness/branch-store.ts'
import { type Figure, p95, timed } from './harness/figures.ts'

const FLAGS = 600
/** Enough to fill the log once: from then on its space is written again, as it is all day in a branch. */
const WARM_UP = 120
const MOST_RATIO = 3

/**
 * A wish noted for good, with its evidence, outbox and audit rows, p95. Floor: one row committed with
 * `synchronous=FULL` into an encrypted file in the same folder.
 */
export const intentFlag: Bench = { name: 'intent.flag', measure }

async function measure(surroundings: Surroundings): Promise<readonly Figure[]> {
  const store = await surroundings.workingCopy()
  const people = peopleIn(store, WARM_UP + FLAGS)
  const engine = await EnginePool.open({ worker: ENGINE_WORKER, ...store }, () => {})
  const bare = bareFile(store)
  const insert = bare.statement('INSERT INTO line (at) VALUES (?)')
  const ours: number[] = []
  const floor: number[] = []
  for (const [index, customerUid] of people.entries()) {
    const product = PRODUCT_CODES[index % PRODUCT_CODES.length] ?? 'deposit'
    const rowMs = await timed(() => bare.transaction(() => insert.run(index)))
    const flagMs = await timed(() =>
      engine.call('intents.flag', { customerUid, product, level: 'mid' }, HEAD),
    )
    if (index < WARM_UP) continue
    floor.push(rowMs)
    ours.push(flagMs)
  }
  bare.close()
  await engine.close()
  const target = { of: 'ratio', atMost: MOST_RATIO } as const
  return [{ name: 'intent.flag', value: p95(ours), unit: 'ms', floor: p95(floor), target }]
}

function bareFile({ folder, dataKey }: BranchStore): Connection {
  const connection = Connection.open({ file: join(folder, 'floor.db'), dataKey, mode: 'writer' })
  connection.script('CREATE TABLE line (id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT')
  return connection
}

/** People all over the branch. */
function peopleIn({ file, dataKey }: BranchStore, count: number): readonly string[] {
  const connection = Connection.open({ file, dataKey, mode: 'reader' })
  const rows = connection
    .statement<{ uid: string }>(
      'SELECT uid FROM customer WHERE merged_into IS NULL AND id % (SELECT max(id) / ? FROM customer) = 0 LIMIT ?',
    )
    .all(count, count)
  connection.close()
  return rows.map(({ uid }) => uid)
}
