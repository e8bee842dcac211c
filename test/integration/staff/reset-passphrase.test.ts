import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { demoPassphrase, STAFF } from '../../../src/shared/demo/staff.ts'
import { FOUNDER, type House, openHouse } from '../../support/router/open-house.ts'

const TELLER = { no: '1001', name: '许小满', role: 'teller', passphrase: 'forgotten by 1001' } as const
const TEMPORARY = 'temporary of 1001'
const OWN = 'known to 1001 alone'

let house: House
beforeEach(() => {
  house = openHouse()
})
afterEach(() => house.close())

const found = (kind: 'new' | 'demo') =>
  house.get('session.createBranch', {
    kind,
    branchName: '测试网点',
    staffNo: FOUNDER.no,
    staffName: '方慧中',
    passphrase: FOUNDER.passphrase,
  })
const signIn = (passphrase: string) => house.code('session.signIn', { staffNo: TELLER.no, passphrase })
const stateOf = async () => (await house.get('session.state', {})).state

describe('P1: a passphrase that was forgotten', () => {
  beforeEach(async () => {
    await found('new')
    await house.get('staff.add', TELLER)
  })

  test('is replaced by a temporary one, which opens nothing until its owner chose an own one', async () => {
    await house.get('staff.resetPassphrase', { no: TELLER.no, passphrase: TEMPORARY })
    await house.get('session.signOut', {})
    expect(await signIn(TELLER.passphrase)).toBe('session.wrongPassphrase')
    expect(await signIn(TEMPORARY)).toBe('ok')
    expect(await stateOf()).toBe('passphrase-due')
    expect(await house.code('customers.search', { text: '王' })).toBe('session.passphraseDue')
    expect(await house.code('staff.list', {})).toBe('session.passphraseDue')
    expect(await house.code('session.renewPassphrase', { next: 'short' })).toBe('session.weakPassphrase')
    expect(await house.code('session.renewPassphrase', { next: TEMPORARY })).toBe('session.samePassphrase')
    await house.get('session.lock', {}).catch(() => undefined)
    expect(await house.code('session.renewPassphrase', { next: OWN })).toBe('ok')
    expect(await stateOf()).toBe('open')
    expect(await house.code('customers.search', { text: '王' })).toBe('ok')
    await house.get('session.signOut', {})
    expect(await signIn(TEMPORARY)).toBe('session.wrongPassphrase')
    expect(await signIn(OWN)).toBe('ok')
    expect(await stateOf()).toBe('open')
  })

  test('is still due after the program was ended in between', async () => {
    await house.get('staff.resetPassphrase', { no: TELLER.no, passphrase: TEMPORARY })
    for (let turn = 0; turn < 2; turn += 1) {
      await house.get('session.signOut', {})
      expect(await signIn(TEMPORARY)).toBe('ok')
      expect(await stateOf()).toBe('passphrase-due')
    }
  })

  test('is reset by those who keep the staff list, of others who work here, and audited without it', async () => {
    const reset = (no: string, passphrase = TEMPORARY) =>
      house.code('staff.resetPassphrase', { no, passphrase })
    expect(await reset(FOUNDER.no)).toBe('staff.ownPassphrase')
    expect(await reset('1009')).toBe('staff.notFound')
    expect(await reset(TELLER.no, 'short')).toBe('session.weakPassphrase')
    await house.get('staff.setActive', { no: TELLER.no, active: false })
    expect(await reset(TELLER.no)).toBe('session.inactiveStaff')
    await house.get('staff.setActive', { no: TELLER.no, active: true })
    expect(await reset(TELLER.no)).toBe('ok')
    const entries = await house.get('audit.list', {})
    const [last] = entries.filter(({ action }) => action === 'staff.resetPassphrase')
    expect(last).toMatchObject({ staffNo: FOUNDER.no, detail: { no: TELLER.no } })
    expect(JSON.stringify(entries)).not.toContain(TEMPORARY)
    await house.get('session.signOut', {})
    expect(await signIn(TEMPORARY)).toBe('ok')
    await house.get('session.renewPassphrase', { next: OWN })
    expect(await reset(FOUNDER.no)).toBe('call.notAllowed')
  })

  test('nobody else is asked to change theirs', async () => {
    expect(await house.code('session.renewPassphrase', { next: OWN })).toBe('session.alreadyOpen')
    await house.get('session.signOut', {})
    expect(await house.code('session.renewPassphrase', { next: OWN })).toBe('session.signedOut')
  })
})

test('staff of a demo branch can be tried with the passphrase that its page lists', async () => {
  await found('demo')
  // One of the lobby and one of the counters; the others are made in the same way.
  for (const { no } of STAFF.filter(({ no }) => no === '80002' || no === '80009')) {
    await house.get('session.signOut', {})
    expect(await house.code('session.signIn', { staffNo: no, passphrase: demoPassphrase(no) })).toBe('ok')
  }
})

test('nobody of a real branch can be tried with it', async () => {
  await found('new')
  await house.get('session.signOut', {})
  expect(await house.code('session.signIn', { staffNo: '80009', passphrase: demoPassphrase('80009') })).toBe(
    'session.wrongPassphrase',
  )
})
