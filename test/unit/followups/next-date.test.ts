import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../../src/shared/domain/calendar/civil-date.ts'
import { createWorkingCalendar } from '../../../src/shared/domain/calendar/working-days.ts'
import { DEFAULT_CADENCE } from '../../../src/shared/domain/work/cadence.ts'
import { LEVELS } from '../../../src/shared/domain/work/intent.ts'
import { explainDate, nextDateFor } from '../../../src/shared/domain/work/next-date.ts'

/** A Friday. */
const TODAY = '2026-11-20'
const BASIS = { todayOn: TODAY, calendar: createWorkingCalendar(), cadence: DEFAULT_CADENCE }

describe('F3, F6: the explanation of a date belongs to the date in the field', () => {
  it('says where an agreed Saturday goes and why', () => {
    expect(explainDate(BASIS, 'high', '2026-11-21')).toMatchObject({
      kind: 'due',
      due: { dueOn: '2026-11-23', rule: { moved: true, chosenOn: '2026-11-21' } },
    })
  })

  it('says what is against a day instead of an explanation of the day before it', () => {
    expect(explainDate(BASIS, 'high', '2026-11-19')).toEqual({ kind: 'fault', fault: 'past' })
    expect(explainDate(BASIS, 'high', '2028-01-03')).toEqual({ kind: 'fault', fault: 'too-far' })
  })

  it('is the rule by which the date is written: what it refuses is not written, what it says is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...LEVELS),
        fc.option(fc.integer({ min: -40, max: 800 })),
        (level, ahead) => {
          const chosenOn = ahead === null ? null : addDays(TODAY, ahead)
          const said = explainDate(BASIS, level, chosenOn)
          if (said.kind === 'fault') expect(() => nextDateFor(BASIS, level, chosenOn)).toThrow()
          else expect(nextDateFor(BASIS, level, chosenOn)).toEqual(said.due)
        },
      ),
    )
  })
})
