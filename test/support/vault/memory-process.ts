import { once } from 'node:events'
import { systemClock } from '../../../src/main/session/clock.ts'
import { SessionController } from '../../../src/main/session/session-controller.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { spokenFrom } from './spoken.ts'

/**
 * A process that founds a branch, signs in, locks and unlocks, signs out, and then waits at each stop for a line, so that
 * its memory can be looked at: `memory-process.ts FOLDER SEED`.
 */
const [folder = '', seed = ''] = process.argv.slice(2)
const STAFF = '1001'

const sessions = new SessionController({
  keepsFactsOfToday: false,
  dataFolder: folder,
  protector: plainProtector,
  engine: { worker: new URL('../../../src/main/engine-worker.ts', import.meta.url), readers: 1 },
  clock: systemClock,
  demo: { seed: 7, asOf: '2026-11-20', customers: 10 },
  publish: () => undefined,
})

async function stop(where: string): Promise<void> {
  collect()
  process.stdout.write(`${where}\n`)
  await once(process.stdin, 'data')
}

/** What nobody holds any more is collected, and its room used anew, as it is in a program that goes on working. */
function collect(): void {
  for (let turn = 0; turn < 4; turn++) {
    globalThis.gc?.()
    const filler = Array.from({ length: 400_000 }, (_, index) => ({ index, text: `filler ${index}` }))
    if (filler.length === 0) throw new Error()
  }
  globalThis.gc?.()
}

await sessions.createBranch({
  kind: 'new',
  role: 'head',
  branchName: '测试网点',
  staffNo: STAFF,
  staffName: '方慧中',
  passphrase: spokenFrom(seed),
})
await stop('signed-in')
await sessions.lock()
await sessions.unlock(spokenFrom(seed))
await sessions.signOut()
await sessions.signIn(STAFF, spokenFrom(seed))
await sessions.signOut()
await stop('signed-out')
await sessions.close()
process.exit(0)
