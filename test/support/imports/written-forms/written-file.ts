import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { zipOf } from '../packed-files.ts'
import { type Cell, cellsOf, keptFor } from './cells.ts'
import { writtenLines } from './delimited-lines.ts'
import { fixedRecords } from './fixed-records.ts'
import type { Form, WrittenEncoding } from './form.ts'
import { sheetOf } from './sheet.ts'
import type { Column, Table, Truth } from './truths.ts'

/** Where a record stands in its file, in physical lines or rows. */
export interface Place {
  readonly from: number
  readonly to: number
}

export interface WrittenFile {
  readonly bytes: Buffer
  /** The records as far as this form can hold them: without a delimiter where nothing protects it. */
  readonly truths: readonly Truth[]
  readonly places: readonly Place[]
  /** Lines as an editor counts them; null where lone carriage returns stand among other line ends, and in workbooks. */
  readonly physical: number | null
  readonly columns: readonly Column[]
  /** The titles of all columns in the order of the file. */
  readonly titles: readonly string[]
  readonly encoding: WrittenEncoding
  /** Bytes of each column, of fixed-width files. */
  readonly lengths: readonly number[]
}

function roundTrips(text: string, encoding: WrittenEncoding): boolean {
  return iconv.decode(iconv.encode(text, encoding), encoding) === text
}

/** The encoding that was asked for, where it has all the characters. */
function encodingFor(text: string, wanted: WrittenEncoding): WrittenEncoding {
  return wanted === 'big5' && !roundTrips(text, wanted) ? 'gb18030' : wanted
}

function marked(text: string, encoding: WrittenEncoding, marks: number): Buffer {
  const body = iconv.encode(text, encoding, { addBOM: false })
  if (!encoding.startsWith('utf')) return body
  const mark = iconv.encode('\ufeff', encoding, { addBOM: false })
  return Buffer.concat([...Array.from({ length: marks }, () => mark), body])
}

function packed(bytes: Buffer, container: Form['container']): Buffer {
  switch (container) {
    case 'none':
      return bytes
    case 'gzip':
      return gzipSync(bytes)
    case 'gzip-twice': {
      const half = Math.floor(bytes.length / 2)
      return Buffer.concat([gzipSync(bytes.subarray(0, half)), gzipSync(bytes.subarray(half))])
    }
    case 'zip':
      return zipOf([{ name: '明细.txt', content: bytes }])
  }
}

/** The columns in the order of the file, with those of no use between them. */
function orderedColumns({ columns }: Table, { order, spare }: Form): readonly (Column | null)[] {
  const all: readonly (Column | null)[] = [...columns, ...Array.from({ length: spare }, () => null)]
  return all
    .map((column, at) => ({ column, at, rank: order[at] ?? 0 }))
    .sort((one, other) => one.rank - other.rank || one.at - other.at)
    .map(({ column }) => column)
}

/** Writes a table as one form says. */
export function writtenFile(table: Table, given: readonly Truth[], form: Form): WrittenFile {
  const columns = orderedColumns(table, form)
  const titles = columns.map((column) => column?.title ?? '备用')
  const truths = given.map((truth) => keptFor(truth, table, form))
  const rows: readonly (readonly Cell[])[] = truths.map((truth) => cellsOf(truth, columns, form))
  const shared = { truths, columns: table.columns, titles }
  if (form.file.as === 'workbook') {
    const { bytes, places } = sheetOf(titles, rows, columns, truths, form.file)
    return { ...shared, bytes, places, physical: null, encoding: 'utf-8', lengths: [] }
  }
  if (form.file.as === 'fixed') {
    const wanted = form.encoding.startsWith('utf-16') ? 'gb18030' : form.encoding
    const encoding = encodingFor(
      rows
        .flat()
        .map(({ text }) => text)
        .join(''),
      wanted,
    )
    const { bytes, places, lengths } = fixedRecords(rows, encoding, form.file)
    const physical = truths.length
    return { ...shared, bytes: packed(bytes, form.container), places, physical, encoding, lengths }
  }
  const { text, places, physical } = writtenLines(titles, rows, columns, form.file)
  const encoding = encodingFor(text, form.encoding)
  const bytes = packed(marked(text, encoding, form.marks), form.container)
  return { ...shared, bytes, places, physical, encoding, lengths: [] }
}
