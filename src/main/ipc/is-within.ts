import system, { type PlatformPath } from 'node:path'

/** Whether a path is a folder or lies in it, as the system compares paths: on Windows without regard to case. */
export function isWithin(
  folder: string,
  path: string,
  { relative, isAbsolute, sep }: PlatformPath = system,
): boolean {
  const way = relative(folder, path)
  const leadsOut = way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way)
  return !leadsOut
}
