import { cpSync, rmSync } from 'node:fs'
import { ACTS, type ActName, leftIn, templateOf } from './acts.ts'
import { arm, disarm, installSteps, type Mishap } from './failing-steps.ts'

/**
 * A process that does one thing to a branch's folder and meets a mishap at one of its steps:
 * `step-process.ts ROOT ACT BESIDE count` meets none and says how many steps there were;
 * `step-process.ts ROOT ACT BESIDE kill STEP` is killed there; it ends well where there are fewer;
 * `step-process.ts ROOT ACT BESIDE once|always STEP...` lets the drive refuse each of these in turn, and says what it found.
 */
installSteps()
const [root = '', name = '', beside = '', mishap = '', ...at] = process.argv.slice(2)
const folder = `${root}/data`
const act = ACTS[actNamed(name)]
process.stdout.write(JSON.stringify(await said()))
process.exit(0)

async function said(): Promise<number | object> {
  if (mishap === 'once' || mishap === 'always') return refusedAt(at.map(Number), mishap)
  // The looks take away what the work made, so that the next one finds none of it.
  if (mishap === 'kill') return meet(Number(at[0]), 'kill')
  const { steps } = await meet(0, 'once')
  await act.look(folder, beside)
  return steps
}

async function refusedAt(steps: readonly number[], each: 'once' | 'always'): Promise<readonly object[]> {
  const found: object[] = []
  for (const step of steps) {
    const { failed } = await meet(step, each)
    const look = await act.look(folder, beside)
    // This process lives: its own stages are swept when it is gone.
    const left = leftIn(folder).filter((each) => !each.includes(`-${process.pid}-`))
    found.push({ step, ended: failed === null ? 'done' : 'failed', look, left })
  }
  return found
}

async function meet(step: number, each: Mishap): Promise<{ steps: number; failed: string | null }> {
  rmSync(folder, { recursive: true, force: true })
  const template = templateOf(root, actNamed(name))
  if (template !== null) cpSync(template, folder, { recursive: true })
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
