import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { examine, SOUND, unfinishedImports } from '../harness/post-mortem.ts'
import { BranchBefore, EXTRACT_PEOPLE, placesIn } from './harness/branch-before.ts'
import { startAgain } from './harness/next-start.ts'
import { CROWDED_WORKS, type CrowdedWork, type Tried, tried } from './harness/tries.ts'
import { ENVIRONMENT } from './harness/works.ts'
import { Layer, mayPreload } from './layer/layer.ts'

/** `CHAOS_FULL=every` tries each write there is; else some of each work. */
const EVERY = process.env.CHAOS_FULL === 'every'
const SCRIPT = join(import.meta.dirname, 'harness', 'out-of-room.ts')

/** Writes from one try to the next where not each is tried, and tries at most. */
const SOME: Readonly<Record<CrowdedWork, { readonly step: number; readonly most: number }>> = {
  flag: { step: 7, most: 6 },
  import: { step: 151, most: 2 },
  backup: { step: 91, most: 3 },
  restore: { step: 6, most: 2 },
  signIn: { step: 4, most: 2 },
  changeKey: { step: 61, most: 3 },
}
/** What a finished piece of work adds. */
const ADDS: Readonly<Record<CrowdedWork, number>> = {
  flag: 1,
  import: EXTRACT_PEOPLE,
  backup: 1,
  restore: 1,
  signIn: 0,
  changeKey: 1,
}
const PATIENCE_MS = EVERY ? 3_600_000 : 240_000

describe.runIf(mayPreload)('a disk that is full', () => {
  let layer: Layer
  let before: BranchBefore
  beforeAll(async () => {
    layer = new Layer()
    before = await BranchBefore.make()
  })
  afterAll(() => {
    layer?.remove()
    before?.remove()
  })

  it.each(CROWDED_WORKS)(
    'stops a %s with its code, leaves nothing half done, and lets it go on once there is room',
    async (work) => {
      const root = before.copy()
      try {
        const tries = await tryOver(layer, before, root, work)
        const wrong = tries.filter(({ code, added, again, addedInAll }) => {
          // Where the key is a new one already, the sign-in behind it may still be refused.
          const mayHaveAdded = work === 'changeKey' && added === 1
          const stopped = code.startsWith('engine.diskFull ') && (added === 0 || mayHaveAdded)
          const done = code === 'ok' && added === ADDS[work]
          return !(stopped || done) || again !== 'ok' || addedInAll !== ADDS[work]
        })
        expect(wrong).toEqual([])
        expect(tries.filter(({ code }) => code !== 'ok').length).toBeGreaterThan(0)
        await expectSound(root, before, work)
      } finally {
        rmSync(root, { recursive: true, force: true })
      }
    },
    PATIENCE_MS,
  )
})

async function tryOver(
  layer: Layer,
  before: BranchBefore,
  root: string,
  work: CrowdedWork,
): Promise<readonly Tried[]> {
  const control = `${root}.full`
  const { step, most } = EVERY ? { step: 1, most: Number.MAX_SAFE_INTEGER } : SOME[work]
  const order = [root, control, work, before.extract.path, '1', String(step), String(most)]
  const env = { ...ENVIRONMENT, LAYER_FULL: control }
  const { exitCode, stdout } = await layer.run({ root, script: [SCRIPT, ...order], env })
  expect(exitCode).toBe(0)
  const lines = stdout.split('\n').filter((line) => line !== '')
  return lines.map((line) => tried.parse(JSON.parse(line)))
}

async function expectSound(root: string, before: BranchBefore, work: CrowdedWork): Promise<void> {
  const { data, kept } = placesIn(root)
  const start = await startAgain(data, [ENVIRONMENT.HUIYAN_PASSPHRASE])
  if (start.state !== 'opened') throw new Error(`The branch does not open: ${JSON.stringify(start)}`)
  const flags = work === 'restore' ? before.flagsInBackup : before.flags
  expect(examine(start.branch, flags)).toEqual(SOUND)
  expect(unfinishedImports(start.branch)).toBe(0)
  expect(readdirSync(kept)).toEqual(['first.tar'])
  const leftovers = readdirSync(data).filter((name) =>
    /\.new$|^restoring-|^rekeying-|\.lock$|\.marker$|\.probe$/.test(name),
  )
  expect(leftovers).toEqual([])
}
