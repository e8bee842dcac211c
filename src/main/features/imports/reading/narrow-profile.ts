import type { ImportProfile } from '../../../../shared/contract/import-profile.ts'
import { Refusal } from '../../../../shared/domain/refusal.ts'
import { planFiles } from './plan-import.ts'

type Part = ImportProfile['files'][number]

/**
 * The profile as it applies where only some of a folder's files were chosen: each part names exactly the chosen files
 * that it matches, so that others which merely lie beside them are left alone.
 * @throws Refusal imports.fileMissing with the required names that were not chosen, imports.noFiles when none fits
 */
export function narrowProfile(profile: ImportProfile, chosen: readonly string[]): ImportProfile {
  const files = profile.files.flatMap((part) => narrowPart(profile, part, chosen))
  if (files.length === 0) throw new Refusal('imports.noFiles')
  return { ...profile, files }
}

/** An optional part of which nothing was chosen disappears. */
function narrowPart(profile: ImportProfile, part: Part, chosen: readonly string[]): Part[] {
  const { lookups, files, missing } = planFiles({ ...profile, files: [part] }, chosen)
  if (missing.length > 0) throw new Refusal('imports.fileMissing', { file: missing.join(', ') })
  const matched = [...lookups, ...files].map(({ fileName }) => fileName)
  return matched.length === 0 ? [] : [{ ...part, file: matched }]
}
