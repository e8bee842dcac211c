import type { Topic, Topics } from '../../shared/contract/topics.ts'

/** Tells every window something without being asked. */
export type Publish = <T extends Topic>(topic: T, message: Topics[T]) => void
