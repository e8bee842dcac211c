import { cpSync, rmSync } from 'node:fs'
import { ACTS, type ActName, leftIn, templateOf } from './acts.ts'
import { arm, disarm, installSteps, type Mishap } from './failing-steps.ts'

/**
 * A process that does one thing to a branch's folder and meets a mishap at one of its steps:
 * `step-process.ts ROOT ACT BESIDE kill AT` is killed there, or says how many steps there were;
 * `step-process.ts ROOT ACT BESIDE once|always` lets the drive refuse each step in turn, and says what it found each time.
 */
installSteps()
const [root = '', name = '', beside = '', mishap = '', at = ''] = process.argv.slice(2)
const folder = `${root}/data`
const act = ACTS[actNamed(name)]
if (mishap === 'kill') process.stdout.write(JSON.stringify(await meet(Number(at), 'kill')))
else process.stdout.write(JSON.stringify(await everyStep(mishap === 'once' ? 'once' : 'always')))
process.exit(0)

async function everyStep(each: Mishap) {
  const found: object[] = []
  for (let step = 1; ; step++) {
    rmSync(folder, { recursive: true, force: true })
    const template = templateOf(root, actNamed(name))
    if (template !== null) cpSync(template, folder, { recursive: true })
    const { steps, failed } = await meet(step, each)
    const look = await act.look(folder, beside)
    // This process lives: its own stages are swept when it is gone.
    const left = leftIn(folder).filter((each) => !each.includes(`-${process.pid}-`))
    found.push({ step, ended: failed === null ? 'done' : 'failed', look, left })
    if (steps < step) return found
  }
}

async function meet(step: number, each: Mishap): Promise<{ steps: number; failed: string | null }> {
  const work = await act.prepare(folder, beside)
  arm(step, each)
  try {
    await work()
    return { steps: disarm(), failed: null }
  } catch (error) {
    return { steps: disarm(), failed: error instanceof Error ? error.message : 'unknown' }
  }
}

function actNamed(text: string): ActName {
  const found = Object.keys(ACTS).find((each) => each === text)
  if (found === undefined) throw new Error(`no act ${text}`)
  return found as ActName
}
