import { Connection } from '../../src/main/engine/connection.ts'
import { EnginePool } from '../../src/main/engine/pool.ts'
import { PRODUCT_CODES } from '../../src/shared/domain/customer/products.ts'
import type { Bench, CommandContext } from './harness/bench.ts'
import { BRANCH_DAY, type BranchStore, ENGINE_WORKER, HEAD } from './harness/branch-store.ts'
import { durableWrites } from './harness/durable-writes.ts'
import type { Figure } from './harness/figures.ts'

/** Strangers whom the branch knows already; of twenty one is still open. */
const KNOWN_LEADS = 200_000
const SAVES = 600

/**
 * A stranger saved for good: asked against all customers and 200,000 leads, with consents, history, outbox and audit
 * rows.
 */
export const leadSave: Bench = { name: 'lead.save', measure }

async function measure(context: CommandContext): Promise<readonly Figure[]> {
  const store = await context.workingCopy()
  seedLeads(store)
  const engine = await EnginePool.open({ worker: ENGINE_WORKER, ...store }, () => {})
  const figure = await durableWrites('lead.save', store, SAVES, (index) => save(engine, index))
  await engine.close()
  return [figure]
}

/** Throws where a save asked back: then something else would be measured. */
async function save(engine: EnginePool, index: number): Promise<void> {
  const answer = await engine.call(
    'leads.save',
    {
      surname: '王',
      title: 'mr',
      phone: `199${String(index).padStart(8, '0')}`,
      product: PRODUCT_CODES[index % PRODUCT_CODES.length] ?? 'deposit',
      level: 'mid',
      consent: { textVersion: 1, purposes: ['contact', 'marketing'] },
    },
    HEAD,
  )
  if (!answer.saved) throw new Error('The stranger is like somebody known')
}

function seedLeads({ file, dataKey }: BranchStore): void {
  const connection = Connection.open({ file, dataKey, mode: 'writer' })
  connection
    .statement(
      `WITH RECURSIVE nth (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM nth WHERE n < ?)
       INSERT INTO lead (uid, surname, title, phone, phone_tail, same_key, product, level, note, source, state,
         lost_reason, owner_no, warn_on, next_on, created_by, created_at, closed_at, updated_at)
       SELECT printf('lead-%d', n), '李', 'ms', printf('198%08d', n), printf('%04d', n % 10000),
         printf('phone:198%08d', n), 'wealth', 'mid', '', 'branch', iif(n % 20 = 0, 'new', 'lost'),
         iif(n % 20 = 0, NULL, 'no-need'), ?, ?, ?, ?, n, iif(n % 20 = 0, NULL, n), n FROM nth`,
    )
    .run(KNOWN_LEADS, HEAD.no, BRANCH_DAY, BRANCH_DAY, HEAD.no)
  connection.close()
}
