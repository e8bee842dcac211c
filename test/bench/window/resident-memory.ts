import { readdirSync, readFileSync } from 'node:fs'

const KIB_PER_MIB = 1_024

/** Resident memory of a process and all that it started, MiB. Pages that they share count for each, on both sides. */
export function residentMiB(rootPid: number): number {
  return sumOf(rootPid, residentKib)
}

/** Memory that a process and all that it started hold, MiB; a page that several share counts once. */
export function proportionalMiB(rootPid: number): number {
  return sumOf(rootPid, (pid) => numberIn(pid, 'smaps_rollup', /^Pss:\s+(\d+) kB/m) ?? 0)
}

function sumOf(rootPid: number, kibOf: (pid: number) => number): number {
  const parents = new Map(processes().map((pid) => [pid, parentOf(pid)]))
  const isOurs = (pid: number | undefined): boolean => {
    for (let each = pid; each !== undefined; each = parents.get(each)) if (each === rootPid) return true
    return false
  }
  const kib = [...parents.keys()].filter(isOurs).reduce((sum, pid) => sum + kibOf(pid), 0)
  return kib / KIB_PER_MIB
}

function processes(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

function parentOf(pid: number): number | undefined {
  return numberIn(pid, 'status', /^PPid:\s+(\d+)/m)
}

function residentKib(pid: number): number {
  return numberIn(pid, 'status', /^VmRSS:\s+(\d+) kB/m) ?? 0
}

/** Undefined for a process that has just ended. */
function numberIn(pid: number, file: 'status' | 'smaps_rollup', line: RegExp): number | undefined {
  try {
    const found = line.exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1]
    return found === undefined ? undefined : Number(found)
  } catch {
    return undefined
  }
}
