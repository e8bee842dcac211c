import type { Bridge } from '../../shared/contract/bridge.ts'
import type { InputOf, OperationName, ResultOf } from '../../shared/contract/index.ts'
import { CallError } from './call-error.ts'

declare global {
  interface Window {
    readonly huiyan: Bridge
  }
}

/** Asks the main process. Rejects with `CallError`. */
export async function call<N extends OperationName>(name: N, input: InputOf<N>): Promise<ResultOf<N>> {
  const envelope = await window.huiyan.call(name, input)
  if (envelope.ok) return envelope.value
  throw new CallError(envelope.error)
}

export const listen: Bridge['on'] = (topic, listener) => window.huiyan.on(topic, listener)
