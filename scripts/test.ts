/** `npm test`: every test there is, the real application last. The last line is the sum of all. */
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { runWithDisplay } from './bootstrap/display.ts'
import { projectRoot } from './bootstrap/project-root.ts'
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
  await runWithDisplay(VITEST, ['run', ...options])
  const count = existsSync(report) ? countTests(JSON.parse(readFileSync(report, 'utf8'))) : ONE_FAILURE
  return count.passed + count.failed === 0 ? ONE_FAILURE : count
}

await ensureWorkstation()
await ensureTestTools()
let total = NO_TESTS
for (const projects of [['unit', 'integration'], ['e2e']])
  total = addCounts(total, await runProjects(projects))
console.log(summaryLine(total))
process.exitCode = isSuccess(total) ? 0 : 1
