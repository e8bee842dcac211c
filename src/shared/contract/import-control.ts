import { z } from 'zod'
import { profileName } from './import-expression.ts'

/** A place in a control file's line or in a total line; columns and characters count from 1. */
const column = z.int().min(1).max(1_000)
const delimiter = z.exactOptional(z.string().min(1).max(10))

const inLine = [
  z.strictObject({ column }),
  z.strictObject({ from: column, length: z.int().min(1).max(100) }),
] as const
const place = z.union([z.strictObject({ key: profileName }), ...inLine])

/** Lines that the figure counts beside the records, as a header or the total line itself. */
const besides = z.int().min(0).max(10).default(0)

const rowsInLine = z.strictObject({ at: z.union(inLine), besides })
/** `of` is the column whose amounts are added up. */
const sumInLine = z.strictObject({ at: z.union(inLine), of: profileName })

/**
 * The file that says that an extract is whole (`.ok`, `.flg`, `.ctl`), and where the count, the sum or the digest in it
 * stand. `{name}` in its name is the extract's name, `{stem}` the same without its extension.
 */
export const markerSchema = z.strictObject({
  file: z
    .string()
    .min(1)
    .max(255)
    .regex(/^[^/\\]+$/, 'a file name, without a folder'),
  delimiter,
  /** The column that names the file, where one control file speaks of many. */
  nameColumn: z.exactOptional(column),
  rows: z.exactOptional(z.strictObject({ at: place, besides })),
  sum: z.exactOptional(z.strictObject({ at: place, of: profileName })),
  digest: z.exactOptional(z.enum(['md5', 'sha1', 'sha256'])),
})
export type Marker = z.output<typeof markerSchema>

/** The last line of an extract where it is no record but says how many there are, and how much they make. */
export const trailerSchema = z.strictObject({
  /** How the line begins. */
  prefix: z.string().min(1).max(100),
  delimiter,
  rows: z.exactOptional(rowsInLine),
  sum: z.exactOptional(sumInLine),
})
export type Trailer = z.output<typeof trailerSchema>
