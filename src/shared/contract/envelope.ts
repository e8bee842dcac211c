import type { ErrorCode } from './errors.ts'

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
