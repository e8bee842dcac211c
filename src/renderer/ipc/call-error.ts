import type { ContractError } from '../../shared/contract/envelope.ts'

/**
 * What a query or command rejects with: the router's code and its facts, ready to be put into words. It lies in a file of
 * its own because components put it into words without knowing how one asks.
 */
export class CallError extends Error {
  readonly code: ContractError['code']
  readonly detail: ContractError['detail']

  constructor(error: ContractError) {
    super(error.code)
    this.name = 'CallError'
    this.code = error.code
    this.detail = error.detail
  }
}
