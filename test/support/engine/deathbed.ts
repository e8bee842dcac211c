import { readdirSync, unlinkSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Where a thread can be told to die; see the `mortal-…worker.ts`. */
export type Deathbed = 'read' | 'write' | 'write-uncaught' | 'write-bug' | 'import' | 'start'

/** The next so many times that a thread comes by there, it dies. A file for each of them beside the database says so. */
export function condemn(databaseFile: string, where: Deathbed, times = 1): void {
  for (let time = 0; time < times; time++) writeFileSync(`${databaseFile}.${where}.${time}`, '')
}

/** Asked inside of the thread: whether it is to die here. Of two threads that ask at once one takes a file away. */
export function dies(databaseFile: string, where: Deathbed): boolean {
  const folder = dirname(databaseFile)
  const prefix = `${basename(databaseFile)}.${where}.`
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .some((name) => isTaken(join(folder, name)))
}

function isTaken(file: string): boolean {
  try {
    unlinkSync(file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
