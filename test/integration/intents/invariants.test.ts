import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { LEVELS } from '../../../src/shared/domain/work/intent.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { openCounter, RM } from '../../support/intents/counter-branch.ts'
import { ANY_STAFF, CounterDay } from '../../support/intents/counter-day.ts'

describe('F1: SQLite itself refuses an open intent without an owner or a date', () => {
  let engine: TestEngine
  beforeEach(() => {
    engine = openCounter('2026-11-23')
    engine.connection.script(
      `INSERT INTO customer (uid, customer_no, name, pinyin, initials, source, as_of, created_at, updated_at)
       VALUES ('p', 'C1', '测试', 'ceshi', 'cs', 'test', '2026-01-01', 0, 0)`,
    )
  })
  afterEach(() => engine.close())

  const insert = (owner: string | null, warnOn: string | null, nextOn: string | null, status = 'open') =>
    engine.connection
      .statement(
        `INSERT INTO intent (uid, customer_id, product, level, status, owner_no, warn_on, next_on, last_evidence_on,
           created_by, created_at, closed_at, updated_at)
         VALUES (?, 1, 'loan', 'low', ?, ?, ?, ?, '2026-11-23', '1001', 0, ?, 0)`,
      )
      .run(
        `${owner}-${warnOn}-${nextOn}-${status}`,
        status,
        owner,
        warnOn,
        nextOn,
        status === 'open' ? null : 1,
      )

  test('on insert', () => {
    const constraint = 'CHECK constraint failed'
    expect(() => insert(null, '2026-11-24', '2026-11-25')).toThrowError(constraint)
    expect(() => insert(RM.no, null, '2026-11-25')).toThrowError(constraint)
    expect(() => insert(RM.no, '2026-11-24', null)).toThrowError(constraint)
    expect(() => insert('7777', '2026-11-24', '2026-11-25')).toThrowError('FOREIGN KEY constraint failed')
    insert(null, null, null, 'lost')
  })

  test('on update, and a second open one for the same product', () => {
    insert(RM.no, '2026-11-24', '2026-11-25')
    for (const column of ['owner_no', 'warn_on', 'next_on']) {
      expect(() => engine.connection.script(`UPDATE intent SET ${column} = NULL`)).toThrowError('CHECK')
    }
    expect(() => engine.connection.script(`UPDATE intent SET closed_at = 1`)).toThrowError('CHECK')
    expect(() => insert(RM.no, '2026-11-24', '2026-11-26')).toThrowError('UNIQUE constraint failed')
  })
})

const anyCommand = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('flag' as const),
      person: fc.nat(2),
      product: fc.constantFrom('wealth', 'loan'),
      level: fc.constantFrom(...LEVELS),
      by: fc.constantFrom(...ANY_STAFF),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const), back: fc.nat(3) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('record' as const),
      pick: fc.nat(9),
      channel: fc.constantFrom('face', 'phone', 'sms'),
      outcome: fc.constantFrom('reached', 'no-answer', 'converted', 'refused', 'not-now'),
      inDays: fc.option(fc.integer({ min: -2, max: 30 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('close' as const),
      pick: fc.nat(9),
      outcome: fc.constantFrom('converted', 'lost', 'mistaken'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('reassign' as const),
      pick: fc.nat(9),
      to: fc.constantFrom('1001', '2001', '3001', '3002', '9001', '7777'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('roster' as const),
      inDays: fc.nat(20),
      working: fc.option(fc.boolean()),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('wait' as const),
      ms: fc.constantFrom(1, 8_000, 8_001, 86_400_000, 31 * 86_400_000),
    }),
  },
)

test('F1: whatever is done in whatever order, open work has an owner and a worked date, and both ledgers are whole', () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { minLength: 5, maxLength: 40 }), (commands) => {
      const day = new CounterDay('2026-09-14')
      try {
        for (const command of commands) {
          day.perform(command)
          day.expectPromisesKept()
        }
        day.expectLedgersWhole()
      } finally {
        day.close()
      }
    }),
    { numRuns: 25 },
  )
})
