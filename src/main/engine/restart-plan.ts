/** What is done about a thread that died. */
export interface RestartPlan {
  readonly delayMs: number
  /** What is asked meanwhile is refused at once; otherwise it waits for the new thread. */
  readonly refusing: boolean
}

/** Deaths this far apart have nothing to do with each other. Ours, as are the delays. */
const MEMORY_MS = 5 * 60_000
/** Before the first, second and third start anew; nobody notices these. */
const SHORT_DELAYS_MS = [0, 250, 1_000] as const
const REST_MS = 30_000

/**
 * When to start a thread anew. One that dies again and again is left alone for a while, so that a damaged disk or a bug
 * costs no processor; then it has another try, so that nobody has to restart the program.
 * @param deathsAt when it died, this time last; milliseconds of a time that only grows
 */
export function restartPlan(deathsAt: readonly number[], nowAt: number): RestartPlan {
  const recent = deathsAt.filter((at) => nowAt - at < MEMORY_MS).length
  const delayMs = SHORT_DELAYS_MS[Math.max(0, recent - 1)]
  return delayMs === undefined ? { delayMs: REST_MS, refusing: true } : { delayMs, refusing: false }
}

/** The deaths that still count. */
export function rememberedDeaths(deathsAt: readonly number[], nowAt: number): readonly number[] {
  return deathsAt.filter((at) => nowAt - at < MEMORY_MS)
}
