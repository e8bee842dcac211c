import { type ImportProfile, importProfileSchema } from '../../../../shared/contract/import-profile.ts'
import { fits } from './draft.ts'

const KEPT_AS = 'huiyan.importProfiles'
/** A branch has one or two extracts; more than this are leftovers. */
const KEPT_PROFILES = 10

/** The profiles that were run on this PC, the last one first. They describe files and hold no customer's data. */
export function keptProfiles(storage: Pick<Storage, 'getItem'>): readonly ImportProfile[] {
  const kept = parsed(storage.getItem(KEPT_AS) ?? '[]')
  if (!Array.isArray(kept)) return []
  return kept.flatMap((each) => {
    const profile = importProfileSchema.safeParse(each)
    return profile.success ? [profile.data] : []
  })
}

/** Remembers a profile that was run; one of the same name is replaced. */
export function keepProfile(storage: Pick<Storage, 'getItem' | 'setItem'>, profile: ImportProfile): void {
  const others = keptProfiles(storage).filter(({ name }) => name !== profile.name)
  storage.setItem(KEPT_AS, JSON.stringify([profile, ...others].slice(0, KEPT_PROFILES)))
}

/** The kept profile that was last used for a folder of these files. */
export function fittingProfile(
  profiles: readonly ImportProfile[],
  names: readonly string[],
): ImportProfile | undefined {
  return profiles.find((profile) => fits(profile, names))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
