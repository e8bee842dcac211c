import type { RefusalCode } from './refusal-codes.ts'

export type { RefusalCode } from './refusal-codes.ts'

export type RefusalDetail = Record<string, string | number | boolean>

/**
 * The one error that the product throws on purpose: a request that the rules do not allow.
 * The detail carries counts, field names and limits — never a customer's data, because it reaches logs and the help desk.
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly detail: RefusalDetail

  constructor(code: RefusalCode, detail: RefusalDetail = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.detail = detail
  }
}
