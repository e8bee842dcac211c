import { randomFillSync } from 'node:crypto'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Connection } from '../../../src/main/engine/connection.ts'
import { Runner } from '../../../src/main/engine/runner.ts'
import { handlers } from '../../../src/main/features/index.ts'
import type { InternalName } from '../../../src/shared/contract/internal/index.ts'
import { HEAD, type TestEngine } from '../../support/engine/open-engine.ts'
import { openCounter } from '../../support/intents/counter-branch.ts'
import { escalationLevels, promise, told } from '../../support/notices/clock-branch.ts'

const HOUR = 3_600_000
/** Ends on the same day for both: in the minutes around midnight the late one still tells of the day that is over. */
const HALF_PAST = 0.5
const CHORES = ['followups.escalate', 'notices.tellDue', 'referrals.bounce'] as const satisfies InternalName[]

/** The morning ends at a quarter to one: no step brings one program before that minute and the other behind it. */
const HOURS = { workFrom: '08:30', workTo: '17:00' }

function branchWithWork(): TestEngine {
  const engine = openCounter('2026-11-16')
  engine.run('settings.save', { settings: { ...engine.run('settings.get', {}), ...HOURS } })
  for (const nextOn of ['2026-11-16', '2026-11-17', '2026-11-19', '2026-11-23']) promise(engine, nextOn)
  return engine
}

/** A second program on the same file, as the command line beside a workstation; its clock may be another PC's. */
function besides(engine: TestEngine, lateMs: number): { readonly runner: Runner; close(): void } {
  const file = join(engine.folder, 'branch.db')
  const connection = Connection.open({ file, dataKey: new Uint8Array(32).fill(7), mode: 'writer' })
  const sources = {
    nowAt: () => engine.sources.at - lateMs,
    fill: (bytes: Uint8Array) => randomFillSync(bytes),
  }
  return { runner: new Runner(connection, handlers, sources), close: () => connection.close() }
}

/** Every few hours all chores, in that order of the programs. */
function workThrough(engine: TestEngine, hours: readonly number[], runners: readonly Runner[]): void {
  for (const step of hours) {
    engine.sources.at += step * HOUR
    for (const runner of runners) for (const chore of CHORES) runner.run(chore, {}, HEAD)
  }
}

test('F4: two programs on one branch, one of them behind by minutes, tell everything once and climb as one', () => {
  const anySteps = fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(
      anySteps,
      fc.boolean(),
      fc.integer({ min: 0, max: 10 }),
      (steps, secondFirst, minutesLate) => {
        const alone = branchWithWork()
        const shared = branchWithWork()
        const second = besides(shared, minutesLate * 60_000)
        try {
          const hours = [...steps, HALF_PAST]
          workThrough(alone, hours, [alone.runner])
          const both = [shared.runner, second.runner]
          workThrough(shared, hours, secondFirst ? both.reverse() : both)
          expect(told(shared)).toEqual(told(alone))
          expect(escalationLevels(shared)).toEqual(escalationLevels(alone))
          expect(shared.run('audit.verify', {})).toMatchObject({ intact: true })
        } finally {
          second.close()
          alone.close()
          shared.close()
        }
      },
    ),
    // One is past midnight, the other a minute before it; then one at the opening hour, the other a minute before that.
    {
      numRuns: 15,
      examples: [
        [[4, 3, 5], false, 1],
        [[15, 5, 1, 5, 13, 2, 27], false, 1],
      ],
    },
  )
})
