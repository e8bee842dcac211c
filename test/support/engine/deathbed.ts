import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'

/** Where a thread can be told to die; see the `mortal-…worker.ts`. */
export type Deathbed = 'read' | 'write' | 'write-uncaught' | 'write-bug' | 'import' | 'start'

/** The next so many times that a thread comes by there, it dies. A file beside the database says so. */
export function condemn(databaseFile: string, where: Deathbed, times = 1): void {
  writeFileSync(`${databaseFile}.${where}`, String(times))
}

/** Asked inside of the thread: whether it is to die here. */
export function dies(databaseFile: string, where: Deathbed): boolean {
  const file = `${databaseFile}.${where}`
  if (!existsSync(file)) return false
  const left = Number(readFileSync(file, 'utf8')) - 1
  if (left === 0) rmSync(file)
  else writeFileSync(file, String(left))
  return true
}
