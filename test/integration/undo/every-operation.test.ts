import fc from 'fast-check'
import { expect, test } from 'vitest'
import { refreshFactsOf } from '../../../src/main/records/facts/refresh.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  type InventedPerson,
  LOBBY,
  openCounter,
  RM,
} from '../../support/intents/counter-branch.ts'
import { save } from '../../support/leads/lobby-branch.ts'
import { assess } from '../../support/prompts/serving.ts'
import { branchImage } from '../../support/undo/branch-image.ts'
import { takeBack } from '../../support/undo/take-back.ts'
import { askingOf, type Draw, staffOf, UNDOABLE } from '../../support/undo/undoable-day.ts'

const TODAY = '2026-11-20'
const STEPS = 24

interface Step {
  readonly kept: boolean
  readonly seeds: readonly number[]
}

const anyStep: fc.Arbitrary<Step> = fc.record({
  kept: fc.boolean(),
  seeds: fc.array(fc.nat(9_999), { minLength: 14, maxLength: 14 }),
})

/** Takes the numbers of a step one after another. */
function drawFrom(seeds: readonly number[]): Draw {
  let next = 0
  return (from) => {
    const seed = seeds[next++ % seeds.length] ?? 0
    return from[seed % Math.max(1, from.length)]
  }
}

function openDay(): { engine: TestEngine; people: readonly InventedPerson[] } {
  const engine = openCounter(TODAY)
  const people = [
    addPerson(engine, { ownerNo: RM.no, tier: 'high-net-worth', birthOn: '1980-11-20' }),
    addPerson(engine),
    addPerson(engine),
  ]
  for (const person of people) assess(engine, person)
  // The branch's first consent also plants the words of it, which stay.
  save(engine, { surname: '钱', phoneTail: '0001' })
  const who = { kind: 'customer', customerUid: people[1]?.uid ?? '' } as const
  for (const ticket of ['C001', 'C002']) engine.run('lobby.arrive', { ticket, business: 'cash', who }, LOBBY)
  return { engine, people }
}

/** Facts of these people as of now, so that a step that counts them again finds nothing old to mend. */
function settle(engine: TestEngine, people: readonly InventedPerson[]): void {
  const { todayOn, settings } = engine.runner.readContext(HEAD)
  const ids = people.map(({ id }) => id)
  engine.connection.transaction(() => refreshFactsOf(engine.connection, ids, { asOf: todayOn, settings }))
}

/** Does a step, takes it back and compares; then does it again where it is to stay. */
function doAndUndo(engine: TestEngine, people: readonly InventedPerson[], step: Step): string | null {
  engine.sources.at += 1_000
  const asking = askingOf(engine, people, drawFrom(step.seeds))
  if (asking === undefined) return null
  settle(engine, people)
  const before = branchImage(engine)
  try {
    engine.run(asking.name, asking.input, asking.staff)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
  const newest = engine.run('undo.newest', {}, asking.staff)
  // It may have changed nothing: who looks like somebody known is asked about first, a ticket may be reported again.
  if (newest === null) {
    expect(branchImage(engine)).toEqual(before)
    return null
  }
  engine.run('undo.take', { operationId: newest.operationId }, asking.staff)
  expect(branchImage(engine), asking.name).toEqual(before)
  if (step.kept) engine.run(asking.name, asking.input, asking.staff)
  return asking.name
}

test('X2: whatever can be taken back leaves the branch as it was before, row by row', {
  timeout: 120_000,
}, () => {
  const undone = new Set<string>()
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: STEPS, maxLength: STEPS }), (steps) => {
      const { engine, people } = openDay()
      try {
        for (const step of steps) {
          const name = doAndUndo(engine, people, step)
          if (name !== null) undone.add(name)
        }
        expect(engine.run('audit.verify', {}, HEAD)).toMatchObject({ intact: true })
      } finally {
        engine.close()
      }
    }),
    { numRuns: 30, seed: 20_261_120, endOnFailure: true },
  )
  // Without these the property says nothing of an operation.
  expect([...undone].sort()).toEqual([...UNDOABLE].sort())
})

/** Does a step; its author where it changed something. `null` where there was nothing to do or it was refused. */
function doOnly(
  engine: TestEngine,
  people: readonly InventedPerson[],
  step: Step,
): string | 'unchanged' | null {
  engine.sources.at += 100
  const asking = askingOf(engine, people, drawFrom(step.seeds))
  if (asking === undefined) return null
  settle(engine, people)
  try {
    engine.run(asking.name, asking.input, asking.staff)
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
  return engine.run('undo.newest', {}, asking.staff) === null ? 'unchanged' : asking.staff.no
}

test('X2: several steps of several people, taken back the newest first, lead back to where they began', {
  timeout: 120_000,
}, () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 6, maxLength: 6 }), (steps) => {
      const { engine, people } = openDay()
      try {
        settle(engine, people)
        const before = branchImage(engine)
        const done: string[] = []
        for (const step of steps) {
          // Showing prompts is a write of its own, and leaves its rows.
          const by = doOnly(engine, people, step)
          if (by === 'unchanged') return
          if (by !== null) done.push(by)
        }
        for (const no of done.toReversed()) takeBack(engine, staffOf(no))
        const after = branchImage(engine)
        expect({ ...after, prompt: [] }).toEqual({ ...before, prompt: [] })
      } finally {
        engine.close()
      }
    }),
    { numRuns: 25, seed: 20_261_121, endOnFailure: true },
  )
})
