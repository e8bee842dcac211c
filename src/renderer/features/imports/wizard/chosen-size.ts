import type { ChosenFolder } from '../../../../shared/contract/imports.ts'

/** Bytes of all chosen files together. */
export function sizeOf({ files }: ChosenFolder): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}
