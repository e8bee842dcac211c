/** R3: no rate for fewer than twenty prompts, because a rate of few cases means nothing. */
export const LEAST_FOR_RATE = 20

interface PromptCounts {
  readonly shown: number
  readonly accepted: number
}

/** How many of a kind's prompts were accepted, in whole percent; null where they are too few. */
export function acceptanceRate({ shown, accepted }: PromptCounts): number | null {
  return shown < LEAST_FOR_RATE ? null : Math.round((accepted * 100) / shown)
}
