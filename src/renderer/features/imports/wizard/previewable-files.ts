import type { ImportProfile } from '../../../../shared/contract/import-profile.ts'
import type { ImportEntity } from '../../../../shared/domain/imports/import-fields.ts'
import { filesRead } from '../profile/draft.ts'

export interface PreviewableFile {
  readonly fileName: string
  readonly entity: ImportEntity
}

/** The files that bring rows, each once: of two entries for a file the reader shows the first. */
export function previewableFiles(
  profile: Pick<ImportProfile, 'files'>,
  names: readonly string[],
): readonly PreviewableFile[] {
  const found = new Map<string, PreviewableFile>()
  for (const entry of profile.files) {
    if (entry.entity === 'lookup') continue
    for (const fileName of filesRead(entry, names))
      if (!found.has(fileName)) found.set(fileName, { fileName, entity: entry.entity })
  }
  return [...found.values()]
}
