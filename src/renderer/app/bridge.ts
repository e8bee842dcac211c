import type { Bridge } from '../../shared/contract/bridge.ts'
import type { ContractError } from '../../shared/contract/envelope.ts'
import type { InputOf, OperationName, ResultOf } from '../../shared/contract/index.ts'

declare global {
  interface Window {
    readonly huiyan: Bridge
  }
}

/** What a query or command rejects with: the door's code and its facts, ready to be put into words. */
export class DoorError extends Error {
  readonly code: ContractError['code']
  readonly detail: ContractError['detail']

  constructor(error: ContractError) {
    super(error.code)
    this.name = 'DoorError'
    this.code = error.code
    this.detail = error.detail
  }
}

/** Asks the main process. Rejects with `DoorError`. */
export async function call<N extends OperationName>(name: N, input: InputOf<N>): Promise<ResultOf<N>> {
  const envelope = await window.huiyan.call(name, input)
  if (envelope.ok) return envelope.value
  throw new DoorError(envelope.error)
}

export const listen: Bridge['on'] = (topic, listener) => window.huiyan.on(topic, listener)
