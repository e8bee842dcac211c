import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { InputOf } from '../../../src/shared/contract/index.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  type InventedPerson,
  LOBBY,
  openCounter,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { asked, countIn, saved } from '../../support/leads/lobby-branch.ts'
import { takeBack } from '../../support/undo/take-back.ts'

let engine: TestEngine
let person: InventedPerson
beforeEach(() => {
  engine = openCounter('2026-11-23')
  person = addPerson(engine, { name: '王建国' })
})
afterEach(() => engine.close())

type Entered = NonNullable<InputOf<'intents.flag'>['enteredAsStranger']>
const CONSENT = { textVersion: 1, purposes: ['contact', 'marketing'] } satisfies Entered['consent']
const flag = (enteredAsStranger: Entered) =>
  engine.run(
    'intents.flag',
    { customerUid: person.uid, product: 'loan', level: 'high', note: '问房贷', enteredAsStranger },
    TELLER,
  )
const purposes = () => {
  engine.run('customers.open', { uid: person.uid }, TELLER)
  return engine
    .run('consents.register', { customerUid: person.uid }, TELLER)
    .purposes.map(({ purpose, newest }) => [purpose, newest?.given ?? null, newest?.textVersion ?? null])
}

describe('L7: the stranger in the form is a customer', () => {
  test('is offered by the whole number, and the wish becomes the customer’s without a lead', () => {
    expect(asked(engine, { phone: person.phone }).customers.map(({ uid }) => uid)).toEqual([person.uid])
    expect(flag({ consent: CONSENT }).created).toBe(true)
    expect(countIn(engine, 'lead')).toBe(0)
  })

  test('what they agreed to is kept as theirs, with the words they saw', () => {
    flag({ consent: CONSENT })
    expect(engine.lastTables()).toContain('consent')
    expect(purposes()).toEqual([
      ['contact', true, 1],
      ['marketing', true, 1],
      ['profiling', null, null],
    ])
  })

  test('a plain no is kept as theirs too, and stops marketing', () => {
    const { prohibitions } = flag({ consent: { ...CONSENT, purposes: [] } })
    expect(purposes()[0]).toEqual(['contact', false, 1])
    expect(prohibitions).toContainEqual({ kind: 'opted-out', channel: 'all', on: '2026-11-23' })
  })

  test('words that changed meanwhile are refused, and neither wish nor consent is kept', () => {
    expect(() => flag({ consent: { ...CONSENT, textVersion: 2 } })).toThrowError('leads.consentOutdated')
    expect([countIn(engine, 'intent'), countIn(engine, 'consent')]).toEqual([0, 0])
  })

  test('the visit of their ticket is theirs, with the lead that it had', () => {
    const { visit } = engine.run('lobby.arrive', { ticket: 'A017', business: 'loan' }, LOBBY)
    const lead = saved(engine, { ticket: 'A017', phoneTail: null })
    flag({ consent: CONSENT, ticket: 'A017' })
    expect(engine.run('lobby.visitOf', { customerUid: person.uid }, LOBBY)).toMatchObject({
      uid: visit.uid,
      lead: { uid: lead.uid },
    })
    expect(rowOf(engine, 'SELECT customer_id AS id FROM lead')).toEqual({ id: person.id })
  })

  test('a ticket that is somebody else’s, or nobody’s, names nobody', () => {
    const other = addPerson(engine, { name: '李明' })
    engine.run(
      'lobby.arrive',
      { ticket: 'A017', business: 'loan', who: { kind: 'customer', customerUid: other.uid } },
      LOBBY,
    )
    flag({ consent: CONSENT, ticket: 'A017' })
    flag({ consent: CONSENT, ticket: 'B999' })
    expect(engine.run('lobby.visitOf', { customerUid: person.uid }, LOBBY)).toBeNull()
    expect(engine.run('lobby.visitOf', { customerUid: other.uid }, LOBBY)).not.toBeNull()
  })

  test('taking the flag back takes back what was entered with it, which was meant for somebody else', () => {
    const before = purposes()
    flag({ consent: CONSENT })
    expect(purposes()[0]).toEqual(['contact', true, 1])
    takeBack(engine, TELLER)
    expect(purposes()).toEqual(before)
  })
})
