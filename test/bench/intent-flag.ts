import { Connection } from '../../src/main/engine/connection.ts'
import { EnginePool } from '../../src/main/engine/pool.ts'
import { PRODUCT_CODES } from '../../src/shared/domain/customer/products.ts'
import type { Bench, CommandContext } from './harness/bench.ts'
import { type BranchStore, ENGINE_WORKER, HEAD } from './harness/branch-store.ts'
import { durableWrites, WARM_UP } from './harness/durable-writes.ts'
import type { Figure } from './harness/figures.ts'

const FLAGS = 600

/**
 * A wish noted for good, with its evidence, outbox and audit rows, p95. Floor: one row committed with
 * `synchronous=FULL` into an encrypted file in the same folder.
 */
export const intentFlag: Bench = { name: 'intent.flag', measure }

async function measure(context: CommandContext): Promise<readonly Figure[]> {
  const store = await context.workingCopy()
  const people = peopleIn(store, WARM_UP + FLAGS)
  const engine = await EnginePool.open({ worker: ENGINE_WORKER, ...store }, () => {})
  const figure = await durableWrites('intent.flag', store, FLAGS, (index) => {
    const product = PRODUCT_CODES[index % PRODUCT_CODES.length] ?? 'deposit'
    const customerUid = people[index] ?? ''
    return engine.call('intents.flag', { customerUid, product, level: 'mid' }, HEAD)
  })
  await engine.close()
  return [figure]
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
