import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../../scripts/bootstrap/project-root.ts'
import { runOrThrow } from '../../../scripts/bootstrap/run.ts'

/** The screenshots that the README shows, with the names it knows them by. */
const PICTURES = {
  flagged: 'workstation',
  printed: 'daily-list',
  contact: 'contact',
  strip: 'counter-strip',
  english: 'workstation-en',
  dark: 'workstation-dark',
} as const

/** Puts the few screenshots that the README shows where it finds them, in fewer colours, so that a clone stays small. */
export async function renewPictures(folder: string): Promise<void> {
  const target = join(projectRoot, 'docs', 'pictures')
  mkdirSync(target, { recursive: true })
  for (const [step, name] of Object.entries(PICTURES)) {
    const files = ['--output', join(target, `${name}.png`), join(folder, `${step}.png`)]
    await runOrThrow('pngquant', ['--force', '--strip', ...files])
  }
}
