/** `npm run check`: what can be told about the code without running it. Every check runs, whatever the one before said. */
import { ensureDependencies } from './bootstrap/dependencies.ts'
import { notice } from './bootstrap/notice.ts'
import { runTool } from './bootstrap/tool.ts'

const CHECKS = [
  { what: 'types', tool: 'typescript/tsc', args: ['-p', '.'] },
  { what: 'format and lint', tool: '@biomejs/biome', args: ['ci', '--error-on-warnings', '.'] },
  {
    what: 'who may import whom',
    tool: 'dependency-cruiser/depcruise',
    args: ['--config', '.dependency-cruiser.cjs', 'src'],
  },
  { what: 'nothing unused', tool: 'knip', args: [] },
] as const

await ensureDependencies()
const failed: string[] = []
for (const { what, tool, args } of CHECKS) {
  notice(`check: ${what}`)
  if ((await runTool(tool, args)) !== 0) failed.push(what)
}
notice(failed.length === 0 ? 'check: all well' : `check: failed in ${failed.join(', ')}`)
process.exitCode = failed.length === 0 ? 0 : 1
