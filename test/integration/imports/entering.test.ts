import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FIRST_CONSENT_TEXT } from '../../../src/shared/domain/consent/consent.ts'
import { BranchPeople, inventedId } from '../../support/customers/branch-people.ts'
import { HEAD } from '../../support/engine/open-engine.ts'
import { undoImport } from '../../support/imports/run-job.ts'

const CONSENT = { textVersion: FIRST_CONSENT_TEXT.version, purposes: ['contact' as const] }
const ENTRY = { customerNo: 'H0001', name: '端木晴', phone: '10012340001', consent: CONSENT }

let branch: BranchPeople
beforeEach(() => {
  branch = new BranchPeople()
})
afterEach(() => branch.close())

const enter = (input: object = {}) => branch.engine.run('imports.enter', { ...ENTRY, ...input }, HEAD)
const found = (text: string) => branch.engine.run('customers.search', { text }, HEAD).lines
const saved = (answer: ReturnType<typeof enter>) => {
  if (!answer.saved) throw new Error('it was asked who it is')
  return answer
}

describe('D1: a customer entered by hand', () => {
  test('is found at once, masked, with what the identity number says', () => {
    const { customerUid } = saved(enter({ idNumber: inventedId('1980-05-17', 12) }))
    expect(found('端木晴').map(({ uid, maskedName, birthYear }) => [uid, maskedName, birthYear])).toEqual([
      [customerUid, '端木*', 1980],
    ])
    expect(found('0001').map(({ uid }) => uid)).toEqual([customerUid])
  })

  test('is an import of one row, with its sheet', () => {
    const { importUid } = saved(enter())
    expect(branch.engine.run('imports.get', { importUid }, HEAD)).toMatchObject({
      state: 'done',
      staffNo: HEAD.no,
      entities: { customers: { read: 1, added: 1, merged: 0 } },
    })
  })

  test('P3: what they agreed to stands in their register', () => {
    const { customerUid } = saved(enter())
    const { lines } = registerOf(customerUid)
    expect(lines.map(({ kind }) => kind)).toEqual(['given'])
  })

  test('a number that is taken, a wrong check digit and no phone number are refused, and nothing is saved', () => {
    saved(enter())
    expect(() => enter({ name: '诸葛晴', phone: null })).toThrowError('imports.customerNoTaken')
    const right = inventedId('1980-05-17', 12)
    const wrong = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1')
    expect(() => enter({ customerNo: 'H2', phone: null, idNumber: wrong })).toThrowError('imports.idWrong')
    expect(() => enter({ customerNo: 'H2', phone: '12' })).toThrowError('imports.phoneWrong')
    expect(found('端木晴')).toHaveLength(1)
  })

  test('whoever may be known is asked about, masked, before anything is saved', () => {
    const known = branch.add({ name: '端木远', phone: ENTRY.phone })
    branch.refresh()
    const answer = enter()
    expect(answer).toMatchObject({ saved: false, same: [{ uid: known.uid, maskedName: '端木*' }] })
    expect(JSON.stringify(answer)).not.toContain(ENTRY.phone)
    expect(found('端木晴')).toEqual([])
    saved(enter({ another: true }))
    expect(found('端木晴')).toHaveLength(1)
  })

  test('D2: the same verified identity number is the same person, whatever was answered', () => {
    const idNumber = inventedId('1980-05-17', 12)
    const known = branch.add({ name: '端木晴', idNumber })
    branch.refresh()
    expect(enter({ idNumber }).saved).toBe(false)
    expect(saved(enter({ idNumber, another: true }))).toMatchObject({ merged: true, customerUid: known.uid })
    expect(found('端木晴').map(({ uid }) => uid)).toEqual([known.uid])
  })
})

describe('D3: an entry that is taken back', () => {
  test('leaves nothing: no customer, no consent, nobody to be found', async () => {
    const { importUid } = saved(enter())
    const sheet = await undoImport(branch.engine, importUid)
    expect([sheet.state, sheet.keptRows]).toEqual(['undone', 0])
    expect(found('端木晴')).toEqual([])
    expect(countOf('customer')).toBe(0)
    expect(countOf('consent')).toBe(0)
    // The number is free again.
    saved(enter())
  })

  test('stays where work rests on it by now, with what the customer agreed to', async () => {
    const { importUid, customerUid } = saved(enter())
    branch.engine.run('intents.flag', { customerUid, product: 'fund', level: 'mid' }, HEAD)
    await expect(undoImport(branch.engine, importUid)).rejects.toThrowError('imports.undoBlocked')
    expect(found('端木晴')).toHaveLength(1)
    expect(countOf('consent')).toBe(1)
  })
})

const countOf = (table: 'customer' | 'consent') =>
  branch.engine.connection.statement<{ rows: number }>(`SELECT count(*) AS rows FROM ${table}`).get()?.rows

function registerOf(customerUid: string) {
  branch.engine.run('customers.open', { uid: customerUid }, HEAD)
  return branch.engine.run('consents.register', { customerUid }, HEAD)
}
