import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { EngineName } from '../../../src/shared/contract/index.ts'
import { operationNamed } from '../../../src/shared/contract/index.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import { accessOf } from '../../../src/shared/domain/consent/viewing.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  type InventedPerson,
  LOBBY,
  openCounter,
} from '../../support/intents/counter-branch.ts'

let engine: TestEngine
let people: readonly InventedPerson[]
beforeEach(() => {
  engine = openCounter('2026-11-23')
  people = [addPerson(engine, { name: '欧阳娜娜' }), addPerson(engine, { name: '单雨桐' })]
  for (const { uid } of people) {
    engine.run('intents.flag', { customerUid: uid, product: 'loan', level: 'high' }, LOBBY)
  }
  engine.connection.script(`
    INSERT INTO duplicate_pair (uid, left_id, right_id, reason) VALUES
      ('0190a1b2-0000-7000-9000-000000000001', ${people[0]?.id}, ${people[1]?.id}, 'same-phone');
    INSERT INTO tag (customer_id, kind, text, source)
      VALUES (${people[0]?.id}, 'preference', '欧阳娜娜 ${people[0]?.phone}', 'staff')`)
  engine.connection.script(`UPDATE intent SET next_on = '2026-11-23', warn_on = '2026-11-23'`)
})
afterEach(() => engine.close())

interface Call {
  readonly name: EngineName
  readonly input: (uid: string) => unknown
  /** What must have been done before, with the same person. */
  readonly after?: readonly Call[]
}

function call(name: EngineName, input: (uid: string) => unknown, after: readonly Call[] = []): Call {
  return { name, input, after }
}

const opened = call('customers.open', (uid) => ({ uid }))
const printed = call('followups.freezeList', () => ({}))

/** Answers with lines, masked and no more: nobody is opened by them. */
const LISTS: readonly Call[] = [
  call('customers.search', () => ({ text: '欧阳' })),
  call('customers.browse', () => ({})),
  call('customers.duplicates', () => ({})),
  call('intents.list', () => ({})),
  call('followups.list', () => ({})),
  call('lobby.board', () => ({})),
  call('privacy.day', () => ({})),
  call('privacy.accessLog', (customerUid) => ({ about: { kind: 'customer', customerUid } })),
]

/** Answers with more than a line; each is recorded with the people it showed, or rests on having opened them. */
const LOOKS: readonly Call[] = [
  opened,
  call('customers.comparePair', () => ({ pairUid: '0190a1b2-0000-7000-9000-000000000001' })),
  call('customers.reveal', (uid) => ({ uid, group: 'phone', reason: '核对身份' }), [opened]),
  printed,
  call('lists.freezeSheet', () => ({ list: 'customers', asked: {}, columns: [] })),
  call('lists.freezeSheet', () => ({ list: 'intents', asked: {}, columns: [] })),
]
const RESTS_ON_OPENING: readonly Call[] = [
  call('customers.timeline', (uid) => ({ uid })),
  call('customers.reveal', (uid) => ({ uid, group: 'phone', reason: '核对身份' })),
  call('consents.register', (customerUid) => ({ customerUid })),
  call('consents.record', (customerUid) => ({
    customerUid,
    channels: [{ channel: 'phone', refused: true }],
  })),
]

function run({ name, input, after }: Call, uid: string, staff: SessionStaff): unknown {
  for (const earlier of after ?? []) run(earlier, uid, staff)
  return engine.runner.run(name, operationNamed(name)?.input.parse(input(uid)), staff).value
}

/** Names of all properties anywhere in an answer. */
function namesIn(answer: unknown): string[] {
  if (typeof answer !== 'object' || answer === null) return []
  return Object.entries(answer).flatMap(([name, value]) => [name, ...namesIn(value)])
}

const someUid = () => people[0]?.uid ?? ''

describe('P2: every way of reading people', () => {
  test.each(LISTS)('$name is a query of masked lines', (each) => {
    expect(operationNamed(each.name)?.access).toBe('read')
    for (const staff of [LOBBY, HEAD]) {
      if (operationNamed(each.name)?.callers.includes(staff.role) !== true) continue
      const answer = run(each, someUid(), staff)
      expect(namesIn(answer)).not.toContain('fields')
      for (const { name, phone, idNumber } of people) {
        for (const secret of [name, phone, idNumber]) expect(JSON.stringify(answer)).not.toContain(secret)
      }
    }
  })

  test.each(LOOKS)('$name leaves a link that names whom it showed, and counts as a look', (each) => {
    const { seq } = engine.connection
      .statement<{ seq: number }>('SELECT max(seq) AS seq FROM audit')
      .get() ?? {
      seq: 0,
    }
    run(each, someUid(), LOBBY)
    const links = engine.connection
      .statement<{ uid: string | null }>(
        'SELECT customer_uid AS uid FROM audit WHERE seq > ? AND action = ? AND staff_no = ?',
      )
      .all(seq, each.name, LOBBY.no)
    expect(links.map(({ uid }) => uid)).toContain(someUid())
    expect(accessOf(each.name)).not.toBeNull()
  })

  test.each(RESTS_ON_OPENING)('$name is refused to who has not opened the person', (each) => {
    expect(() => run(each, someUid(), HEAD)).toThrowError('customers.notOpened')
    run(opened, someUid(), HEAD)
    expect(() => run(each, someUid(), HEAD)).not.toThrowError()
  })

  test('a tag written by hand is masked in the panel', () => {
    const { tags } = engine.run('customers.open', { uid: someUid() }, LOBBY)
    expect(tags.map(({ text }) => text)).toEqual(['欧阳** 100****0001'])
  })
})
