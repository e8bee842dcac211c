import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { FOUNDER } from '../../../support/router/open-house.ts'
import { type BranchBefore, placesIn } from './branch-before.ts'

/** What is going on when the power fails. */
export const WORKS = ['flags', 'import', 'backup', 'restore', 'firstStart', 'passphrase'] as const
export type Work = (typeof WORKS)[number]

export const NEW_PASSPHRASE = 'another of 8001'
const FLAGS = 12
const CLI = join(import.meta.dirname, '../../../../src/main/cli/index.ts')
const COUNTER = join(import.meta.dirname, 'counter.ts')

const commandLine = (data: string, ...words: readonly string[]) => [
  CLI,
  ...words,
  '--data-dir',
  data,
  '--json',
]

/** The script of Node that does the work in a root. */
export function scriptFor(work: Work, root: string, before: BranchBefore): readonly string[] {
  const { data, firstBackup, newBackup } = placesIn(root)
  switch (work) {
    case 'flags':
      return [COUNTER, data, 'flags', String(FLAGS)]
    case 'import':
      return commandLine(data, 'import', before.profile, '--dir', before.extract.path)
    case 'backup':
      return commandLine(data, 'backup', newBackup)
    case 'restore':
      return commandLine(data, 'restore', firstBackup, '--force')
    case 'firstStart':
      return commandLine(data, 'init', '--branch', '测试网点', '--staff', FOUNDER.no, '--role', 'head')
    case 'passphrase':
      return [COUNTER, data, 'passphrase', NEW_PASSPHRASE]
  }
}

/** A root in which that work can begin. */
export function rootFor(work: Work, before: BranchBefore): string {
  const root = before.copy()
  // A first start makes the folder as well.
  if (work === 'firstStart') rmSync(placesIn(root).data, { recursive: true })
  return root
}

export const ENVIRONMENT = { HUIYAN_PASSPHRASE: FOUNDER.passphrase, HUIYAN_STAFF: FOUNDER.no }
