import type { z } from 'zod'
import { type ImportProfile, importProfileSchema } from '../../../../shared/contract/import-profile.ts'
import { isBearable } from '../../../../shared/contract/input-size.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'

const UNION_HINT = 'needs exactly one of column, constant, template, lookup, firstOf, and only known steps'

/** Letters of a place and of a reason that are told: both may name a key that somebody wrote, however long it is. */
const MOST_TOLD = 200

/**
 * Reads a profile file.
 * @param text the file's content
 * @throws AppError imports.profileInvalid with the place of the first fault (`files.2.fields.on`), its reason in English
 * and how many faults there are; of one that is larger than a person would write only that
 */
export function parseImportProfile(text: string): ImportProfile {
  const value = parsed(text)
  if (!isBearable(value))
    throw new AppError('imports.profileInvalid', { path: '', reason: 'it is too large' })
  const result = importProfileSchema.safeParse(value)
  if (result.success) return result.data
  const [first] = result.error.issues
  throw new AppError('imports.profileInvalid', {
    path: first?.path.join('.').slice(0, MOST_TOLD) ?? '',
    reason: first === undefined ? '' : reasonOf(first).slice(0, MOST_TOLD),
    faults: result.error.issues.length,
  })
}

function reasonOf({ code, path, message }: z.core.$ZodIssue): string {
  return code === 'invalid_union' && path.includes('fields') ? UNION_HINT : message
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new AppError('imports.profileInvalid', { path: '', reason: 'this is not JSON' })
  }
}
