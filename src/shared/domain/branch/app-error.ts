import type { ErrorCode } from './error-codes.ts'

export type { ErrorCode } from './error-codes.ts'

export type ErrorDetail = Record<string, string | number | boolean>

/**
 * The one error that the product throws on purpose: a request that the rules do not allow.
 * The detail carries counts, field names and limits — never a customer's data, because it reaches logs and the help desk.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly detail: ErrorDetail

  constructor(code: ErrorCode, detail: ErrorDetail = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.detail = detail
  }
}
