import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addCounts,
  countTests,
  isSuccess,
  summaryLine,
  type TestCount,
} from '../../../scripts/testing/summary.ts'

const file = (status: string, ...tests: readonly string[]) => ({
  status,
  assertionResults: tests.map((end) => ({ status: end })),
})

describe('the last line of a test run', () => {
  it('counts every test once, by how it ended', () => {
    const report = {
      success: false,
      testResults: [file('failed', 'passed', 'failed'), file('passed', 'passed', 'skipped')],
    }
    expect(countTests(report)).toEqual({ passed: 2, failed: 1, skipped: 1 })
  })

  it('counts tests that are only planned as skipped', () => {
    expect(
      countTests({ success: true, testResults: [file('passed', 'passed', 'todo', 'pending')] }).skipped,
    ).toBe(2)
  })

  it('counts every file that broke before its tests began as a failure', () => {
    const report = { success: false, testResults: [file('failed'), file('failed'), file('failed', 'failed')] }
    expect(countTests(report)).toEqual({ passed: 0, failed: 3, skipped: 0 })
  })

  it('counts a file whose set-up failed although some of its tests had passed as a failure', () => {
    expect(countTests({ success: false, testResults: [file('failed', 'passed')] })).toMatchObject({
      passed: 1,
      failed: 1,
    })
  })

  it('does not hide an error that belongs to no test', () => {
    expect(countTests({ success: false, testResults: [file('passed', 'passed')] })).toMatchObject({
      passed: 1,
      failed: 1,
    })
  })

  it('names skipped tests only where there are some', () => {
    expect(summaryLine({ passed: 3, failed: 0, skipped: 0 })).toBe('3 passed, 0 failed')
    expect(summaryLine({ passed: 3, failed: 1, skipped: 2 })).toBe('3 passed, 1 failed, 2 skipped')
  })

  it('is a success only where something ran and nothing failed', () => {
    expect(isSuccess({ passed: 0, failed: 0, skipped: 5 })).toBe(false)
    expect(isSuccess({ passed: 9, failed: 1, skipped: 0 })).toBe(false)
    expect(isSuccess({ passed: 1, failed: 0, skipped: 0 })).toBe(true)
  })

  it('adds runs up without losing a test', () => {
    const count: fc.Arbitrary<TestCount> = fc.record({
      passed: fc.nat(999),
      failed: fc.nat(999),
      skipped: fc.nat(999),
    })
    const all = ({ passed, failed, skipped }: TestCount): number => passed + failed + skipped
    fc.assert(fc.property(count, count, (a, b) => all(addCounts(a, b)) === all(a) + all(b)))
  })
})
