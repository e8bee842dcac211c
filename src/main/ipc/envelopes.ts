import type { z } from 'zod'
import { type Envelope, ERROR_CODES, type ErrorCode } from '../../shared/contract/envelope.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import { appErrorOf } from '../engine/faults.ts'

/** A field's name as a schema knows it; anything else in a path was a key somebody sent. */
const FIELD_NAME = /^[A-Za-z]{1,32}$/
const UNNAMED = '*'

/** What a caller gets instead of a thrown error. Codes that the contract does not list become `engine.internal`. */
export function refused(error: unknown): Envelope<never> {
  const { code, detail } = appErrorOf(error)
  const listed = ERROR_CODES.find((each) => each === code)
  return listed === undefined
    ? failure('engine.internal', { cause: code })
    : { ok: false, error: { code: listed, detail } }
}

/** Where an input first breaks its schema, and how: never what was sent. */
export function badInput(error: z.ZodError): AppError {
  const [first] = error.issues
  const path = (first?.path ?? []).map((part) =>
    typeof part === 'number' || FIELD_NAME.test(String(part)) ? String(part) : UNNAMED,
  )
  return new AppError('call.badInput', { path: path.join('.'), issue: first?.code ?? 'custom' })
}

function failure(code: ErrorCode, detail: Readonly<Record<string, string>>): Envelope<never> {
  return { ok: false, error: { code, detail } }
}
