import process from 'node:process'
import type { DeviceProtector } from '../vault/device-protector.ts'
import { askOnTerminal } from './passphrase.ts'
import { type ExitCode, runCommandLine } from './run-command-line.ts'

export interface ProcessParts {
  readonly worker: URL
  readonly protector: DeviceProtector
}

/** Does one command for this process: its environment, its terminal, its signals. The answer goes to stdout, all else to stderr. */
export async function answerProcess(
  args: readonly string[],
  { worker, protector }: ProcessParts,
): Promise<ExitCode> {
  const { exitCode, answer } = await runCommandLine(args, {
    env: process.env,
    nowAt: () => Date.now(),
    worker,
    protector,
    askPassphrase: askOnTerminal,
    say: (line) => process.stderr.write(`${line}\n`),
    onInterrupt: (stop) => {
      process.on('SIGINT', stop)
      process.on('SIGTERM', stop)
      return () => {
        process.off('SIGINT', stop)
        process.off('SIGTERM', stop)
      }
    },
  })
  await new Promise<void>((resolve) => process.stdout.write(`${answer}\n`, () => resolve()))
  return exitCode
}
