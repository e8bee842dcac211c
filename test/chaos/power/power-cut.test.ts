import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SEED } from '../harness/rounds.ts'
import { BranchBefore, emptyRoot } from './harness/branch-before.ts'
import { failPower, plannedPowerRounds } from './harness/power-rounds.ts'
import { ENVIRONMENT, rootFor, scriptFor } from './harness/works.ts'
import { ForgetfulDisk } from './layer/forgetful-disk.ts'
import { Layer, mayPreload } from './layer/layer.ts'
import { stepsIn } from './layer/steps.ts'

describe.runIf(mayPreload)(`a PC whose power fails (seed ${SEED})`, () => {
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

  it.each(plannedPowerRounds())('keeps its word: $number, $work, $cuts cuts', async (round) => {
    expect(await failPower(layer, before, round)).toEqual([])
  })

  it('is watched without a gap: what was recorded makes the very files that are there', async () => {
    const root = rootFor('restore', before)
    const journal = `${root}.journal`
    const rebuilt = emptyRoot()
    try {
      const disk = new ForgetfulDisk(root)
      const env = { ...ENVIRONMENT, LAYER_JOURNAL: journal }
      await layer.run({ root, script: scriptFor('restore', root, before), env })
      for (const step of stepsIn(journal)) disk.play(step)
      disk.writeAfterCut(rebuilt, { files: 1, names: 'all' }, () => 0)
      expect(contentOf(rebuilt)).toEqual(contentOf(root))
    } finally {
      for (const folder of [root, rebuilt, journal]) rmSync(folder, { recursive: true, force: true })
    }
  })
})

/** Every file below a folder with its bytes, but the index that SQLite maps. */
function contentOf(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.endsWith('-shm'),
  )
  const paths = names.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length)).sort()
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path)).toString('base64')]))
}
