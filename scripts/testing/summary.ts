/** How many tests ended how. */
export interface TestCount {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

/** The part of vitest's JSON report that is counted. */
export interface TestReport {
  readonly success: boolean
  readonly testResults: readonly {
    readonly status: string
    readonly assertionResults: readonly { readonly status: string }[]
  }[]
}

export const NO_TESTS: TestCount = { passed: 0, failed: 0, skipped: 0 }

/**
 * Counts the tests of a report. A file that failed before its tests began counts as one failure, and so does a run that
 * was not a success although every test passed: an error outside all tests must not go unseen.
 */
export function countTests(report: TestReport): TestCount {
  const ends = report.testResults.flatMap((file) => file.assertionResults.map((test) => test.status))
  const passed = ends.filter((end) => end === 'passed').length
  const failedTests = ends.filter((end) => end === 'failed').length
  const brokenFiles = report.testResults.filter(isBrokenFile).length
  const failed = failedTests + brokenFiles
  return {
    passed,
    failed: failed === 0 && !report.success ? 1 : failed,
    skipped: ends.length - passed - failedTests,
  }
}

function isBrokenFile({ status, assertionResults }: TestReport['testResults'][number]): boolean {
  return status === 'failed' && !assertionResults.some((test) => test.status === 'failed')
}

export function addCounts(a: TestCount, b: TestCount): TestCount {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/** The last line of a test run. */
export function summaryLine({ passed, failed, skipped }: TestCount): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/** Nothing failed, and something ran. */
export function isSuccess({ passed, failed }: TestCount): boolean {
  return failed === 0 && passed > 0
}
