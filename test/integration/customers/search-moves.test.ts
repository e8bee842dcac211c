import { afterEach, beforeEach, expect, test } from 'vitest'
import { NOT_INDEXED } from '../../../src/main/engine/search-index/keys.ts'
import { carryOutMoves } from '../../../src/main/engine/search-index/moves.ts'
import { planSearchMoves, removeSearchKeys } from '../../../src/main/engine/search-index/writer.ts'
import { refreshFacts } from '../../../src/main/records/facts/refresh.ts'
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/branch/settings.ts'
import { type Added, BranchPeople, TODAY } from '../../support/customers/branch-people.ts'

let branch: BranchPeople
let people: Added[]
beforeEach(() => {
  branch = new BranchPeople()
  people = ['王一', '李建国', '欧阳娜', '买买提·艾力'].map((name, place) =>
    branch.add({ name, phone: `1000000000${place}`, balanceFen: place * 10_000_000 }),
  )
})
afterEach(() => branch.close())

/** Read, bring, take away, settle: as many as a few people need. */
const STEPS_OF_A_MOVE = 4
const EVERYONE = { fromId: 1, toId: 1_000 }
const connection = () => branch.engine.connection

function plan(asOf = TODAY): void {
  refreshFacts(connection(), EVERYONE, { asOf, settings: DEFAULT_SETTINGS }, planSearchMoves)
}

function carryOut(steps = Number.POSITIVE_INFINITY): number {
  let taken = 0
  for (const _step of carryOutMoves(connection(), (work) => connection().transaction(work))) {
    if (++taken >= steps) return taken
  }
  return taken
}

/** What the index holds, and where each person is said to be. */
function index() {
  return {
    keys: connection().statement('SELECT * FROM search_key').all(),
    buckets: connection().statement('SELECT id, search_bucket FROM customer WHERE merged_into IS NULL').all(),
    moves: connection().statement('SELECT * FROM search_move').all(),
  }
}

/** The same, had everybody been taken out and put in at once. */
function indexAnew(asOf = TODAY) {
  connection().script('DELETE FROM search_key; DELETE FROM search_move')
  connection().statement('UPDATE customer SET search_bucket = ?').run(NOT_INDEXED)
  branch.refresh(asOf)
  return index()
}

test('moves that are carried out leave the index as if everyone had been placed at once', () => {
  plan()
  expect(index().keys).toEqual([])
  carryOut()
  const first = index()
  expect(first.moves).toEqual([])
  expect(first).toEqual(indexAnew())
  for (const person of people) branch.contact(person.id, '2026-11-19')
  plan()
  carryOut()
  const second = index()
  expect(second.buckets).not.toEqual(first.buckets)
  expect(second).toEqual(indexAnew())
})

test('more people than one step holds are all moved', () => {
  connection().transaction(() => {
    for (let count = 0; count < 400; count++)
      branch.add({ name: '孙很多', phone: `100${10_000_000 + count * 7}` })
  })
  plan()
  expect(carryOut()).toBeGreaterThan(STEPS_OF_A_MOVE)
  for (const person of people) branch.contact(person.id, '2026-11-19')
  connection().script(`UPDATE account SET balance_fen = 40000000`)
  plan()
  carryOut()
  const done = index()
  expect(new Set(done.buckets.map((row) => (row as { search_bucket: number }).search_bucket))).toEqual(
    new Set([0, 3]),
  )
  expect(done).toEqual(indexAnew())
})

test('whoever is on the way is found all the while, once', () => {
  branch.refresh()
  for (const person of people) branch.contact(person.id, '2026-11-19')
  plan()
  const found = () => [branch.namesFound('王'), branch.namesFound('ljg'), branch.namesFound('100000000')]
  const before = found()
  expect(before[0]).toEqual(['王一'])
  for (const _step of carryOutMoves(connection(), (work) => connection().transaction(work))) {
    expect(found().map((names) => names.toSorted())).toEqual(before.map((names) => names.toSorted()))
  }
})

test('a run that stops after any step is finished by the next one', () => {
  branch.refresh()
  for (const person of people) branch.contact(person.id, '2026-11-19')
  for (let steps = 1; steps <= STEPS_OF_A_MOVE; steps++) {
    const asOf = `2026-1${steps % 2}-21`
    plan(asOf)
    expect(carryOut(steps)).toBe(steps)
    carryOut()
    const done = index()
    expect(done.moves).toEqual([])
    expect(done).toEqual(indexAnew(asOf))
  }
})

test.each([
  [
    'is placed at once elsewhere',
    (person: Added) => {
      branch.contact(person.id, '2026-09-01')
      branch.refresh('2026-12-01')
    },
  ],
  ['is planned elsewhere', () => plan('2027-12-01')],
  [
    'gets another name',
    (person: Added) => {
      removeSearchKeys(connection(), [person.id])
      connection().statement(`UPDATE customer SET name = '赵六', initials = 'zl' WHERE id = ?`).run(person.id)
      plan()
    },
  ],
  [
    'is merged into another',
    (person: Added) => {
      const pairUid = branch.pair(person.id, people[1]?.id ?? 0)
      branch.engine.run('customers.decideDuplicate', { pairUid, decision: 'same' })
    },
  ],
])('someone on the way who %s leaves no stale key, at whatever step', (_what, interfere) => {
  for (let steps = 0; steps <= STEPS_OF_A_MOVE; steps++) {
    const person = branch.add({ name: '孙中间', phone: '10000099999' })
    plan()
    const run = carryOutMoves(connection(), (work) => connection().transaction(work))
    for (let step = 0; step < steps; step++) run.next()
    interfere(person)
    while (run.next().done !== true);
    plan()
    carryOut()
    const done = index()
    expect(done.moves).toEqual([])
    expect(done).toEqual(indexAnew())
  }
})

test('a plan goes with the person', () => {
  const person = branch.add({ name: '孙七' })
  plan()
  connection().script(`DELETE FROM account WHERE customer_id = ${person.id}; DELETE FROM month_rollup`)
  connection().statement('DELETE FROM customer WHERE id = ?').run(person.id)
  carryOut()
  expect(index()).toMatchObject({ moves: [] })
  expect(branch.namesFound('孙七')).toEqual([])
})
