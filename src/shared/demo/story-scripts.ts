import { MONEY_STORIES } from './money-stories.ts'
import { PEOPLE_STORIES } from './people-stories.ts'
import type { StoryScript } from './story-script.ts'

/** The planted customers in the order of their keys. New ones go to the end, or every key after them moves. */
export const STORY_SCRIPTS: readonly StoryScript[] = [...MONEY_STORIES, ...PEOPLE_STORIES]
