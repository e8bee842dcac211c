import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { isMainThread } from 'node:worker_threads'

/** What a program does to a folder, one step at a time. */
const STEPS = [
  'writeFileSync',
  'fsyncSync',
  'renameSync',
  'linkSync',
  'rmSync',
  'mkdirSync',
  'mkdtempSync',
] as const

/** How a step goes wrong: the process ends before it, or the drive refuses it, this once or from then on. */
export type Mishap = 'kill' | 'once' | 'always'

interface Armed {
  readonly at: number
  readonly mishap: Mishap
}

let armed: Armed | null = null
let steps = 0

/**
 * Puts counters into this process's own `node:fs`, which every module that imports it then goes through. Only the thread
 * that puts a branch's files together is counted; SQLite's own steps are SQLite's.
 */
export function installSteps(): void {
  if (!isMainThread) return
  for (const name of STEPS) {
    const real: (...args: never[]) => unknown = fs[name]
    Object.assign(fs, {
      [name]: (...args: never[]) => {
        before()
        return real(...args)
      },
    })
  }
  syncBuiltinESMExports()
}

/** From here on step `at`, counted from 1, goes wrong. */
export function arm(at: number, mishap: Mishap): void {
  steps = 0
  armed = { at, mishap }
}

/** Ends that; the number of steps since. */
export function disarm(): number {
  armed = null
  return steps
}

function before(): void {
  if (armed === null) return
  steps += 1
  const { at, mishap } = armed
  if (mishap === 'always' ? steps < at : steps !== at) return
  if (mishap === 'kill') process.kill(process.pid, 'SIGKILL')
  throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' })
}
