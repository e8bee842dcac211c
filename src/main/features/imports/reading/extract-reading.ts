import type { ImportProfile } from '../../../../shared/contract/import-profile.ts'
import { detectFile } from './detect-file.ts'
import { parseImportProfile } from './parse-profile.ts'
import { narrowProfile } from './plan-import.ts'
import { type FilePreview, previewFile } from './preview-file.ts'

/** What the wizard asks of the reader, gathered for whoever puts the process together. */
export const extractReading = {
  detect: detectFile,
  preview: (profile: ImportProfile, folder: string, fileName: string): Promise<FilePreview> =>
    previewFile(profile, folder, fileName),
  parseProfile: (text: string): ImportProfile => parseImportProfile(text),
  narrow: (profile: ImportProfile, fileNames: readonly string[]): ImportProfile =>
    narrowProfile(profile, fileNames),
}
