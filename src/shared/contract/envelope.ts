import type { ErrorCode } from '../domain/branch/error-codes.ts'

/** The codes the router can answer with are the product's own: one list, kept where the rules are. */
export { ERROR_CODES } from '../domain/branch/error-codes.ts'
export type { ErrorCode }

/** Facts that fill the placeholders of an error's sentence. Never personal data. */
export type ErrorDetail = Readonly<Record<string, string | number | boolean>>

export interface ContractError {
  readonly code: ErrorCode
  readonly detail: ErrorDetail
}

/** Every reply through the router. A plain object, because the bridge drops the fields of thrown errors. */
export type Envelope<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ContractError }
