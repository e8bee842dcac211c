import type { ImportProfile } from '../../../../shared/contract/import-profile.ts'
import { planFiles } from './plan-import.ts'

/**
 * The profile as it applies where only some of a folder's files were chosen: each part names exactly the chosen files
 * that it matches, so that others of the same folder are left alone. A part that matches none is kept as it is written,
 * and is then missed like any absent file.
 */
export function narrowProfile(profile: ImportProfile, fileNames: readonly string[]): ImportProfile {
  const files = profile.files.map((part) => {
    const plan = planFiles({ ...profile, files: [part] }, fileNames)
    const matched = [...plan.lookups, ...plan.files].map(({ fileName }) => fileName)
    return matched.length === 0 ? part : { ...part, file: matched }
  })
  return { ...profile, files: files.filter((part) => !isSpare(part, fileNames)) }
}

/** An optional part none of whose files was chosen must not pick up one that merely lies in the folder. */
function isSpare(part: ImportProfile['files'][number], fileNames: readonly string[]): boolean {
  return part.optional && ![part.file].flat().some((name) => fileNames.includes(name))
}
