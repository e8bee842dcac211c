import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const RETRY_AFTER_MS = 500

/**
 * Runs a task while no other process on this machine runs one under the same lock file. A lock whose owner is gone is
 * taken over.
 */
export async function exclusively<T>(lockFile: string, task: () => Promise<T>): Promise<T> {
  mkdirSync(dirname(lockFile), { recursive: true })
  while (!acquire(lockFile)) {
    if (!ownerLives(lockFile)) rmSync(lockFile, { force: true })
    else await pause(RETRY_AFTER_MS)
  }
  try {
    return await task()
  } finally {
    rmSync(lockFile, { force: true })
  }
}

function acquire(lockFile: string): boolean {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function ownerLives(lockFile: string): boolean {
  try {
    process.kill(Number(readFileSync(lockFile, 'utf8')), 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
