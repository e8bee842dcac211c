import type { FileProfile } from '../../../../shared/contract/import-profile.ts'
import { filesRead, type ProfileDraft } from '../profile/draft.ts'

/** A line of the recognised files: a file with one of its entries, a file without any, or an entry without a file. */
export interface FileLine {
  readonly fileName: string
  readonly entry: { readonly index: number; readonly profile: FileProfile } | null
  /** False where the profile asks for a file that is not among the chosen. */
  readonly present: boolean
}

/** Every chosen file with what the draft makes of it, then what the draft asks for in vain. */
export function fileLines(draft: ProfileDraft, names: readonly string[]): readonly FileLine[] {
  const entries = draft.files.map((profile, index) => ({ index, profile, read: filesRead(profile, names) }))
  const present = names.flatMap((fileName): FileLine[] => {
    const reading = entries.filter(({ read }) => read.includes(fileName))
    if (reading.length === 0) return [{ fileName, entry: null, present: true }]
    return reading.map(({ index, profile }) => ({ fileName, entry: { index, profile }, present: true }))
  })
  const absent = entries
    .filter(({ read }) => read.length === 0)
    .map(({ index, profile }): FileLine => {
      const fileName = [profile.file].flat().join(' ')
      return { fileName, entry: { index, profile }, present: false }
    })
  return [...present, ...absent]
}
