import { existsSync } from 'node:fs'
import { plainProtector } from '../vault/device-protector.ts'
import { answerProcess } from './answer-process.ts'

/** Beside this file in a bundle; one folder up among the sources. */
const BUNDLED_WORKER = new URL('./engine-worker.js', import.meta.url)
const SOURCE_WORKER = new URL('../engine-worker.ts', import.meta.url)

// In plain Node the device's key store is out of reach; the installed program offers the same commands after `--cli`.
process.exitCode = await answerProcess(process.argv.slice(2), {
  worker: existsSync(BUNDLED_WORKER) ? BUNDLED_WORKER : SOURCE_WORKER,
  protector: plainProtector,
})
