/**
 * The whole main job on the demo branch in the real application, one printed line a step.
 * `npm run tour [-- FOLDER]`: screenshots and the printed list go to FOLDER, or to a new one among the system's temporary
 * files.
 */
import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Workstation } from '../harness/workstation.ts'
import { COUNTER_STEPS } from './counter-steps.ts'
import { LIST_STEPS } from './list-steps.ts'
import { LOOKS_STEPS } from './looks-steps.ts'
import { DEMO } from './trip.ts'

const STEPS = [...COUNTER_STEPS, ...LIST_STEPS, ...LOOKS_STEPS]

const { positionals } = parseArgs({ allowPositionals: true })
const folder = resolve(positionals[0] ?? join(tmpdir(), `tour-${instantAsName(new Date())}`))
mkdirSync(folder, { recursive: true })
await walkThrough(folder)
console.log(`\nScreenshots and the printed list: ${folder}`)

async function walkThrough(into: string): Promise<void> {
  const workstation = await Workstation.start({ demo: DEMO })
  try {
    for (const [index, { title, walk }] of STEPS.entries()) {
      const outcome = await walk({ workstation, folder: into, demo: DEMO })
      console.log(`${index + 1}/${STEPS.length} ${title}: ${outcome}`)
    }
  } finally {
    await workstation.stop()
  }
}

/** `2026-09-30-081500`, in UTC. */
function instantAsName(instant: Date): string {
  const [on = '', time = ''] = instant.toISOString().split('T')
  return `${on}-${time.slice(0, 'HH:MM:SS'.length).replaceAll(':', '')}`
}
