import type { FileProfile } from '../../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../../shared/domain/branch/app-error.ts'
import type { TextEncoding } from '../text-decoding.ts'
import { type FixedLayout, layoutLength } from './fixed-width.ts'

/** The part of a file's profile that says where the fields of a fixed-width file stand. */
export type FixedOptions = Pick<FileProfile, 'layout' | 'recordLength' | 'recordType' | 'skipLines'>

/**
 * The layout of one file. Where the profile does not say how long a record is, a file without any line end has records
 * as long as the layout, and any other file ends them with lines.
 * @param start the file's first bytes, without a byte order mark
 * @throws AppError imports.profileInvalid without a layout or with a record that is shorter than it, imports.emptyFile
 */
export function fixedLayout(
  options: FixedOptions,
  start: Buffer,
  encoding: TextEncoding,
  file: string,
): FixedLayout {
  const fields = options.layout ?? []
  if (fields.length === 0) throw new AppError('imports.profileInvalid', { path: 'layout' })
  if (start.length === 0) throw new AppError('imports.emptyFile', { file })
  const hasLines = start.includes('\n')
  const recordLength = options.recordLength ?? (hasLines ? null : layoutLength(fields))
  if (recordLength !== null && recordLength < layoutLength(fields)) {
    throw new AppError('imports.profileInvalid', { path: 'recordLength' })
  }
  const { recordType } = options
  return {
    fields,
    recordLength,
    type: recordType === undefined ? null : { from: recordType.from, is: [recordType.is].flat() },
    skipLines: options.skipLines,
    encoding,
  }
}
