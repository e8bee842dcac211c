import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import {
  FOUNDER,
  found,
  type House,
  hireEveryRole,
  openHouse,
  passphraseOf,
  STAFF_NO,
  WINDOW,
} from '../../support/router/open-house.ts'

let house: House
beforeEach(() => {
  house = openHouse()
})
afterEach(() => house.close())

const stateOf = async () => (await house.get('session.state', {})).state

test('an empty folder has no branch; founding one signs its founder in as head', async () => {
  expect(await stateOf()).toBe('no-branch')
  expect(await house.code('session.signIn', { staffNo: '8001', passphrase: 'whatever it is' })).toBe(
    'session.noBranch',
  )
  await found(house)
  expect(await house.get('session.whoami', {})).toEqual({ no: '8001', name: '赵明', role: 'head' })
  expect(await house.code('session.signIn', { staffNo: '8001', passphrase: FOUNDER.passphrase })).toBe(
    'session.alreadyOpen',
  )
})

test('a second founding is refused and leaves the first branch alone', async () => {
  await found(house)
  await house.get('session.signOut', {})
  const again = {
    kind: 'new',
    branchName: '另一个',
    staffNo: '8002',
    staffName: '钱',
    passphrase: 'long enough',
  }
  expect(await house.code('session.createBranch', { ...again, kind: 'new' })).toBe('session.branchExists')
  expect(await house.get('session.state', {})).toEqual({ state: 'signed-out', branchName: '测试网点' })
})

test('signed out, nothing but the session answers', async () => {
  await found(house)
  await house.get('session.signOut', {})
  expect(await house.code('session.whoami', {})).toBe('session.signedOut')
  expect(await house.code('customers.search', { text: '王' })).toBe('session.signedOut')
  expect(await house.code('imports.choose', { kind: 'folder' })).toBe('session.signedOut')
  expect(await house.code('session.appInfo', {})).toBe('ok')
})

test('locked, only the state, the passphrase and the sign-out are answered', async () => {
  await found(house)
  await house.get('session.lock', {})
  expect(await stateOf()).toBe('locked')
  expect(await house.code('session.whoami', {})).toBe('session.locked')
  expect(await house.code('session.appInfo', {})).toBe('session.locked')
  expect(await house.code('session.signIn', { staffNo: '8001', passphrase: FOUNDER.passphrase })).toBe(
    'session.locked',
  )
  expect(await house.code('session.unlock', { passphrase: 'not this one' })).toBe('session.wrongPassphrase')
  expect(await house.code('session.unlock', { passphrase: FOUNDER.passphrase })).toBe('ok')
  expect(await stateOf()).toBe('open')
})

test('the fifth wrong passphrase at a locked desk shuts it for 30 seconds, the right one included', async () => {
  await found(house)
  await house.get('session.lock', {})
  for (let count = 0; count < 5; count++) {
    expect(await house.code('session.unlock', { passphrase: 'not this one' })).toBe('session.wrongPassphrase')
  }
  expect(await house.code('session.unlock', { passphrase: FOUNDER.passphrase })).toBe('session.lockedOut')
  house.clock.advance(30_000)
  expect(await house.code('session.unlock', { passphrase: FOUNDER.passphrase })).toBe('ok')
})

test('nobody at the counter for the branch’s ten minutes locks it; a touch starts them anew', async () => {
  await found(house)
  house.clock.advance(9 * 60_000)
  await house.get('session.touch', {})
  house.clock.advance(9 * 60_000)
  expect(await stateOf()).toBe('open')
  house.clock.advance(60_000)
  await house.sessions.lock().catch(() => undefined)
  expect(await stateOf()).toBe('locked')
  const { message } = house.told.findLast(({ topic }) => topic === 'session') ?? {}
  expect(message).toMatchObject({ state: 'locked' })
})

test('sign-in, lock, refused and right passphrase, and sign-out are in the audit, which stays whole', async () => {
  await found(house)
  await house.get('session.lock', {})
  await house.code('session.unlock', { passphrase: 'not this one' })
  await house.get('session.unlock', { passphrase: FOUNDER.passphrase })
  await house.get('session.signOut', {})
  await house.code('session.signIn', { staffNo: '8001', passphrase: 'not this one' })
  await house.get('session.signIn', { staffNo: '8001', passphrase: FOUNDER.passphrase })
  const actions = (await house.get('audit.list', {})).map(({ action }) => action)
  for (const action of [
    'staff.enter',
    'session.lock',
    'session.unlockRefused',
    'session.unlock',
    'session.signOut',
    'session.failuresBefore',
  ]) {
    expect(actions).toContain(action)
  }
  expect(await house.get('audit.verify', {})).toMatchObject({ intact: true })
})

test('a deactivated colleague cannot sign in, and can again with the old passphrase once reactivated', async () => {
  await found(house)
  await hireEveryRole(house)
  const no = STAFF_NO.teller
  expect(await house.get('staff.setActive', { no, active: false })).toMatchObject({ active: false })
  await house.get('session.signOut', {})
  expect(await house.code('session.signIn', { staffNo: no, passphrase: passphraseOf(no) })).toBe(
    'session.wrongPassphrase',
  )
  await house.signInAs(FOUNDER.no)
  await house.get('staff.setActive', { no, active: true })
  await house.signInAs(no)
  expect(await house.get('session.whoami', {})).toMatchObject({ no, role: 'teller' })
})

test('the last one who can keep the staff list cannot be deactivated', async () => {
  await found(house)
  expect(await house.code('staff.setActive', { no: FOUNDER.no, active: false })).toBe('staff.lastAdmin')
})

test('an interrupted hiring, a row without a slot, is finished by asking again; another name is refused', async () => {
  await found(house)
  const { engine, staff } = house.sessions.opened()
  await engine.internal('staff.insert', { no: '1009', name: '孙', role: 'rm' }, staff)
  const input = { no: '1009', name: '孙', role: 'rm', passphrase: 'passphrase 1009' } as const
  expect(await house.code('staff.add', { ...input, name: '别人' })).toBe('staff.numberTaken')
  expect(await house.code('staff.add', input)).toBe('ok')
  expect(await house.code('staff.add', input)).toBe('staff.numberTaken')
  await house.signInAs('1009')
})

test('a founding that was interrupted leaves an empty folder’s state, and the next one succeeds', async () => {
  writeFileSync(join(house.folder, 'vault.founding.json'), '{')
  writeFileSync(join(house.folder, 'branch.db'), 'half')
  expect(await stateOf()).toBe('no-branch')
  await found(house)
  expect(await stateOf()).toBe('open')
})

test('a database without its vault is not founded over', async () => {
  await found(house)
  await house.get('session.signOut', {})
  const before = readFileSync(join(house.folder, 'branch.db'))
  rmSync(join(house.folder, 'vault.json'))
  expect(await house.get('session.state', {})).toMatchObject({
    state: 'faulty',
    fault: { code: 'vault.unreadable' },
  })
  const again = { branchName: '另一个', staffNo: '8002', staffName: '钱', passphrase: 'long enough' }
  expect(await house.code('session.createBranch', { ...again, kind: 'new' })).toBe('vault.unreadable')
  expect(readFileSync(join(house.folder, 'branch.db')).equals(before)).toBe(true)
})

test('a frame that is not our own page is answered nothing, whatever it asks', async () => {
  await found(house)
  for (const sender of [
    { ...WINDOW, mainFrame: false },
    { ...WINDOW, frameUrl: 'https://example.com/' },
    { ...WINDOW, frameUrl: '' },
  ]) {
    expect(await house.router.call(sender, 'session.state', {})).toEqual({
      ok: false,
      error: { code: 'call.untrustedSender', detail: {} },
    })
  }
})

test('a window with two hundred calls waiting is refused the next, and served again when they are answered', async () => {
  await found(house)
  const asked = Array.from({ length: 201 }, () => house.code('session.whoami', {}))
  const codes = await Promise.all(asked)
  expect(codes.filter((code) => code === 'ok')).toHaveLength(200)
  expect(codes.filter((code) => code === 'call.tooMany')).toHaveLength(1)
  expect(await house.code('session.whoami', {})).toBe('ok')
})
