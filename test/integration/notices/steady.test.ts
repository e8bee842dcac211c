import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BranchClock, type Chore } from '../../../src/main/scheduler/branch-clock.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { openCounter } from '../../support/intents/counter-branch.ts'
import { escalationLevels, internal, promise, told } from '../../support/notices/clock-branch.ts'
import { settled, TestMachine } from '../../support/router/test-machine.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const START = Date.parse('2026-09-25T10:00:00+08:00')

function chores(engine: TestEngine): Chore[] {
  return [
    {
      dueAt: async () => internal(engine, 'followups.ladderDueAt', {}),
      run: async () => internal(engine, 'followups.escalate', {}),
    },
    {
      dueAt: async () => internal(engine, 'notices.tellDueAt', {}),
      run: async () => internal(engine, 'notices.tellDue', {}),
    },
  ]
}

/** A branch with work of several days, watched by a clock on a machine of its own. */
async function watchedBranch(at: number) {
  const engine = openCounter('2026-09-25')
  for (const nextOn of ['2026-09-18', '2026-09-24', '2026-09-28', '2026-10-09', '2026-10-12'])
    promise(engine, nextOn)
  engine.sources.at = at
  const machine = new TestMachine(at, (now) => {
    engine.sources.at = now
  })
  const clock = new BranchClock(machine)
  clock.start(chores(engine))
  await settled()
  return { engine, machine }
}

/** What happens to the clock of a machine, in hours. */
type Event =
  | { readonly kind: 'run' | 'sleep'; readonly hours: number }
  /** Set forward or back, left so for a while, and set right again. */
  | { readonly kind: 'set-wrong'; readonly hours: number; readonly for: number }

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('run' as const, 'sleep' as const),
    hours: fc.integer({ min: 0, max: 60 }),
  }),
  fc.record({
    kind: fc.constant('set-wrong' as const),
    hours: fc.integer({ min: -200, max: 900 }),
    for: fc.integer({ min: 0, max: 5 }),
  }),
)

/** The digest of a morning is the one thing that is not made up for in the afternoon, whoever slept through it. */
const isDigest = (text: string) => text.includes(' morning ')

/** The civil day in Shanghai, as a number. */
const dayOf = (at: number) => Math.floor((at + 8 * HOUR) / DAY)

/** From and to which instant a machine ran with its clock right. */
type Watch = readonly [number, number]

/** Whether somebody looked between opening and the middle of the working hours (08:30 to 13:00) of the last day. */
function sawLastMorning(watches: readonly Watch[], endAt: number): boolean {
  const midnightAt = dayOf(endAt) * DAY - 8 * HOUR
  const [opensAt, noonAt] = [midnightAt + 8.5 * HOUR, midnightAt + 13 * HOUR]
  // The last minute may be that in which a jump is noticed.
  return watches.some(([from, to]) => Math.min(to, noonAt) - Math.max(from, opensAt) > 1.5 * MINUTE)
}

test('F4: whatever sleeps and jumps a clock goes through, the notices in the end are those of a steady one', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 6 }), async (events) => {
      const troubled = await watchedBranch(START)
      const watches: Watch[] = []
      let at = START
      for (const each of events) {
        if (each.kind === 'set-wrong') {
          troubled.machine.jump(each.hours * HOUR)
          await troubled.machine.run(each.for * HOUR)
          troubled.machine.jump(-each.hours * HOUR)
          // A digest goes with its day. Where the clock told another day, this day's is gone, and told again only while
          // it is still morning.
          const shownAt = at + each.hours * HOUR
          if (dayOf(shownAt) !== dayOf(at) || dayOf(shownAt + each.for * HOUR) !== dayOf(at))
            watches.length = 0
          at += each.for * HOUR
        } else if (each.kind === 'sleep') {
          troubled.machine.jump(each.hours * HOUR)
          at += each.hours * HOUR
        } else {
          await troubled.machine.run(each.hours * HOUR)
          watches.push([at, at + each.hours * HOUR])
          at += each.hours * HOUR
        }
      }
      // A beat to notice the last event by.
      await troubled.machine.run(2 * MINUTE)
      watches.push([at, at + 2 * MINUTE])
      at += 2 * MINUTE
      const steady = await watchedBranch(START)
      await steady.machine.run(at - START)
      try {
        const [toldTroubled, toldSteady] = [told(troubled.engine), told(steady.engine)]
        expect(toldTroubled.filter((text) => !isDigest(text))).toEqual(
          toldSteady.filter((text) => !isDigest(text)),
        )
        expect(toldSteady.filter(isDigest)).toEqual(expect.arrayContaining(toldTroubled.filter(isDigest)))
        if (sawLastMorning(watches, at)) expect(toldTroubled).toEqual(toldSteady)
        expect(escalationLevels(troubled.engine)).toEqual(escalationLevels(steady.engine))
        if (at - START > 20 * DAY) expect(toldSteady.length).toBeGreaterThan(0)
      } finally {
        troubled.engine.close()
        steady.engine.close()
      }
    }),
    {
      numRuns: 12,
      // Monday's digest is gone with its day when the clock shows Tuesday, and at 13:00 it is no morning any more.
      examples: [
        [
          [
            { kind: 'run', hours: 73 },
            { kind: 'set-wrong', hours: 11, for: 2 },
          ],
        ],
      ],
    },
  )
}, 120_000)
