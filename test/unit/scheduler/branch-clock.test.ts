import { expect, test } from 'vitest'
import { BranchClock, type Chore } from '../../../src/main/scheduler/branch-clock.ts'
import { settled, TestMachine } from '../../support/router/test-machine.ts'

const MINUTE = 60_000
const START = Date.parse('2026-11-20T09:00:00+08:00')

interface Counted extends Chore {
  looks: number
  readonly ranAt: number[]
}

/** A chore that says when it is due next, and what happens when it runs. */
function chore(
  machine: TestMachine,
  dueAt: (ran: number) => number | null,
  run = () => undefined as unknown,
): Counted {
  const counted: Counted = {
    looks: 0,
    ranAt: [],
    dueAt: async () => {
      counted.looks += 1
      return dueAt(counted.ranAt.length)
    },
    run: async () => {
      counted.ranAt.push((machine.nowAt() - START) / MINUTE)
      return run()
    },
  }
  return counted
}

const everyMinuteOf = (minutes: number) => Array.from({ length: minutes + 1 }, (_, minute) => minute)

test('a chore that is due again at once is done again at every beat, and not in between', async () => {
  const machine = new TestMachine(START)
  const clock = new BranchClock(machine)
  const always = chore(machine, () => 0)
  clock.start([always])
  await settled()
  await machine.run(30 * MINUTE)
  expect(always.ranAt).toEqual(everyMinuteOf(30))
})

test('a chore that has three things to do one after the other has done them after two beats, and rests', async () => {
  const machine = new TestMachine(START)
  const clock = new BranchClock(machine)
  const three = chore(machine, (ran) => (ran < 3 ? START : null))
  clock.start([three])
  await settled()
  await machine.run(30 * MINUTE)
  expect(three.ranAt).toEqual([0, 1, 2])
  const { looks } = three
  await machine.run(30 * MINUTE)
  expect(three.looks).toBe(looks)
})

test('a chore that changes what it is asked by, and is due again at once, still waits for the beat', async () => {
  const machine = new TestMachine(START)
  const clock = new BranchClock(machine)
  const restless = chore(
    machine,
    () => 0,
    () => clock.changed(),
  )
  clock.start([restless])
  await settled()
  await machine.run(10 * MINUTE)
  expect(restless.ranAt).toEqual(everyMinuteOf(10))
})

test('meanwhile the others are done when they are due, and what changed is looked at soon', async () => {
  const machine = new TestMachine(START)
  const clock = new BranchClock(machine)
  const always = chore(machine, () => 0)
  const later = START + 2.5 * MINUTE
  const once = chore(machine, (ran) => (ran === 0 ? later : null))
  let told = false
  const onChange = chore(machine, (ran) => (told && ran === 0 ? 0 : null))
  clock.start([always, once, onChange])
  await settled()
  await machine.run(3.5 * MINUTE)
  expect(once.ranAt).toEqual([2.5])
  told = true
  clock.changed()
  await machine.run(1_000)
  expect(onChange.ranAt).toHaveLength(1)
  await machine.run(4 * MINUTE)
  expect(always.ranAt).toHaveLength(8)
})

test('a chore that fails is tried again at the next beat; a machine that woke tries it at once', async () => {
  const machine = new TestMachine(START)
  const clock = new BranchClock(machine)
  const failing = chore(
    machine,
    () => 0,
    () => {
      throw new Error('busy')
    },
  )
  clock.start([failing])
  await settled()
  clock.changed()
  await machine.run(2 * MINUTE)
  expect(failing.ranAt).toEqual([0, 1, 2])
  await machine.run(0.5 * MINUTE)
  clock.look()
  await settled()
  expect(failing.ranAt).toEqual([0, 1, 2, 2.5])
})

test('after a stop nothing is looked at any more', async () => {
  const machine = new TestMachine(START)
  const clock = new BranchClock(machine)
  const always = chore(machine, () => 0)
  clock.start([always])
  await settled()
  clock.stop()
  await machine.run(5 * MINUTE)
  expect(always.ranAt).toEqual([0])
})

test('to be stopped is to be over: the chore under way is waited for, and those behind it are not begun', async () => {
  const machine = new TestMachine(START)
  const clock = new BranchClock(machine)
  let finish: () => void = () => undefined
  const slow = chore(
    machine,
    () => 0,
    () =>
      new Promise<void>((resolve) => {
        finish = resolve
      }),
  )
  const behind = chore(machine, () => 0)
  clock.start([slow, behind])
  await settled()
  let stopped = false
  const stopping = clock.stop().then(() => {
    stopped = true
  })
  await settled()
  expect(stopped).toBe(false)
  finish()
  await stopping
  expect(slow.ranAt).toEqual([0])
  expect(behind.looks).toBe(0)
  await machine.run(10 * MINUTE)
  expect(slow.looks + behind.looks).toBe(2)
})
