import { execFileSync } from 'node:child_process'
import { chmodSync } from 'node:fs'

/** Mounting is what makes a disk full or a folder read-only for everyone; only root may. */
export const mayMount = process.platform === 'linux' && process.getuid?.() === 0

/** Puts a small disk of its own under an empty folder. @returns what takes it away again */
export function mountSmallDisk(folder: string, mebibytes: number): () => void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', folder])
  return () => execFileSync('umount', ['--lazy', folder])
}

export function enlargeDisk(folder: string, mebibytes: number): void {
  execFileSync('mount', ['-o', `remount,size=${mebibytes}m`, folder])
}

/** A folder in which nobody can write. */
export interface ReadOnlyFolder {
  makeWritable(): void
  /** Leaves the folder as it was found; call when nothing uses it any more. */
  release(): void
}

/** Root is stopped by nothing less than a mount. */
export function makeReadOnly(folder: string): ReadOnlyFolder {
  if (!mayMount) {
    chmodSync(folder, 0o555)
    const makeWritable = () => chmodSync(folder, 0o755)
    return { makeWritable, release: makeWritable }
  }
  execFileSync('mount', ['--bind', folder, folder])
  execFileSync('mount', ['-o', 'remount,bind,ro', folder])
  return {
    makeWritable: () => execFileSync('mount', ['-o', 'remount,bind,rw', folder]),
    release: () => execFileSync('umount', ['--lazy', folder]),
  }
}
