import { customerKeyOf } from './allocation.ts'
import { MONEY_STORIES } from './money-stories.ts'
import { PEOPLE_STORIES } from './people-stories.ts'
import type { Story, StoryScript } from './story-script.ts'

/** The planted customers in the order of their keys. New ones go to the end, or every key after them moves. */
export const STORY_SCRIPTS: readonly StoryScript[] = [...MONEY_STORIES, ...PEOPLE_STORIES]

export type { Story }

export interface SeededStory {
  readonly story: Story
  readonly customerKey: string
  /** What the product should show, in the two languages of the workstation. */
  readonly zh: string
  readonly en: string
}

/** The planted customers are the first of every branch, whatever its seed, day and size. */
export const SEEDED_COUNT = STORY_SCRIPTS.length

/** Who was planted, and what for. */
export const SEEDED: readonly SeededStory[] = STORY_SCRIPTS.map(({ story, zh, en }, index) => ({
  story,
  customerKey: customerKeyOf(index),
  zh,
  en,
}))
