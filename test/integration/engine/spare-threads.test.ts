import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { EnginePool } from '../../../src/main/engine/pool.ts'
import { SpareThreads } from '../../../src/main/engine/spare-threads.ts'
import { HEAD } from '../../support/engine/open-engine.ts'

const WORKER = new URL('../../../src/main/engine-worker.ts', import.meta.url)

let folder: string
let spares: SpareThreads
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-spares-'))
})
afterEach(async () => {
  await spares.drop()
  rmSync(folder, { recursive: true, force: true })
})

function open(): Promise<EnginePool> {
  const options = {
    worker: WORKER,
    file: join(folder, 'branch.db'),
    dataKey: new Uint8Array(32).fill(7),
    spares,
  }
  return EnginePool.open(options, () => undefined)
}

test('a sign-in takes the threads that are loaded already, and they work as any other', async () => {
  spares = new SpareThreads(WORKER)
  spares.fill()
  const engine = await open()
  expect(spares.take()).toBeNull()
  const branch = { name: '城东网点', demo: false, demoAsOf: null, deviceUid: 'd1' }
  await engine.internal('branch.create', { ...branch, founder: HEAD }, HEAD)
  expect((await engine.call('staff.list', {}, HEAD)).map(({ no }) => no)).toEqual([HEAD.no])
  await engine.close()
})

test('without spares it starts its own, and a second sign-in does so too', async () => {
  spares = new SpareThreads(WORKER)
  const first = await open()
  await first.close()
  const second = await open()
  await second.close()
})

test('one that broke off while it waited is not taken', async () => {
  spares = new SpareThreads(new URL(`data:text/javascript,${encodeURIComponent('throw new Error()')}`))
  spares.fill()
  await expect.poll(() => spares.waiting).toBe(0)
  expect(spares.take()).toBeNull()
})

test('those that nobody took end with the program', async () => {
  spares = new SpareThreads(WORKER)
  spares.fill()
  expect(spares.waiting).toBe(3)
  await spares.drop()
  expect(spares.waiting).toBe(0)
})
