import { existsSync } from 'node:fs'
import { plainProtector } from '../vault/device-protector.ts'
import { askOnTerminal } from './passphrase.ts'
import { runCommandLine } from './run-command-line.ts'

/** Beside this file in a bundle; one folder up among the sources. */
const BUNDLED_WORKER = new URL('./engine-worker.js', import.meta.url)
const SOURCE_WORKER = new URL('../engine-worker.ts', import.meta.url)

const { exitCode, answer } = await runCommandLine(process.argv.slice(2), {
  env: process.env,
  nowAt: () => Date.now(),
  worker: existsSync(BUNDLED_WORKER) ? BUNDLED_WORKER : SOURCE_WORKER,
  protector: plainProtector,
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
process.stdout.write(`${answer}\n`)
process.exitCode = exitCode
