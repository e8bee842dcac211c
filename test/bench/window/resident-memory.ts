import { readdirSync, readFileSync } from 'node:fs'

const KIB_PER_MIB = 1_024

/** Resident memory of a process and all that it started, MiB. Pages that they share count for each, on both sides. */
export function residentMiB(rootPid: number): number {
  const parents = new Map(processes().map((pid) => [pid, parentOf(pid)]))
  const isOurs = (pid: number | undefined): boolean => {
    for (let each = pid; each !== undefined; each = parents.get(each)) if (each === rootPid) return true
    return false
  }
  const kib = [...parents.keys()].filter(isOurs).reduce((sum, pid) => sum + residentKib(pid), 0)
  return kib / KIB_PER_MIB
}

function processes(): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
}

function parentOf(pid: number): number | undefined {
  return numberIn(pid, /^PPid:\s+(\d+)/m)
}

function residentKib(pid: number): number {
  return numberIn(pid, /^VmRSS:\s+(\d+) kB/m) ?? 0
}

/** Undefined for a process that has just ended. */
function numberIn(pid: number, line: RegExp): number | undefined {
  try {
    const found = line.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return found === undefined ? undefined : Number(found)
  } catch {
    return undefined
  }
}
