import {
  type FileProfile,
  type ImportProfile,
  importProfileSchema,
} from '../../../../shared/contract/import-profile.ts'
import { fieldsOf, OWNED_BY_CUSTOMER_OR_ACCOUNT } from '../../../../shared/domain/imports/import-fields.ts'
import type { EntryContent, ProfileDraft } from './draft.ts'

/** What keeps a draft from being a profile, in terms that the mapping screen can put into words. */
export type Fault =
  | { readonly kind: 'no-files' | 'name' }
  | {
      readonly kind: 'field-missing' | 'owner-missing' | 'date-format' | 'lookup' | 'other'
      readonly entry: number
      readonly content: EntryContent
      /** The field, or for `other` the place inside the entry. */
      readonly place: string
    }

export type CheckedDraft =
  | { readonly profile: ImportProfile; readonly faults: readonly [] }
  | { readonly profile: null; readonly faults: readonly Fault[] }

/** The finished profile, or everything that is still missing in it. */
export function checkDraft({ name, files, stopAtFlagged, $schema }: ProfileDraft): CheckedDraft {
  if (files.every(({ entity }) => entity === 'lookup'))
    return { profile: null, faults: [{ kind: 'no-files' }] }
  const parsed = importProfileSchema.safeParse({
    ...($schema === undefined ? {} : { $schema }),
    version: 1,
    name: name.trim(),
    ...(stopAtFlagged === undefined ? {} : { stopAtFlagged }),
    files,
  })
  if (parsed.success) return { profile: parsed.data, faults: [] }
  return { profile: null, faults: parsed.error.issues.map(({ path }) => faultAt(path, files)) }
}

function faultAt(path: readonly PropertyKey[], files: readonly FileProfile[]): Fault {
  const [, index, part, field] = path
  const entry = typeof index === 'number' ? files[index] : undefined
  if (typeof index !== 'number' || entry === undefined) return { kind: 'name' }
  const at = { entry: index, content: entry.entity }
  if (part !== 'fields' || typeof field !== 'string' || entry.entity === 'lookup')
    return { kind: 'other', ...at, place: path.slice(2).join('.') }
  if (!Object.hasOwn(entry.fields, field)) {
    const byOwner = field === 'customerKey' && OWNED_BY_CUSTOMER_OR_ACCOUNT.includes(entry.entity)
    return { kind: byOwner ? 'owner-missing' : 'field-missing', ...at, place: field }
  }
  if (path.includes('lookup') || path.includes('take')) return { kind: 'lookup', ...at, place: field }
  const isDate = fieldsOf(entry.entity)[field]?.type === 'date'
  return isDate && path.length === 4
    ? { kind: 'date-format', ...at, place: field }
    : { kind: 'other', ...at, place: path.slice(2).join('.') }
}
