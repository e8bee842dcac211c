import { spawn } from 'node:child_process'
import { projectRoot } from './project-root.ts'
import { SetupProblem } from './setup-problem.ts'

export interface RunOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string | undefined>>
  /** Only a command that may ask the person something gets our stdin. */
  readonly stdin?: 'inherit'
  /** Where what the command prints goes: `stderr` keeps our own stdout clean, `nowhere` says nothing at all. */
  readonly output?: 'inherit' | 'stderr' | 'nowhere'
  /** The command is ended when this time, in milliseconds, is over. */
  readonly patienceMs?: number
}

const STREAMS = {
  inherit: ['inherit', 'inherit'],
  stderr: [2, 'inherit'],
  nowhere: ['ignore', 'ignore'],
} as const

/** Runs a command to its end and answers its exit code (128 where a signal ended it). */
export function run(command: string, args: readonly string[], options: RunOptions = {}): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>()
  const child = spawn(command, args, {
    cwd: options.cwd ?? projectRoot,
    env: { ...process.env, ...options.env },
    stdio: [options.stdin ?? 'ignore', ...STREAMS[options.output ?? 'inherit']],
    ...(options.patienceMs === undefined ? {} : { timeout: options.patienceMs }),
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
  if (code !== 0) throw new SetupProblem(`${command} ${args.join(' ')} ended with code ${code}`)
}
