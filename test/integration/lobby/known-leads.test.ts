import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Visit } from '../../../src/shared/contract/lobby.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { addPerson, HEAD, type InventedPerson, LOBBY, rowOf } from '../../support/intents/counter-branch.ts'
import { saved } from '../../support/leads/lobby-branch.ts'
import { arrive, later, openLobby, report } from '../../support/lobby/open-lobby.ts'

let engine: TestEngine
let person: InventedPerson
let visit: Visit
let leadUid: string
beforeEach(() => {
  engine = openLobby()
  person = addPerson(engine, { name: '王建国' })
  visit = arrive(engine, 'A017')
  leadUid = saved(engine, { ticket: 'A017', phoneTail: null }).uid
})
afterEach(() => engine.close())

const identify = ({ uid }: Pick<Visit, 'uid'>, who: InventedPerson | 'nobody') =>
  engine.run(
    'lobby.identify',
    {
      visitUid: uid,
      who: who === 'nobody' ? { kind: 'stranger' } : { kind: 'customer', customerUid: who.uid },
    },
    LOBBY,
  )
const customerRecord = () => engine.run('leads.open', { leadUid }, HEAD)
const joinedTo = () => customerRecord().lead.customer?.uid ?? null
const said = () => engine.lastTables()

test('L7: a stranger who is entered, or known from an earlier ticket, stands on their visit as the lead', () => {
  const leadOf = (ticket: string) =>
    engine.run('lobby.board', {}, LOBBY).visits.find(({ tickets }) => tickets.includes(ticket))?.lead?.uid
  expect(leadOf('A017')).toBe(leadUid)
  arrive(engine, 'A018')
  const again = saved(engine, { ticket: 'A018' })
  arrive(engine, 'A019')
  expect(leadOf('A018')).toBe(again.uid)
  saved(engine, { ticket: 'A019', identity: { as: 'lead', leadUid: again.uid } })
  expect(leadOf('A019')).toBe(again.uid)
})

describe('L7: a stranger with a lead who is recognised in the lobby', () => {
  test('is joined to the customer, in the name of who saw it, and whoever looks at leads sees it', () => {
    expect(identify(visit, person).visit).toMatchObject({
      customer: { uid: person.uid },
      lead: { uid: leadUid },
    })
    expect(said()).toEqual(expect.arrayContaining(['visit', 'lead', 'lead_step']))
    expect(joinedTo()).toBe(person.uid)
    expect(customerRecord().steps[0]).toMatchObject({ kind: 'joined', staffName: LOBBY.name })
  })

  test.each(['before', 'after'])('is joined where the person came with another ticket %s them', (when) => {
    const lead = visit
    later(engine, when === 'before' ? -1 : 1)
    const other = arrive(engine, 'A001', person)
    const kept = when === 'before' ? other : lead
    expect(identify(lead, person).visit).toMatchObject({ uid: kept.uid, lead: { uid: leadUid } })
    expect(joinedTo()).toBe(person.uid)
    expect(identify(kept, 'nobody').visit).toMatchObject({ customer: null, lead: { uid: leadUid } })
    expect(joinedTo()).toBeNull()
  })

  test('is joined by a reader that names the person on the same ticket', () => {
    const { outcome, visitUid } = report(engine, {
      ticket: 'A017',
      key: { kind: 'phone', text: person.phone },
    })
    expect([outcome, visitUid]).toEqual(['joined', visit.uid])
    expect(joinedTo()).toBe(person.uid)
  })

  test('counts their consents from then on', () => {
    identify(visit, person)
    engine.run('customers.open', { uid: person.uid }, LOBBY)
    const { purposes } = engine.run('consents.register', { customerUid: person.uid }, LOBBY)
    expect(purposes.filter(({ newest }) => newest?.given).map(({ purpose }) => purpose)).toEqual([
      'contact',
      'marketing',
    ])
  })
})

describe('an identification that was wrong', () => {
  test('is taken back as a whole: the lead is a stranger’s again, and the visit is the lead’s', () => {
    identify(visit, person)
    expect(identify(visit, 'nobody').visit).toMatchObject({ customer: null, lead: { uid: leadUid } })
    expect(joinedTo()).toBeNull()
    expect(customerRecord().lead.joinedOn).toBeNull()
    expect(customerRecord().steps.map(({ kind }) => kind)).toEqual(['saved'])
    expect(
      rowOf(
        engine,
        `SELECT customer_uid AS uid FROM audit WHERE action = 'lobby.identify' ORDER BY seq DESC LIMIT 1`,
      ),
    ).toEqual({ uid: person.uid })
  })

  test('is put right in one step: the lead goes to the other person', () => {
    const other = addPerson(engine, { name: '王建军' })
    identify(visit, person)
    expect(identify(visit, other).visit).toMatchObject({
      customer: { uid: other.uid },
      lead: { uid: leadUid },
    })
    expect(joinedTo()).toBe(other.uid)
    expect(customerRecord().steps.filter(({ kind }) => kind === 'joined')).toHaveLength(1)
  })

  test('leaves the lead joined where they came again as that person meanwhile', () => {
    identify(visit, person)
    engine.run('lobby.advance', { visitUid: visit.uid, move: 'leave' }, LOBBY)
    engine.run('lobby.arrive', { ticket: 'A018', business: 'cash', who: { kind: 'lead', leadUid } }, LOBBY)
    expect(identify(visit, 'nobody').visit).toMatchObject({ customer: null, lead: null })
    expect(joinedTo()).toBe(person.uid)
  })

  test('leaves the lead joined where it was converted upon it', () => {
    identify(visit, person)
    for (const to of ['qualified', 'converted'] as const) engine.run('leads.advance', { leadUid, to }, HEAD)
    identify(visit, 'nobody')
    expect(joinedTo()).toBe(person.uid)
  })

  test('leaves alone what was joined on another day', () => {
    identify(visit, person)
    engine.connection.statement(`UPDATE lead SET joined_on = '2026-11-19'`).run()
    identify(visit, 'nobody')
    expect(joinedTo()).toBe(person.uid)
  })

  test('of a lead that is somebody else’s joins nobody, and the visit does not name the lead', () => {
    const other = addPerson(engine, { name: '王建军' })
    identify(visit, other)
    engine.connection.statement(`UPDATE lead SET joined_on = '2026-11-19'`).run()
    later(engine, 1)
    expect(identify(visit, person).visit).toMatchObject({ customer: { uid: person.uid }, lead: null })
    expect(joinedTo()).toBe(other.uid)
  })

  test('a lead that was named in error is no more: the visitor is a stranger', () => {
    expect(identify(visit, 'nobody').visit).toMatchObject({ customer: null, lead: null })
  })
})
