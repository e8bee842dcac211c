import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { projectRoot } from '../../scripts/bootstrap/project-root.ts'
import { electronLaunch } from '../../scripts/electron-runtime/launch.ts'
import type { Bench, CommandContext } from './harness/bench.ts'
import { type Figure, median } from './harness/figures.ts'
import { EMPTY_WINDOW } from './window/empty-window.ts'

const STARTS = 7
const MOST_RATIO = 1.5
const SAY_WHEN_USABLE = fileURLToPath(new URL('window/say-when-usable.cjs', import.meta.url))

/** From starting the process to a sign-in that takes letters, median. Floor: an empty Electron window, painted. */
export const startCold: Bench = { name: 'start.cold', measure }

async function measure({ workingCopy }: CommandContext): Promise<readonly Figure[]> {
  const { folder } = await workingCopy()
  const ours: number[] = []
  const floor: number[] = []
  // The first start of each also fills the disk's cache, and no other does.
  for (let start = 0; start <= STARTS; start++) {
    const emptyMs = await startMs('body', EMPTY_WINDOW)
    const signInMs = await startMs('input[type=password]', projectRoot, '--developer', `--data-dir=${folder}`)
    if (start === 0) continue
    floor.push(emptyMs)
    ours.push(signInMs)
  }
  const target = { of: 'ratio', atMost: MOST_RATIO } as const
  return [{ name: 'start.cold', value: median(ours), unit: 'ms', floor: median(floor), target }]
}

/** Starts an application, waits until the element can be used, and ends it. */
async function startMs(usable: string, ...appArgs: readonly string[]): Promise<number> {
  const { executablePath, args, env } = electronLaunch()
  const startedAt = performance.now()
  const child = spawn(executablePath, [...args, '-r', SAY_WHEN_USABLE, ...appArgs], {
    env: { ...env, BENCH_USABLE: usable },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const ended = once(child, 'exit')
  await Promise.race([
    once(child.stdout, 'data'),
    ended.then(() => Promise.reject(new Error('It ended by itself'))),
  ])
  const ms = performance.now() - startedAt
  child.kill()
  await ended
  return ms
}
