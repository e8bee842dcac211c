import type { RefusalCode } from '../domain/branch/refusal-codes.ts'

/** The codes the door can answer with are the product's refusals: one list, kept where the rules are. */
export { REFUSAL_CODES as ERROR_CODES } from '../domain/branch/refusal-codes.ts'
export type ErrorCode = RefusalCode

/** Facts that fill the placeholders of an error's sentence. Never personal data. */
export type ErrorDetail = Readonly<Record<string, string | number | boolean>>

export interface ContractError {
  readonly code: ErrorCode
  readonly detail: ErrorDetail
}

/** Every reply through the door. A plain object, because the bridge drops the fields of thrown errors. */
export type Envelope<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ContractError }
