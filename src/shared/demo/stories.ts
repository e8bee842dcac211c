import { customerKeyOf } from './allocation.ts'
import type { Story } from './story-script.ts'
import { STORY_SCRIPTS } from './story-scripts.ts'

export type { Story }

export interface PlantedStory {
  readonly story: Story
  readonly customerKey: string
  /** What the product should show, in the two languages of the workstation. */
  readonly zh: string
  readonly en: string
}

/** The planted customers are the first of every branch, whatever its seed, day and size. */
export const PLANTED_COUNT = STORY_SCRIPTS.length

/** Who was planted, and what for. */
export const PLANTED: readonly PlantedStory[] = STORY_SCRIPTS.map(({ story, zh, en }, index) => ({
  story,
  customerKey: customerKeyOf(index),
  zh,
  en,
}))
