import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  LOBBY,
  OTHER_RM,
  openCounter,
  RM,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'

const OTHER_TELLER = { no: '1005', name: '钱多', role: 'teller' } as const

let engine: TestEngine
let intentUid: string
beforeEach(() => {
  engine = openCounter('2026-11-23')
  engine.runner.run('staff.insert', OTHER_TELLER, HEAD)
  const { uid } = addPerson(engine, { ownerNo: RM.no })
  intentUid = engine.run('intents.flag', { customerUid: uid, product: 'fund', level: 'mid' }, TELLER).intent
    .uid
})
afterEach(() => engine.close())

const end = (by: Parameters<TestEngine['run']>[2], outcome: 'lost' | 'converted' | 'mistaken' = 'lost') =>
  engine.run('intents.close', { intentUid, outcome }, by)
const status = () => rowOf<{ status: string }>(engine, 'SELECT status FROM intent')?.status

describe('F1: who ends an intent', () => {
  test.each([
    ['its owner', RM],
    ['who flagged it first', TELLER],
    ['the lobby, who shares out the work', LOBBY],
    ['the head', HEAD],
  ])('%s does', (_who, staff) => {
    end(staff)
    expect(status()).toBe('lost')
  })

  test.each([
    ['a teller who has nothing to do with it', OTHER_TELLER],
    ['another manager', OTHER_RM],
  ])('%s does not, whatever the outcome, and is told whom to ask', (_who, staff) => {
    for (const outcome of ['lost', 'converted', 'mistaken'] as const) {
      expect(() => end(staff, outcome)).toThrowError(
        expect.objectContaining({ code: 'intents.notYours', detail: { name: RM.name } }),
      )
    }
    expect(status()).toBe('open')
  })

  test('whoever only strengthened it did not open it', () => {
    const customerUid = rowOf<{ uid: string }>(engine, 'SELECT uid FROM customer')?.uid ?? ''
    engine.run('intents.flag', { customerUid, product: 'fund', level: 'high' }, OTHER_TELLER)
    expect(() => end(OTHER_TELLER)).toThrowError('intents.notYours')
  })

  test('who gave it away keeps no right to it, and who got it has', () => {
    engine.run('intents.reassign', { intentUid, ownerNo: OTHER_RM.no }, RM)
    expect(() => end(RM)).toThrowError('intents.notYours')
    end(OTHER_RM)
    expect(status()).toBe('lost')
  })

  test('a contact is what the customer said: whoever heard it writes it down, and it may end the intent', () => {
    engine.run('followups.record', { intentUid, channel: 'face', outcome: 'converted' }, OTHER_TELLER)
    expect(status()).toBe('converted')
    expect(rowOf(engine, 'SELECT staff_no FROM contact')).toEqual({ staff_no: OTHER_TELLER.no })
  })
})
