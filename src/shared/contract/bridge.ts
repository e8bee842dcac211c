import type { Envelope } from './envelope.ts'
import type { InputOf, OperationName, ResultOf } from './index.ts'
import type { Topic, Topics } from './topics.ts'

/** The two channels between a window and the main process. */
export const CALL_CHANNEL = 'huiyan:call'
export const TOPIC_CHANNEL = 'huiyan:topic'

/** Behind the address of a window whose page crashed and was loaded anew. */
export const BROUGHT_BACK = '?brought-back'

/** All that a window can see of the main process. */
export interface Bridge {
  call<N extends OperationName>(name: N, input: InputOf<N>): Promise<Envelope<ResultOf<N>>>
  /** Listens to a topic; the returned function stops listening. */
  on<T extends Topic>(topic: T, listener: (message: Topics[T]) => void): () => void
}
