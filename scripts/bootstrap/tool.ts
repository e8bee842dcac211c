import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './project-root.ts'
import { type RunOptions, run } from './run.ts'

/**
 * Runs the command of an installed package under this same Node, without a shell, so that it is the same on every
 * system.
 *
 * @param packageName such as `vitest`; `typescript/tsc` names one command of a package that has several
 * @returns its exit code
 */
export function runTool(packageName: string, args: readonly string[], options?: RunOptions): Promise<number> {
  return run(process.execPath, [toolScript(packageName), ...args], options)
}

function toolScript(name: string): string {
  const parts = name.split('/')
  const folder = parts.slice(0, name.startsWith('@') ? 2 : 1).join('/')
  const home = join(projectRoot, 'node_modules', folder)
  const bin: string | Record<string, string> = JSON.parse(
    readFileSync(join(home, 'package.json'), 'utf8'),
  ).bin
  const script = typeof bin === 'string' ? bin : bin[parts.at(-1) ?? '']
  if (script === undefined) throw new Error(`${folder} has no command named ${parts.at(-1)}`)
  return join(home, script)
}
