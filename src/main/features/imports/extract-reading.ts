import { detectFile } from './reading/detect-file.ts'
import { narrowProfile } from './reading/narrow-profile.ts'
import { parseImportProfile } from './reading/parse-profile.ts'
import { previewFile } from './reading/preview-file.ts'

/** The reading side as the import wizard uses it, outside the engine's threads. */
export const extractReading = {
  detect: detectFile,
  preview: previewFile,
  parseProfile: parseImportProfile,
  narrow: narrowProfile,
}
