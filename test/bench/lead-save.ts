import { join } from 'node:path'
import { Connection } from '../../src/main/engine/connection.ts'
import { EnginePool } from '../../src/main/engine/pool.ts'
import { PRODUCT_CODES } from '../../src/shared/domain/products.ts'
import type { Bench, Surroundings } from './harness/bench.ts'
import { BRANCH_DAY, type BranchStore, ENGINE_WORKER, HEAD } from './harness/branch-store.ts'
import { type Figure, p95, timed } from './harness/figures.ts'

/** Strangers whom the branch knows already; of twenty one is still open. */
const KNOWN_LEADS = 200_000
const SAVES = 600
const WARM_UP = 120
const MOST_RATIO = 3

/**
 * A stranger saved for good: asked against all customers and 200,000 leads, with consents, history, outbox and audit
 * rows, p95. Floor: one row committed with `synchronous=FULL` into an encrypted file in the same folder.
 */
export const leadSave: Bench = { name: 'lead.save', measure }

async function measure(surroundings: Surroundings): Promise<readonly Figure[]> {
  const store = await surroundings.workingCopy()
  plantLeads(store)
  const engine = await EnginePool.open({ worker: ENGINE_WORKER, ...store }, () => {})
  const bare = Connection.open({
    file: join(store.folder, 'floor.db'),
    dataKey: store.dataKey,
    mode: 'writer',
  })
  bare.script('CREATE TABLE line (id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT')
  const insert = bare.statement('INSERT INTO line (at) VALUES (?)')
  const ours: number[] = []
  const floor: number[] = []
  for (let index = 0; index < WARM_UP + SAVES; index++) {
    const rowMs = await timed(() => bare.transaction(() => insert.run(index)))
    const saveMs = await timed(() => save(engine, index))
    if (index < WARM_UP) continue
    floor.push(rowMs)
    ours.push(saveMs)
  }
  bare.close()
  await engine.close()
  const target = { of: 'ratio', atMost: MOST_RATIO } as const
  return [{ name: 'lead.save', value: p95(ours), unit: 'ms', floor: p95(floor), target }]
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

function plantLeads({ file, dataKey }: BranchStore): void {
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
