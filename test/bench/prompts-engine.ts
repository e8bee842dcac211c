import { Connection } from '../../src/main/engine/connection.ts'
import { readFacts } from '../../src/main/records/facts/read-facts.ts'
import { promptInputOf } from '../../src/main/records/prompts/read-prompts.ts'
import { DEFAULT_SETTINGS } from '../../src/shared/domain/branch/settings.ts'
import { promptsFrom } from '../../src/shared/domain/prompts/prompts.ts'
import type { Bench, CommandContext } from './harness/bench.ts'
import { BRANCH_DAY, type BranchStore } from './harness/branch-store.ts'
import { type Figure, p95 } from './harness/figures.ts'

const ARRIVALS = 1_000
/** Rounds of the same morning; the first ones let the engine compile what is used often. */
const ROUNDS = 40
const WARM_UP = 10
const MOST_US = 50
const US_PER_MS = 1_000
/** Noon in Shanghai on the branch's day. */
const NOW_AT = Date.parse(`${BRANCH_DAY}T12:00:00+08:00`)

/**
 * From a person's facts to what is said to them, for a morning of arrivals, p95 of the rounds. Floor: reading the one row
 * of facts that the rule works on.
 */
export const promptsEngine: Bench = { name: 'prompts.engine', measure }

async function measure({ workingCopy }: CommandContext): Promise<readonly Figure[]> {
  const store = await workingCopy()
  const connection = Connection.open({ ...store, mode: 'reader' })
  const moment = { todayOn: BRANCH_DAY, nowAt: NOW_AT, settings: DEFAULT_SETTINGS }
  const people = arrivingPeople(store, ARRIVALS)
  const inputs = people.map((id) => promptInputOf(connection, id, moment))
  const ours: number[] = []
  const floor: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const readUs = usEach(people, (id) => readFacts(connection, id, DEFAULT_SETTINGS))
    const sayUs = usEach(inputs, promptsFrom)
    if (round < WARM_UP) continue
    floor.push(readUs)
    ours.push(sayUs)
  }
  connection.close()
  const target = { of: 'value', atMost: MOST_US } as const
  return [{ name: 'prompts.engine', value: p95(ours), unit: 'us/row', floor: p95(floor), target }]
}

function usEach<Each>(all: readonly Each[], work: (each: Each) => unknown): number {
  const startedAt = performance.now()
  for (const each of all) work(each)
  return ((performance.now() - startedAt) * US_PER_MS) / all.length
}

/** People all over the branch, those first who have something to talk about. */
export function arrivingPeople({ file, dataKey }: BranchStore, count: number): number[] {
  const connection = Connection.open({ file, dataKey, mode: 'reader' })
  const rows = connection
    .statement<{ id: number }>(
      'SELECT customer_id AS id FROM customer_facts ORDER BY findings = 0, customer_id LIMIT ?',
    )
    .all(count)
  connection.close()
  return rows.map(({ id }) => id)
}
