import { readdir } from 'node:fs/promises'
import type {
  EntityFile,
  FileProfile,
  ImportProfile,
  LookupFile,
} from '../../../../shared/contract/import-profile.ts'
import { fileNamePattern } from '../../../../shared/domain/file-name-pattern.ts'
import { IMPORT_ENTITIES } from '../../../../shared/domain/import-rows.ts'
import { Refusal } from '../../../../shared/domain/refusal.ts'

/** One file of the folder and what the profile says of it. */
export interface PlannedFile<Profile extends FileProfile = FileProfile> {
  readonly fileName: string
  readonly profile: Profile
}

export interface ImportPlan {
  readonly lookups: readonly PlannedFile<LookupFile>[]
  /** Parents before children, whatever the order in the profile or the folder. */
  readonly files: readonly PlannedFile<EntityFile>[]
  /** Names that the profile requires and the folder has not. */
  readonly missing: readonly string[]
  /** Files of the folder that the profile does not mention. */
  readonly unmatched: readonly string[]
}

function matches(profile: FileProfile, folder: readonly string[]): { found: string[]; missing: string[] } {
  const found: string[] = []
  const missing: string[] = []
  for (const name of [profile.file].flat()) {
    const pattern = fileNamePattern(name)
    const hits = folder.filter((each) => pattern.test(each))
    if (hits.length === 0 && !profile.optional) missing.push(name)
    found.push(...hits.filter((hit) => !found.includes(hit)))
  }
  return { found, missing }
}

function orderOf(file: PlannedFile<EntityFile>): number {
  return IMPORT_ENTITIES.indexOf(file.profile.entity)
}

/**
 * Matches a profile with the names in a folder.
 * @param folder file names in any order; several files of one pattern are read in the order of their names
 */
export function planFiles(profile: ImportProfile, folder: readonly string[]): ImportPlan {
  const names = [...folder].sort()
  const lookups: PlannedFile<LookupFile>[] = []
  const files: PlannedFile<EntityFile>[] = []
  const missing: string[] = []
  const matched = new Set<string>()
  for (const each of profile.files) {
    const match = matches(each, names)
    missing.push(...match.missing)
    for (const fileName of match.found) {
      matched.add(fileName)
      if (each.entity === 'lookup') lookups.push({ fileName, profile: each })
      else files.push({ fileName, profile: each })
    }
  }
  files.sort((one, other) => orderOf(one) - orderOf(other))
  return { lookups, files, missing, unmatched: names.filter((name) => !matched.has(name)) }
}

/**
 * Plans the import of a folder, with its files in any order (D1).
 * @throws Refusal imports.fileUnreadable when the folder cannot be listed
 */
export async function planImport(profile: ImportProfile, dir: string): Promise<ImportPlan> {
  const entries = await readdir(dir, { withFileTypes: true }).catch(() => {
    throw new Refusal('imports.fileUnreadable', { file: '.' })
  })
  return planFiles(
    profile,
    entries.filter((entry) => entry.isFile()).map((entry) => entry.name),
  )
}

/**
 * @throws Refusal imports.fileMissing with the names the folder lacks, imports.noFiles when nothing is left to import
 */
export function requireComplete(plan: ImportPlan): void {
  if (plan.missing.length > 0) throw new Refusal('imports.fileMissing', { file: plan.missing.join(', ') })
  if (plan.files.length === 0) throw new Refusal('imports.noFiles')
}

/**
 * The profile as it applies when a person chose some files of a folder: what they did not choose is not imported, while
 * lookups, which bring no rows, are still read from the folder.
 * @param chosen file names
 * @throws Refusal imports.noFiles when the profile reads none of them
 */
export function narrowProfile(profile: ImportProfile, chosen: readonly string[]): ImportProfile {
  const files = profile.files.flatMap((file): FileProfile[] => {
    if (file.entity === 'lookup') return [file]
    const { found } = matches(file, chosen)
    return found.length > 0 ? [{ ...file, file: found }] : []
  })
  if (files.every(({ entity }) => entity === 'lookup')) throw new Refusal('imports.noFiles')
  return { ...profile, files }
}
