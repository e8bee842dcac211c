import type {
  EngineName,
  EngineReadName,
  EngineWriteName,
  ParsedInputOf,
  ResultOf,
} from '../../shared/contract/index.ts'
import type {
  InternalInputOf,
  InternalName,
  InternalReadName,
  InternalResultOf,
} from '../../shared/contract/internal/index.ts'
import type { ReadContext, WriteContext } from './context.ts'

type Queries = {
  readonly [N in EngineReadName]: (context: ReadContext, input: ParsedInputOf<N>) => ResultOf<N>
}
type Commands = {
  readonly [N in EngineWriteName]: (context: WriteContext, input: ParsedInputOf<N>) => ResultOf<N>
}
type Internals = {
  readonly [N in InternalName]: (
    context: N extends InternalReadName ? ReadContext : WriteContext,
    input: InternalInputOf<N>,
  ) => InternalResultOf<N>
}

/** One function for every engine operation; leaving one out does not compile. */
export type Handlers = Queries & Commands & Internals

/** The part of the handlers whose names begin with a feature's name. */
export type HandlersOf<Feature extends string> = Pick<
  Handlers,
  Extract<keyof Handlers, `${Feature}.${string}`>
>

export type HandlerName = EngineName | InternalName
