import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

const ENTRY = join(import.meta.dirname, '../../../src/main/cli/index.ts')
export const PASSPHRASE = 'correct horse 1001'

export interface Run {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  /** The one JSON object on stdout. */
  readonly answer: Record<string, unknown>
}

interface RunOptions {
  readonly env?: Record<string, string>
  /** Interrupts the command once this appears on stderr. */
  readonly interruptAt?: string
}

/** Runs the real command line in a process of its own. */
export async function cli(args: readonly string[], options: RunOptions = {}): Promise<Run> {
  const child = spawn(process.execPath, [ENTRY, ...args], {
    env: { PATH: process.env.PATH ?? '', HUIYAN_PASSPHRASE: PASSPHRASE, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const { interruptAt } = options
  if (interruptAt !== undefined) {
    child.stderr.on('data', (chunk: Buffer) => {
      if (chunk.toString('utf8').includes(interruptAt)) child.kill('SIGINT')
    })
  }
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  return { exitCode: child.exitCode, stdout, stderr, answer: objectIn(stdout) }
}

/** Fails unless stdout is exactly one JSON object. */
function objectIn(stdout: string): Record<string, unknown> {
  const value: unknown = JSON.parse(stdout)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Error('not one JSON object')
  return { ...value }
}
