import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Visit } from '../../../src/shared/contract/lobby.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { addPerson, LOBBY, rowOf, TELLER } from '../../support/intents/counter-branch.ts'
import { asked, countIn, saved } from '../../support/leads/lobby-branch.ts'
import { arrive, later, openLobby } from '../../support/lobby/open-lobby.ts'

const DECLINED = { textVersion: 1, purposes: [] }
const NOBODY = '00000000-0000-4000-8000-000000000000'

let engine: TestEngine
let visit: Visit
beforeEach(() => {
  engine = openLobby()
  visit = arrive(engine, null)
})
afterEach(() => engine.close())

const leadOf = ({ uid }: Visit) =>
  engine.run('lobby.board', {}, LOBBY).visits.find((row) => row.uid === uid)?.lead?.uid ?? null

describe('L7: a stranger in the lobby who drew no ticket', () => {
  test('is a lead like any other, and stands on their own row as that lead', () => {
    const other = arrive(engine, null)
    const lead = saved(engine, { visitUid: visit.uid })
    expect(engine.lastTables()).toEqual(expect.arrayContaining(['lead', 'visit']))
    expect(leadOf(visit)).toBe(lead.uid)
    expect(leadOf(other)).toBeNull()
  })

  test('P3: who does not agree to be contacted is known by the visit alone, and nothing of the number is kept', () => {
    const lead = saved(engine, { visitUid: visit.uid, phone: '13912345678', consent: DECLINED })
    expect(leadOf(visit)).toBe(lead.uid)
    expect(lead).toMatchObject({ ticket: null, maskedPhone: null, hasPhone: false })
    const kept = rowOf<Record<string, unknown>>(engine, 'SELECT phone, phone_tail, same_key FROM lead')
    expect(kept).toEqual({ phone: null, phone_tail: null, same_key: `visit:${visit.uid}` })
    const sent = rowOf<{ payload: string }>(
      engine,
      `SELECT payload FROM outbox WHERE operation = 'leads.save'`,
    )
    expect(sent?.payload).toMatch(visit.uid)
    expect(sent?.payload).not.toContain('5678')
  })

  test('and two of them are two leads, while two counters at one visit make one', () => {
    const other = arrive(engine, null)
    const first = saved(engine, { visitUid: visit.uid, consent: DECLINED })
    saved(engine, { visitUid: other.uid, consent: DECLINED })
    const same = asked(engine, { visitUid: visit.uid, consent: DECLINED })
    expect(same).toMatchObject({ certain: true, leads: [{ uid: first.uid }] })
    expect(countIn(engine, 'lead')).toBe(2)
  })

  test('is put on the row of the ticket they hold, where one is told that somebody else does not', () => {
    const withTicket = arrive(engine, 'A017')
    const lead = saved(engine, { visitUid: visit.uid, ticket: 'A017' })
    expect([leadOf(withTicket), leadOf(visit)]).toEqual([lead.uid, null])
    const unheard = saved(engine, { visitUid: visit.uid, ticket: 'A099', phoneTail: null })
    expect(leadOf(visit)).toBe(unheard.uid)
  })

  test('who was identified meanwhile stays who they are', () => {
    const person = addPerson(engine, { name: '李秀英' })
    const known = arrive(engine, null, person)
    saved(engine, { visitUid: known.uid })
    const row = engine.run('lobby.board', {}, LOBBY).visits.find(({ uid }) => uid === known.uid)
    expect(row).toMatchObject({ customer: { uid: person.uid }, lead: null })
  })

  test('is refused where there is no such visit today', () => {
    expect(() => saved(engine, { visitUid: NOBODY })).toThrowError('lobby.notFound')
    later(engine, 24 * 60)
    expect(() => saved(engine, { visitUid: visit.uid })).toThrowError('lobby.notFound')
    expect(countIn(engine, 'lead')).toBe(0)
  })

  test('is taken back with the lead: the row is a stranger’s again', () => {
    saved(engine, { visitUid: visit.uid })
    const newest = engine.run('undo.newest', {}, TELLER)
    engine.run('undo.take', { operationId: newest?.operationId ?? '' }, TELLER)
    expect(leadOf(visit)).toBeNull()
    expect(countIn(engine, 'lead')).toBe(0)
  })

  test('is the customer they turn out to be while they are entered', () => {
    const person = addPerson(engine, { name: '李秀英' })
    engine.run(
      'intents.flag',
      {
        customerUid: person.uid,
        product: 'wealth',
        level: 'high',
        enteredAsStranger: {
          consent: { textVersion: 1, purposes: ['contact'] },
          ticket: null,
          visitUid: visit.uid,
        },
      },
      TELLER,
    )
    const row = engine.run('lobby.board', {}, LOBBY).visits.find(({ uid }) => uid === visit.uid)
    expect(row?.customer?.uid).toBe(person.uid)
  })
})
