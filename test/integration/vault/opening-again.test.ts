import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sweepLeftovers } from '../../../src/main/vault/leftovers.ts'
import { isWalMissing, OpenMarker, otherOpeners } from '../../../src/main/vault/open-marker.ts'

let folder: string
let own: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-opening-'))
  own = join(folder, `open-${process.pid}.marker`)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const NOBODY = 99_999_999
const silent = () => () => undefined

test.each(['open', 'closing', 'lost'])(
  'what a dead process with our own number left (%s) stays where the branch could not be opened',
  (state) => {
    writeFileSync(own, JSON.stringify({ state }))
    const marker = OpenMarker.announce(folder, silent)
    marker.withdraw()
    expect(JSON.parse(readFileSync(own, 'utf8'))).toEqual({ state })
    expect(isWalMissing(folder)).toBe(state !== 'closing')
  },
)

test('nor is it forgotten where the opening process is killed', () => {
  writeFileSync(own, JSON.stringify({ state: 'open' }))
  const marker = OpenMarker.announce(folder, silent)
  const left = readFileSync(own, 'utf8')
  marker.withdraw()
  rmSync(own)
  writeFileSync(join(folder, `open-${NOBODY}.marker`), left)
  expect(isWalMissing(folder)).toBe(true)
})

test('one that is opening over a loss is seen as alive by others', () => {
  // The parent of this process, which lives.
  writeFileSync(
    join(folder, `open-${process.ppid}.marker`),
    JSON.stringify({ state: 'opening', before: 'lost' }),
  )
  expect(otherOpeners(folder)).toEqual([process.ppid])
})

test('once the branch was opened, nothing is left of it', () => {
  writeFileSync(own, JSON.stringify({ state: 'open' }))
  const marker = OpenMarker.put(folder, silent)
  marker.closing()
  marker.remove()
  expect(readdirSync(folder)).toEqual([])
})

test('files that asked a folder for its time or for room are swept', () => {
  for (const name of [`clock-${NOBODY}.probe`, `room-${NOBODY}.probe`, `room-${NOBODY}.probe.${NOBODY}.new`])
    writeFileSync(join(folder, name), '')
  sweepLeftovers(folder)
  expect(readdirSync(folder)).toEqual([])
})
