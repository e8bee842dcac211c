import { expect, test } from 'vitest'
import type { Clock } from '../../../src/main/session/clock.ts'
import { DailyFacts } from '../../../src/main/session/daily-facts.ts'
import { settled, TestMachine } from '../../support/router/test-machine.ts'

/** A clock that only moves when told to. */
class SetClock implements Clock {
  at: number
  #waiting: { dueAt: number; work: () => void }[] = []

  constructor(shanghai: string) {
    this.at = Date.parse(`${shanghai}+08:00`)
  }

  nowAt(): number {
    return this.at
  }

  after(milliseconds: number, work: () => void): () => void {
    const entry = { dueAt: this.at + milliseconds, work }
    this.#waiting.push(entry)
    return () => {
      this.#waiting = this.#waiting.filter((each) => each !== entry)
    }
  }

  moveTo(shanghai: string): void {
    this.at = Date.parse(`${shanghai}+08:00`)
    const due = this.#waiting.filter((each) => each.dueAt <= this.at)
    this.#waiting = this.#waiting.filter((each) => each.dueAt > this.at)
    for (const each of due) each.work()
  }
}

/** Counts recomputations; each ends when the test says so. */
function recomputations() {
  const endings: (() => void)[] = []
  let started = 0
  return {
    recompute: () => {
      started += 1
      return new Promise<void>((resolve) => endings.push(resolve))
    },
    started: () => started,
    async finishOne(): Promise<void> {
      endings.shift()?.()
      await new Promise<void>((resolve) => setImmediate(resolve))
    },
  }
}

test('everyone is recomputed at the sign-in and again after each midnight in Shanghai', async () => {
  const clock = new SetClock('2026-11-20T17:30:00')
  const facts = new DailyFacts(clock)
  const work = recomputations()
  facts.start(work.recompute)
  await work.finishOne()
  expect(work.started()).toBe(1)

  clock.moveTo('2026-11-20T23:59:00')
  expect(work.started()).toBe(1)
  clock.moveTo('2026-11-21T00:01:00')
  expect(work.started()).toBe(2)
  await work.finishOne()
  clock.moveTo('2026-11-22T00:01:00')
  expect(work.started()).toBe(3)
})

test('changes during a recomputation lead to one more, not to one each', async () => {
  const facts = new DailyFacts(new SetClock('2026-11-20T09:00:00'))
  const work = recomputations()
  facts.start(work.recompute)
  facts.ask()
  facts.ask()
  expect(work.started()).toBe(1)
  await work.finishOne()
  expect(work.started()).toBe(2)
  await work.finishOne()
  expect(work.started()).toBe(2)
})

test('after a sign-out nothing is recomputed any more', async () => {
  const clock = new SetClock('2026-11-20T09:00:00')
  const facts = new DailyFacts(clock)
  const work = recomputations()
  facts.start(work.recompute)
  facts.stop()
  await work.finishOne()
  clock.moveTo('2026-11-21T00:05:00')
  facts.ask()
  expect(work.started()).toBe(1)
})

test('a recomputation that failed is tried again at the next occasion', async () => {
  const facts = new DailyFacts(new SetClock('2026-11-20T09:00:00'))
  let tries = 0
  facts.start(() => {
    tries += 1
    return Promise.reject(new Error('engine stopped'))
  })
  await new Promise<void>((resolve) => setImmediate(resolve))
  facts.ask()
  expect(tries).toBe(2)
})

/** Facts on a machine that can sleep; recomputations end at once. */
function factsOn(machine: TestMachine) {
  let started = 0
  let newDays = 0
  const facts = new DailyFacts(machine, () => newDays++)
  facts.start(async () => {
    started += 1
  })
  return { facts, started: () => started, newDays: () => newDays }
}

test('after a weekend of sleep everyone is recomputed when the machine wakes, not when its timer would have run out', async () => {
  const machine = new TestMachine(Date.parse('2026-11-20T17:30:00+08:00'))
  const { facts, started, newDays } = factsOn(machine)
  await settled()
  machine.jump(63 * 3_600_000)
  facts.look()
  await settled()
  expect([started(), newDays()]).toEqual([2, 1])
  facts.look()
  expect([started(), newDays()]).toEqual([2, 1])
})

test('a machine that does not tell that it woke finds out within a minute or so', async () => {
  const machine = new TestMachine(Date.parse('2026-11-20T17:30:00+08:00'))
  const { started } = factsOn(machine)
  await settled()
  machine.jump(63 * 3_600_000)
  await machine.run(2 * 60_000)
  expect(started()).toBe(2)
})

test('a clock set back a day is another day as well, and so is the way back', async () => {
  const machine = new TestMachine(Date.parse('2026-11-20T09:00:00+08:00'))
  const { started } = factsOn(machine)
  await settled()
  machine.jump(-24 * 3_600_000)
  await machine.run(2 * 60_000)
  expect(started()).toBe(2)
  machine.jump(24 * 3_600_000)
  await machine.run(2 * 60_000)
  expect(started()).toBe(3)
})
