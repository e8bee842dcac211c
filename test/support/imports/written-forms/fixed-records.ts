import iconv from 'iconv-lite'
import type { Cell } from './cells.ts'
import type { FixedForm, WrittenEncoding } from './form.ts'
import type { Place } from './written-file.ts'

function padded(text: string, length: number, encoding: WrittenEncoding): Buffer {
  const bytes = iconv.encode(text, encoding)
  return Buffer.concat([bytes, Buffer.alloc(length - bytes.length, ' ')])
}

/** Columns as long as their longest text, with two bytes to spare. */
export function fixedRecords(
  rows: readonly (readonly Cell[])[],
  encoding: WrittenEncoding,
  { lineEnd }: FixedForm,
): { readonly bytes: Buffer; readonly places: readonly Place[]; readonly lengths: readonly number[] } {
  const lengths = (rows[0] ?? []).map(
    (_, at) => Math.max(...rows.map((cells) => iconv.encode(cells[at]?.text ?? '', encoding).length)) + 2,
  )
  const records = rows.map((cells) =>
    Buffer.concat([
      ...cells.map(({ text }, at) => padded(text, lengths[at] ?? 0, encoding)),
      Buffer.from(lineEnd),
    ]),
  )
  return {
    bytes: Buffer.concat(records),
    places: rows.map((_, at) => ({ from: at + 1, to: at + 1 })),
    lengths,
  }
}
