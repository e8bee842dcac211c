/** `npm test`: every test there is, the real application last. The last line is the sum of all. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { inspect } from 'node:util'
import { ensureDependencies } from './bootstrap/dependencies.ts'
import { notice } from './bootstrap/notice.ts'
import { projectRoot } from './bootstrap/project-root.ts'
import { run } from './bootstrap/run.ts'
import { SetupProblem } from './bootstrap/setup-problem.ts'
import { ensureTestTools } from './bootstrap/system-packages.ts'
import { ensureWorkstation } from './bootstrap/workstation.ts'
import { addCounts, countTests, isSuccess, NO_TESTS, summaryLine, type TestCount } from './testing/summary.ts'

const VITEST = join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs')

/** A run that left no report behind, or one without tests, has not shown that anything works. */
const ONE_FAILURE: TestCount = { passed: 0, failed: 1, skipped: 0 }

async function runProjects(projects: readonly string[]): Promise<TestCount> {
  const report = join(projectRoot, 'test-results', `${projects.join('-')}.json`)
  rmSync(report, { force: true })
  const options = [
    ...projects.map((name) => `--project=${name}`),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]
  await run(process.execPath, [VITEST, 'run', ...options])
  const count = existsSync(report) ? countTests(JSON.parse(readFileSync(report, 'utf8'))) : ONE_FAILURE
  return count.passed + count.failed === 0 ? ONE_FAILURE : count
}

/** The rules are tested even where no window can be had; that none can be had is a failure all the same. */
async function provideWorkstation(): Promise<TestCount> {
  try {
    await ensureWorkstation()
    return NO_TESTS
  } catch (error) {
    notice(error instanceof SetupProblem ? error.message : inspect(error))
    return ONE_FAILURE
  }
}

await ensureDependencies()
await ensureTestTools()
let total = await provideWorkstation()
for (const projects of [['unit', 'integration'], ['e2e'], ['chaos']])
  total = addCounts(total, await runProjects(projects))
console.log(summaryLine(total))
process.exitCode = isSuccess(total) ? 0 : 1
