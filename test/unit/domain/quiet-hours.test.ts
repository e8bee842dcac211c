import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quietUntil } from '../../../src/shared/domain/calendar/quiet-hours.ts'

const at = (shanghai: string) => Date.parse(`${shanghai}:00+08:00`)
const OVER_NIGHT = { quietFrom: '18:00', quietTo: '08:00' }

describe('F4: quiet hours', () => {
  it('run over midnight and say when they end', () => {
    expect(quietUntil(at('2026-11-20T17:59'), OVER_NIGHT)).toBeNull()
    expect(quietUntil(at('2026-11-20T18:00'), OVER_NIGHT)).toBe(at('2026-11-21T08:00'))
    expect(quietUntil(at('2026-11-21T00:30'), OVER_NIGHT)).toBe(at('2026-11-21T08:00'))
    expect(quietUntil(at('2026-11-21T08:00'), OVER_NIGHT)).toBeNull()
  })

  it('may lie within a day, at noon', () => {
    const noon = { quietFrom: '12:00', quietTo: '13:30' }
    expect(quietUntil(at('2026-11-20T12:45'), noon)).toBe(at('2026-11-20T13:30'))
    expect(quietUntil(at('2026-11-20T13:30'), noon)).toBeNull()
    expect(quietUntil(at('2026-11-20T02:00'), noon)).toBeNull()
  })

  it('are none where they begin when they end', () => {
    expect(quietUntil(at('2026-11-20T09:00'), { quietFrom: '09:00', quietTo: '09:00' })).toBeNull()
  })

  it('end later than now, within a day, outside of themselves', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'))
    fc.assert(
      fc.property(time, time, fc.integer({ min: 0, max: 4e12 }), (quietFrom, quietTo, now) => {
        const until = quietUntil(now, { quietFrom, quietTo })
        if (until === null) return
        expect(until).toBeGreaterThan(now)
        expect(until - now).toBeLessThanOrEqual(86_400_000)
        expect(quietUntil(until, { quietFrom, quietTo })).toBeNull()
      }),
    )
  })
})
