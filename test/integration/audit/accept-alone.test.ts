import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { readWitnessFile, WITNESS_FILE } from '../../../src/main/engine/chain/witness-file.ts'
import { UNWATCHED } from '../../../src/main/engine/watch.ts'
import { acceptDoubts } from '../../../src/main/session/accept-doubts.ts'
import { systemClock } from '../../../src/main/session/clock.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { takeLock } from '../../../src/main/vault/lock-file.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'
import {
  FOUNDER,
  found,
  hireEveryRole,
  openHouse,
  passphraseOf,
  STAFF_NO,
} from '../../support/router/open-house.ts'
import { OtherProcesses } from '../../support/vault/other-process.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

const WORKER = new URL('../../../src/main/engine-worker.ts', import.meta.url)
const NOBODY = 99_999_999
const LOST = `open-${NOBODY}.marker`

const others = new OtherProcesses()
/** A branch whose last log is gone, as a start found it. */
let bereft: string
let folder: string
beforeAll(async () => {
  const house = openHouse()
  await found(house)
  await hireEveryRole(house)
  await house.get('session.signOut', {})
  bereft = mkdtempSync(join(tmpdir(), 'huiyan-bereft-'))
  cpSync(house.folder, bereft, { recursive: true })
  writeFileSync(join(bereft, LOST), JSON.stringify({ state: 'lost' }))
  await house.close()
})
afterAll(() => rmSync(bereft, { recursive: true, force: true }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-alone-'))
  cpSync(bereft, folder, { recursive: true })
})
afterEach(() => {
  others.end()
  rmSync(folder, { recursive: true, force: true })
})

/** @param asked is called when the engine has answered a call of that name */
function accept(asked: (name: string) => void = () => {}, who: string = FOUNDER.no) {
  return acceptDoubts(
    {
      dataFolder: folder,
      protector: plainProtector,
      engine: { worker: WORKER, readers: 0 },
      clock: systemClock,
      demo: { seed: 7, asOf: '2026-11-20', customers: 10 },
      keepsFactsOfToday: false,
      publish: () => undefined,
      watch: { ...UNWATCHED, took: asked },
    },
    { staffNo: who, passphrase: passphraseOf(who), reason: '断电后核对过纸质清单' },
  )
}
const markers = () => readdirSync(folder).filter((name) => name.endsWith('.marker'))

test('while a keeper accepts, the folder is held and a marker stands; what was found stands until the end', async () => {
  const seen: (readonly [string, readonly string[], string])[] = []
  const doubts = await accept((name) => {
    seen.push([name, markers(), readFileSync(join(folder, 'folder.lock'), 'utf8').split(' ')[1] ?? ''])
  })
  expect(doubts.map(({ code }) => code)).toEqual(['engine.walMissing'])
  expect(seen.map(([name]) => name)).toContain('audit.record')
  for (const [, standing, work] of seen) {
    expect(standing.toSorted()).toEqual([LOST, `open-${process.pid}.marker`].toSorted())
    expect(work).toBe('accepting')
  }
  expect(readdirSync(folder).filter((name) => /marker$|lock$|-wal$/.test(name))).toEqual([])
})

test('a restore that begins meanwhile is refused', async () => {
  let said = Promise.resolve('')
  await accept((name) => {
    if (name === 'staff.find') said = others.takesFolder(folder)
  })
  // It may ask only when all is over; then it gets the folder of a branch that is whole and closed.
  expect(['session.alreadyOpen', 'held']).toContain(await said)
})

test('a folder that another process works on is not opened', async () => {
  const before = readFileSync(join(folder, 'branch.db'))
  writeFileSync(join(folder, 'folder.lock'), `${process.ppid} restoring of-another`)
  await expect(accept()).rejects.toThrow(new AppError('session.beingRestored'))
  expect(readFileSync(join(folder, 'branch.db')).equals(before)).toBe(true)
  expect(markers()).toEqual([LOST])
})

test('whoever was taken over in between replaces no witness and forgets nothing', async () => {
  const before = readWitnessFile(join(folder, WITNESS_FILE))
  const accepted = accept((name) => {
    if (name === 'audit.end')
      writeFileSync(join(folder, 'folder.lock'), `${process.ppid} restoring of-a-successor`)
  })
  await expect(accepted).rejects.toThrow(new AppError('session.beingRestored'))
  expect(readWitnessFile(join(folder, WITNESS_FILE))).toEqual(before)
  expect(markers()).toEqual([LOST])
})

test('a teller who may not accept leaves what was found', async () => {
  await expect(accept(undefined, STAFF_NO.teller)).rejects.toThrow('call.notAllowed')
  expect(markers()).toEqual([LOST])
})

test('nobody opens the branch or takes the folder while it is held for that', async () => {
  const lock = takeLock(join(folder, 'folder.lock'), 'accepting')
  expect(await others.takesFolder(folder)).toBe('session.alreadyOpen')
  lock?.letGo()
})
