import type { ImportProfile } from '../../shared/contract/import-profile.ts'
import type { DetectedFile, PreviewRow } from '../../shared/contract/imports.ts'

/**
 * The reading of extracts as the wizard needs it. It belongs to the imports feature, which the door does not know;
 * whoever puts the process together hands it in.
 */
export interface ExtractReading {
  /** Throws `Refusal` `imports.*` for a file that cannot be read. */
  detect(path: string): Promise<DetectedFile>
  preview(
    profile: ImportProfile,
    folder: string,
    fileName: string,
  ): Promise<{ readonly rows: readonly PreviewRow[]; readonly fields: readonly string[] }>
  /** Throws `Refusal` `imports.profileInvalid`. */
  parseProfile(text: string): ImportProfile
  /** The profile as it applies where only these files of a folder were chosen. */
  narrow(profile: ImportProfile, fileNames: readonly string[]): ImportProfile
}
