import { spawn } from 'node:child_process'
import { projectRoot } from './project-root.ts'

export interface RunOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Where the command's stdout goes: `stderr` keeps our own stdout clean. */
  readonly output?: 'inherit' | 'stderr'
}

/** Runs a command to its end, without stdin, and answers its exit code (128 where a signal ended it). */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const child = spawn(command, args, {
    cwd: options.cwd ?? projectRoot,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', options.output === 'stderr' ? 2 : 'inherit', 'inherit'],
  })
  child.on('error', reject)
  child.on('exit', (code) => resolve(code ?? 128))
  return promise
}

/** As `run`, and throws where the command did not end well. */
export async function runOrThrow(
  command: string,
  args: readonly string[],
  options?: RunOptions,
): Promise<void> {
  const code = await run(command, args, options)
  if (code !== 0) throw new Error(`${command} ${args.join(' ')} ended with code ${code}`)
}
