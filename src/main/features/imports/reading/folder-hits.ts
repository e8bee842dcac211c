import type { FileProfile, ImportProfile } from '../../../../shared/contract/import-profile.ts'
import type { CivilDate } from '../../../../shared/domain/calendar/civil-date.ts'
import { markerName } from '../../../../shared/domain/imports/control-figures.ts'
import {
  fileNamePattern,
  hasNight,
  nameOfNight,
  nightOf,
} from '../../../../shared/domain/imports/file-name-pattern.ts'

/** What is no extract, though a pattern may fit: locks of Excel, twins of macOS, files that are still being brought. */
const PASSING = /^(?:~\$|\._)|\.(?:part|filepart|tmp|crdownload|partial)$/i

/** The names of a folder that a pattern of the profile means, of one night where it has several. */
function hitsOf(
  profile: FileProfile,
  name: string,
  folder: readonly string[],
  nightOn: CivilDate | null,
): string[] {
  const pattern = fileNamePattern(name)
  const hits = folder.filter((each) => pattern.test(each) && (each === name || !PASSING.test(each)))
  const ofNight = hasNight(name) ? hits.filter((hit) => nightOf(name, hit) === nightOn) : hits
  const { marker } = profile
  if (marker === undefined) return ofNight
  // a wide pattern fits the markers too
  const markers = hits.map((hit) => fileNamePattern(markerName(marker.file, hit)))
  return ofNight.filter((hit) => !markers.some((each) => each.test(hit)))
}

/**
 * The files of a folder that an entry of a profile means.
 * @param nightOn the day of names that carry one
 * @returns also the names that it requires and the folder has not
 */
export function matches(
  profile: FileProfile,
  folder: readonly string[],
  nightOn: CivilDate | null,
): { found: string[]; missing: string[] } {
  const found: string[] = []
  const missing: string[] = []
  for (const name of [profile.file].flat()) {
    const hits = hitsOf(profile, name, folder, nightOn)
    if (hits.length === 0 && !profile.optional) {
      missing.push(nightOn === null ? name : nameOfNight(name, nightOn))
    }
    found.push(...hits.filter((hit) => !found.includes(hit)))
  }
  return { found, missing }
}

/** The newest night of which a folder has a file; all tables are taken of the same one. */
export function newestNight(
  profile: ImportProfile,
  folder: readonly string[],
  notAfter: CivilDate | null,
): CivilDate | null {
  const nights = profile.files.flatMap(({ file }) =>
    [file]
      .flat()
      .flatMap((name) => (hasNight(name) ? folder.flatMap((each) => nightOf(name, each) ?? []) : [])),
  )
  const upTo = nights.filter((night) => notAfter === null || night <= notAfter)
  return upTo.sort().at(-1) ?? null
}

/** Days of transactions follow each other; of everything else a second night replaces the first. */
export function isSnapshot({ entity }: FileProfile): boolean {
  return entity !== 'transactions'
}
