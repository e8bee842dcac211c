import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { minuteAt } from '../../../src/shared/domain/calendar/time-of-day.ts'
import { FOUNDER, found, type House, openHouse } from '../../support/router/open-house.ts'

let template: string
let foundedAt: number
const opened: House[] = []

beforeAll(async () => {
  const founding = openHouse()
  await found(founding)
  foundedAt = (await founding.get('audit.list', { limit: 1 }))[0]?.at ?? 0
  await founding.get('session.signOut', {})
  template = mkdtempSync(join(tmpdir(), 'huiyan-clock-'))
  cpSync(founding.folder, template, { recursive: true })
  await founding.close()
})
afterAll(async () => {
  // Two may share a folder; the earlier one was left before the later one was opened.
  for (const house of opened.toReversed()) await house.close()
  rmSync(template, { recursive: true, force: true })
})

/** The branch as it was founded just now, at a machine whose clock is so many days ahead. */
function houseAhead(daysAhead: number, folder = mkdtempSync(join(tmpdir(), 'huiyan-clock-'))): House {
  if (opened.every((house) => house.folder !== folder)) cpSync(template, folder, { recursive: true })
  const house = openHouse({ folder, daysAhead })
  opened.push(house)
  return house
}

const signIn = (house: House) =>
  house.call('session.signIn', { staffNo: FOUNDER.no, passphrase: FOUNDER.passphrase })
const codeOf = async (house: House) => {
  const envelope = await signIn(house)
  return envelope.ok ? 'ok' : envelope.error.code
}
const accept = (house: House) =>
  house.code('session.acceptDoubts', {
    staffNo: FOUNDER.no,
    passphrase: FOUNDER.passphrase,
    reason: '时钟已核对',
  })

test.each([
  [0, 'ok'],
  [-1 / 48, 'ok'],
  [-1 / 12, 'engine.clockBehind'],
  [-400, 'engine.clockBehind'],
  [10, 'ok'],
  [11, 'engine.clockAhead'],
  [400, 'engine.clockAhead'],
])('a clock %d days from the newest entry: %s', async (days, expected) => {
  expect(await codeOf(houseAhead(days))).toBe(expected)
})

test('P2: the screen names both times, and nothing was written by asking', async () => {
  const house = houseAhead(-300)
  const envelope = await signIn(house)
  expect(envelope).toMatchObject({ ok: false, error: { code: 'engine.clockBehind' } })
  const view = await house.get('session.state', {})
  expect(view.state === 'faulty' && view.fault.detail.newest).toContain(minuteAt(foundedAt).slice(0, 10))
  const right = houseAhead(0, house.folder)
  expect(await codeOf(right)).toBe('ok')
})

test('a head goes on with a reason, which stands in the audit; set right again later, the clock is asked about once more', async () => {
  const behind = houseAhead(-300)
  await signIn(behind)
  expect(await accept(behind)).toBe('ok')
  const entries = await behind.get('audit.list', { limit: 5 })
  expect(entries.find(({ action }) => action === 'store.accepted')?.detail).toMatchObject({
    code: 'engine.clockBehind',
    reason: '时钟已核对',
  })
  await behind.get('session.signOut', {})
  expect(await codeOf(behind)).toBe('ok')
  await behind.get('session.signOut', {})
  expect(await codeOf(houseAhead(0, behind.folder))).toBe('engine.clockAhead')
})
