/** Ours: a service that is being restarted is back within seconds; one that is not installed is not asked all day. */
const FIRST_MS = 1_000
const LONGEST_MS = 60_000

/** How long to wait before connecting again, twice as long after every failure. @param failures one or more */
export function retryDelay(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 10))
}
