import { mkdir, rename } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { exists } from './exists.ts'

/** Inside the watched folder: what was read, and what nobody could read. */
export type Tray = 'done' | 'bad'

/** Moves a file that was dealt with; one of the same name that lies there already stays. Rejects where it cannot. */
export async function fileAway(folder: string, name: string, tray: Tray): Promise<void> {
  await mkdir(join(folder, tray), { recursive: true })
  await rename(join(folder, name), await freeName(join(folder, tray), name))
}

async function freeName(tray: string, name: string): Promise<string> {
  const ending = extname(name)
  const stem = name.slice(0, name.length - ending.length)
  let path = join(tray, name)
  for (let copy = 2; await exists(path); copy++) path = join(tray, `${stem}-${copy}${ending}`)
  return path
}
