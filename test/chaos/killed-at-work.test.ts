import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportProfile } from '../../src/shared/contract/import-profile.ts'
import { ExtractFolder, manyPeople } from '../support/imports/extract-folder.ts'
import { BusyWorkstation } from './harness/busy-workstation.ts'
import { type ChaosBranch, foundBranch, peopleIn } from './harness/chaos-branch.ts'
import { type Acknowledged, examine, SOUND, unfinishedImports } from './harness/post-mortem.ts'
import { plannedRounds, type Round, SEED } from './harness/rounds.ts'

/** More than an import gets through before it is killed. */
const EXTRACT_PEOPLE = 20_000

let branch: ChaosBranch
let people: readonly string[]
let extract: ExtractFolder
let profile: ImportProfile
/** Everything that was ever acknowledged: what one round left must outlive all that follow. */
const acknowledged: Acknowledged[] = []

beforeAll(async () => {
  branch = await foundBranch()
  people = peopleIn(branch)
  extract = new ExtractFolder()
  profile = extract.write(manyPeople(EXTRACT_PEOPLE, 2))
})
afterAll(() => {
  branch.remove()
  extract.remove()
})

describe(`a workstation that is killed (seed ${SEED})`, () => {
  it.each(plannedRounds())(
    'keeps its word: $number, $moment, after $acknowledged flags and $thenMs ms',
    async (round) => {
      const workstation = await BusyWorkstation.start(branch.folder)
      await workThrough(workstation, round)
      await wait(round.thenMs)
      await workstation.kill()
      acknowledged.push(...workstation.acknowledged)
      expect(examine(branch, acknowledged)).toEqual(SOUND)
    },
  )

  it('has nothing left of interrupted imports after its next start', async () => {
    const workstation = await BusyWorkstation.start(branch.folder)
    await workstation.signIn()
    await workstation.stop()
    expect(unfinishedImports(branch)).toBe(0)
    expect(examine(branch, acknowledged)).toEqual(SOUND)
  })
})

async function workThrough(
  workstation: BusyWorkstation,
  { moment, acknowledged: flags }: Round,
): Promise<void> {
  if (moment === 'starting') return workstation.beginSignIn()
  await workstation.signIn()
  // Signed in: whatever an earlier round's import had left half done was taken back before the first screen.
  if (moment === 'importing') await workstation.import(extract.path, profile)
  await workstation.flagOnAndOn(people)
  await workstation.hearOf(flags)
}
