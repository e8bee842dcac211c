import { stillRuns } from '../../../engine/process-life.ts'

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

/**
 * Whether somebody is still working on a run, in this process or in another (a nightly job on the same PC). An import
 * beats every few milliseconds.
 */
export function isAlive({ uid, ownerProcess, heartbeatAt }: Ownership, nowAt: number): boolean {
  if (ownerProcess === process.pid) return atWork.has(uid)
  return stillRuns(ownerProcess, nowAt - heartbeatAt)
}
