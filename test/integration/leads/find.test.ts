import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  FOUND_BY_NAME_AND_TAIL,
  FOUND_BY_PHONE,
  FOUND_BY_TAIL,
} from '../../../src/main/features/leads/find.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { addPerson, HEAD, LOBBY, openCounter, RM, TELLER } from '../../support/intents/counter-branch.ts'
import { saved } from '../../support/leads/lobby-branch.ts'

let engine: TestEngine
beforeEach(() => {
  engine = openCounter('2026-11-23')
})
afterEach(() => engine.close())

const found = (text: string, staff = TELLER) =>
  engine.run('leads.find', { text }, staff).map(({ surname }) => surname)

describe('L2: a stranger who comes again', () => {
  test('is found by the whole number, the tail, and the surname with the tail, by everybody at the counter', () => {
    saved(engine, { surname: '欧阳', phone: '13812345678', phoneTail: null }, RM)
    saved(engine, { surname: '王', phoneTail: '5678' }, RM)
    for (const staff of [TELLER, LOBBY, RM, HEAD]) {
      expect(found('13812345678', staff)).toEqual(['欧阳'])
      expect(found('5678', staff)).toEqual(['王', '欧阳'])
      expect(found('欧阳 5678', staff)).toEqual(['欧阳'])
      expect(found('王小明 5678', staff)).toEqual(['王'])
    }
  })

  test('is not found by a surname alone, a part of the number, a ticket or somebody else’s name', () => {
    saved(engine, { surname: '王', phone: '13812345678', phoneTail: null })
    for (const text of ['王', '345678', '678', '1381234', 'A017', '李 5678', 'wang 5678', '']) {
      expect(found(text), text).toEqual([])
    }
  })

  test('is not found once the lead is closed: who comes again then is a new one', () => {
    const { uid } = saved(engine, { surname: '王', phoneTail: '5678' })
    engine.run('leads.advance', { leadUid: uid, to: 'lost', lostReason: 'price' }, HEAD)
    expect(found('5678')).toEqual([])
  })

  test('shows nothing that a mask would hide, nor what was written about them', () => {
    saved(engine, { surname: '王', phone: '13812345678', phoneTail: null, note: '问大额存单' })
    const answer = JSON.stringify(engine.run('leads.find', { text: '5678' }, TELLER))
    expect(answer).toContain('138****5678')
    expect(answer).not.toContain('13812345678')
    expect(answer).not.toContain('问大额存单')
  })

  test('arrives as the lead, and as the customer where they have become one', () => {
    const { uid: leadUid } = saved(engine, { surname: '王', phoneTail: '5678' })
    const arrive = () =>
      engine.run('lobby.arrive', { business: 'loan', who: { kind: 'lead', leadUid } }, LOBBY).visit
    const visit = arrive()
    expect(visit).toMatchObject({ customer: null, lead: { uid: leadUid, surname: '王' } })
    const person = addPerson(engine, { name: '王建国' })
    engine.run(
      'lobby.identify',
      { visitUid: visit.uid, who: { kind: 'customer', customerUid: person.uid } },
      LOBBY,
    )
    engine.run('lobby.advance', { visitUid: visit.uid, move: 'leave' }, LOBBY)
    expect(arrive().customer?.uid).toBe(person.uid)
  })
})

test.each([
  [FOUND_BY_PHONE.sql, ['13812345678'], 'lead_by_phone'],
  [FOUND_BY_TAIL.sql, ['5678'], 'lead_open_by_tail'],
  [FOUND_BY_NAME_AND_TAIL.sql, ['5678', '王'], 'lead_open_by_tail'],
])('strangers are found by an index, however many there are: %s', (sql, values, index) => {
  const plan = engine.connection
    .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    .all(...values)
    .map(({ detail }) => detail)
    .join('\n')
  expect(plan).toContain(`USING INDEX ${index}`)
  expect(plan).not.toContain('SCAN')
})
