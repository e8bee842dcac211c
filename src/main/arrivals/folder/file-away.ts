import { lstat, mkdir, rename } from 'node:fs/promises'
import { extname, join } from 'node:path'

/** Inside the watched folder: what was read, and what nobody could read. */
export type Tray = 'done' | 'bad'

/** Moves a file that was dealt with; one of the same name that lies there already stays. Rejects where it cannot. */
export async function fileAway(folder: string, name: string, tray: Tray): Promise<void> {
  await mkdir(join(folder, tray), { recursive: true })
  await rename(join(folder, name), await freeName(join(folder, tray), name))
}

/**
 * A name that nothing in the tray has. A machine that calls every file the same leaves thousands there, so the number
 * is found by doubling and halving: some taken number with a free one behind it.
 */
async function freeName(tray: string, name: string): Promise<string> {
  const ending = extname(name)
  const stem = name.slice(0, name.length - ending.length)
  const copy = (number: number) => join(tray, number === 1 ? name : `${stem}-${number}${ending}`)
  if (!(await exists(copy(1)))) return copy(1)
  let taken = 1
  let free = 2
  while (await exists(copy(free))) {
    taken = free
    free *= 2
  }
  while (free - taken > 1) {
    const middle = Math.floor((taken + free) / 2)
    if (await exists(copy(middle))) taken = middle
    else free = middle
  }
  return copy(free)
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
