/** An import beats every few milliseconds; silence this long means that its process number now belongs to another. Ours. */
const SILENCE_LIMIT_MS = 5 * 60_000

/** Runs that this thread is at; there is one writer thread in a process. */
const atWork = new Set<string>()

export function markAtWork(runUid: string): void {
  atWork.add(runUid)
}

export function markLeft(runUid: string): void {
  atWork.delete(runUid)
}

export interface Ownership {
  readonly uid: string
  readonly ownerProcess: number
  readonly heartbeatAt: number
}

/** Whether somebody is still working on a run, in this process or in another (a nightly job on the same PC). */
export function isAlive({ uid, ownerProcess, heartbeatAt }: Ownership, nowAt: number): boolean {
  if (ownerProcess === process.pid) return atWork.has(uid)
  return nowAt - heartbeatAt < SILENCE_LIMIT_MS && processExists(ownerProcess)
}

function processExists(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it exists and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
