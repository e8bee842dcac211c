import { join } from 'node:path'
import { Connection } from '../../../src/main/engine/connection.ts'
import type { BranchStore } from './branch-store.ts'
import { type Figure, p95, timed } from './figures.ts'

/** Enough to fill the log once: from then on its space is written again, as it is all day in a branch. */
export const WARM_UP = 120
const MOST_RATIO = 3

/**
 * Writes for good, p95. Floor: one row committed with `synchronous=FULL` into an encrypted file in the same folder; each
 * is measured just before the write beside it, so that both meet the same machine.
 * @param writes how many count; as many as `WARM_UP` go before them
 */
export async function durableWrites(
  name: string,
  { folder, dataKey }: BranchStore,
  writes: number,
  write: (index: number) => Promise<unknown>,
): Promise<Figure> {
  const bare = Connection.open({ file: join(folder, 'floor.db'), dataKey, mode: 'writer' })
  bare.script('CREATE TABLE line (id INTEGER PRIMARY KEY, at INTEGER NOT NULL) STRICT')
  const insert = bare.statement('INSERT INTO line (at) VALUES (?)')
  const ours: number[] = []
  const floor: number[] = []
  for (let index = 0; index < WARM_UP + writes; index++) {
    const rowMs = await timed(() => bare.transaction(() => insert.run(index)))
    const writeMs = await timed(() => write(index))
    if (index < WARM_UP) continue
    floor.push(rowMs)
    ours.push(writeMs)
  }
  bare.close()
  const target = { of: 'ratio', atMost: MOST_RATIO } as const
  return { name, value: p95(ours), unit: 'ms', floor: p95(floor), target }
}
