import type { PromptTally } from '../../../shared/contract/prompts.ts'

/** R3: no rate under twenty; what a few prompts came to says nothing about a kind. */
export const LEAST_FOR_RATE = 20

/** How many of a kind's prompts were accepted, in whole percent; null where they are too few to say. */
export function acceptanceRate({ shown, accepted }: Pick<PromptTally, 'shown' | 'accepted'>): number | null {
  return shown < LEAST_FOR_RATE ? null : Math.round((accepted * 100) / shown)
}
