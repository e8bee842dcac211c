/** R3: no rate under twenty; what a few prompts came to says nothing about a kind. */
export const LEAST_FOR_RATE = 20

interface PromptCounts {
  readonly shown: number
  readonly accepted: number
}

/** How many of a kind's prompts were accepted, in whole percent; null where they are too few to say. */
export function acceptanceRate({ shown, accepted }: PromptCounts): number | null {
  return shown < LEAST_FOR_RATE ? null : Math.round((accepted * 100) / shown)
}
