import { type ImportProfile, importProfileSchema } from '../../../../shared/contract/import-profile.ts'
import { Refusal } from '../../../../shared/domain/refusal.ts'

const UNION_HINT = 'needs exactly one of column, constant, template, lookup, firstOf, and only known steps'

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    throw new Refusal('imports.profileInvalid', { path: '', reason: 'this is not JSON' })
  }
}

/**
 * Reads a profile file.
 * @param text the file's content
 * @throws Refusal imports.profileInvalid with the place of the first fault (`files.2.fields.on`), its reason in English
 * and how many faults there are
 */
export function parseImportProfile(text: string): ImportProfile {
  const result = importProfileSchema.safeParse(parsed(text))
  if (result.success) return result.data
  const [first] = result.error.issues
  throw new Refusal('imports.profileInvalid', {
    path: first?.path.join('.') ?? '',
    reason:
      first?.code === 'invalid_union' && first.path.includes('fields') ? UNION_HINT : (first?.message ?? ''),
    faults: result.error.issues.length,
  })
}
