import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  MAX_RAW_CHARS,
  MAX_RECORD_CHARS,
  MAX_RECORD_LINES,
  RecordSplitter,
} from '../../../src/main/features/imports/reading/record-splitter.ts'
import { type Dialect, PLAIN_DIALECT } from '../../../src/main/features/imports/reading/text/dialect.ts'
import { swallowsRecords } from '../../../src/main/features/imports/reading/text/joined-lines.ts'
import { splitRecord } from '../../../src/main/features/imports/reading/text/split-record.ts'

const SEMICOLONS: Dialect = { ...PLAIN_DIALECT, delimiter: ';', lineBreaks: true }

function split(pieces: readonly string[], width: number, dialect = SEMICOLONS) {
  const splitter = new RecordSplitter(dialect, width)
  for (const piece of pieces) splitter.push(piece, false)
  splitter.push('', true)
  const { records, rejects } = splitter.drain()
  return {
    fields: records.map((record) => record.fields),
    lines: records.map((record) => record.line),
    rejects: rejects.map(({ line, problems }) => `${line} ${problems[0]?.code}`),
    raws: rejects.map(({ raw }) => raw),
  }
}

describe('splitting one record', () => {
  it('takes doubled quotes as one and delimiters inside quotes as text', () => {
    expect(splitRecord('1;"a;""b""";', SEMICOLONS)).toEqual(['1', 'a;"b"', ''])
  })

  it('leaves a quote in the middle of a plain field alone', () => {
    expect(splitRecord('5" disk;2', SEMICOLONS)).toEqual(['5" disk', '2'])
  })

  it('tells an open quote from one that is followed by text', () => {
    expect(splitRecord('1;"abc', SEMICOLONS)).toBe('open')
    expect(splitRecord('1;"abc"d;2', SEMICOLONS)).toBe('malformed')
  })

  it('has no quotes at all when the file has none', () => {
    expect(splitRecord('"1;2', { ...SEMICOLONS, quote: null })).toEqual(['"1', '2'])
  })
})

describe('damage costs the damaged line and nothing else', () => {
  it('gives up an unbalanced quote at its line and reads the next one', () => {
    const result = split(['1;"a";x\n2;"b;x\n3;"c";x\n4;"d";x\n'], 3)
    expect(result.rejects).toEqual(['2 unbalanced-quote'])
    expect(result.fields.map((fields) => fields[0])).toEqual(['1', '3', '4'])
    expect(result.lines).toEqual([1, 3, 4])
  })

  it('does so when no later line has a quote', () => {
    const plain = Array.from({ length: MAX_RECORD_LINES * 3 }, (_, index) => `${index};x\n`).join('')
    const result = split([`a;"b\n${plain}`], 2)
    expect(result.rejects).toEqual(['1 unbalanced-quote'])
    expect(result.fields).toHaveLength(MAX_RECORD_LINES * 3)
  })

  it('does so when the stray quote is paired by one far below and the fields do not add up', () => {
    const result = split(['1;"a\n2;b\n3;";c\n4;d\n'], 2)
    expect(result.rejects).toEqual(['1 unbalanced-quote', '3 unbalanced-quote'])
    expect(result.fields).toEqual([
      ['2', 'b'],
      ['4', 'd'],
    ])
  })

  it('rejects too few and too many fields with their lines', () => {
    const result = split(['1;2\n1\n1;2;3\n3;4\n'], 2)
    expect(result.rejects).toEqual(['2 column-count', '3 column-count'])
    expect(result.lines).toEqual([1, 4])
  })

  it('says of a last line without an end that it was cut, in a quote or between fields', () => {
    expect(split(['1;"a"\n2;"b'], 2).rejects).toEqual(['2 cut-short'])
    expect(split(['1;a;b\n2;b'], 3).rejects).toEqual(['2 cut-short'])
  })

  it('takes a whole last line without an end', () => {
    expect(split(['1;a\n2;b'], 2)).toMatchObject({
      fields: [
        ['1', 'a'],
        ['2', 'b'],
      ],
      rejects: [],
    })
  })

  it('drops an over-long line, keeps its beginning, and counts on', () => {
    const long = 'x'.repeat(MAX_RECORD_CHARS)
    const result = split(['1;a\n', `2;${long}`, long, `${long}\n3;`, 'c\n'], 2)
    expect(result.rejects).toEqual(['2 line-too-long'])
    expect(result.lines).toEqual([1, 3])
    expect(result.raws[0]).toHaveLength(MAX_RAW_CHARS)
  })

  it('marks records with NUL or undecodable characters, which cost the fields that hold them', () => {
    const splitter = new RecordSplitter(SEMICOLONS, 2)
    splitter.push('1;a\u0000b\n2;\ufffd\n3;c\n', true)
    const { records, rejects } = splitter.drain()
    expect(rejects).toEqual([])
    expect(records.map(({ damaged }) => damaged)).toEqual([true, true, false])
  })
})

describe('forms of files', () => {
  it('counts physical lines through quoted line breaks and blank lines', () => {
    expect(split(['1;"a\r\nb"\r\n\r\n2;c\r\n;\r\n3;d\r\n'], 2)).toMatchObject({
      fields: [
        ['1', 'a\r\nb'],
        ['2', 'c'],
        ['3', 'd'],
      ],
      lines: [1, 4, 6],
    })
  })

  it('takes one delimiter more where the whole file ends its lines so, and never for a single line', () => {
    const ending = { ...SEMICOLONS, endDelimiter: true }
    expect(split(['1;a;\n2;b\n3;c;d\n'], 2, ending)).toMatchObject({
      fields: [['1', 'a']],
      rejects: ['2 column-count', '3 column-count'],
    })
    expect(split(['1;a;\n'], 2).rejects).toEqual(['1 column-count'])
  })

  it('reads classic Mac line ends', () => {
    expect(split(['1;a\r2;b\r'], 2, { ...SEMICOLONS, newline: '\r' }).lines).toEqual([1, 2])
  })
})

const delimiter = fc.constantFrom(',', ';', '\t', '|')
const cell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('"', '""', '\n', 'a\nb', ';', ',', '|', '王建国', '𠮷野', ''),
)
const textCell = cell.map((text) => text.replace(/[\0\ufffd\r]/g, ''))
const table = fc
  .integer({ min: 2, max: 6 })
  .chain((width) =>
    fc.array(fc.array(textCell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
  )
  .filter((rows) => rows.every((row) => row.some((value) => value.trim() !== '')))
  // a blank in front of the first field would make a written line look like an empty one
  .map((rows) => rows.map((row) => [`k${row[0]}`, ...row.slice(1)]))

function pieces(text: string, cuts: readonly number[]): string[] {
  const places = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length]
  return places.slice(1).map((end, index) => text.slice(places[index], end))
}

describe('properties', () => {
  it('what a CSV writer wrote is read back the same, wherever the file is cut into pieces', () => {
    fc.assert(
      fc.property(table, delimiter, fc.array(fc.nat(), { maxLength: 5 }), (rows, mark, cuts) => {
        const text = stringify(rows, { delimiter: mark })
        const dialect = { ...SEMICOLONS, delimiter: mark }
        const result = split(pieces(text, cuts), rows[0]?.length ?? 0, dialect)
        // a cell whose lines look like records may have swallowed some: such a record is refused with all its lines
        const plain = rows.filter((row) => !swallowsRecords(row, mark, '\n'))
        if (plain.length === rows.length) expect(result.rejects).toEqual([])
        if (plain.length === rows.length) expect(result.fields).toEqual(rows)
        else expect(result.rejects.length).toBeGreaterThan(0)
      }),
    )
  })

  it('agrees with an independent parser on every file that one accepts', () => {
    const line = fc.array(fc.constantFrom('a', '"', ';', '\n', '""', ';"', '";', 'b'), { maxLength: 30 })
    fc.assert(
      fc.property(line, (parts) => {
        const text = `k;${parts.join('')}`
        let expected: string[][]
        try {
          expected = parse(text, { delimiter: ';', relax_column_count: false })
        } catch {
          return
        }
        const width = expected[0]?.length ?? 0
        const blank = expected.some((row) => row.every((value) => value.trim() === ''))
        const joined = expected.some((row) => swallowsRecords(row, ';', '\n'))
        if (blank || joined || width < 2) return
        expect(split([text], width).fields).toEqual(expected)
      }),
      { numRuns: 2_000 },
    )
  })

  it('always ends, and accounts for every line that holds anything', () => {
    const noise = fc.array(fc.constantFrom('a', '"', ';', '\n', '\r\n', '\0', '"\n"', '王'), {
      maxLength: 200,
    })
    fc.assert(
      fc.property(noise, fc.array(fc.nat(), { maxLength: 4 }), (parts, cuts) => {
        const text = parts.join('')
        const splitter = new RecordSplitter(SEMICOLONS, 2)
        for (const piece of pieces(text, cuts)) splitter.push(piece, false)
        splitter.push('', true)
        const { records, rejects } = splitter.drain()
        const found = [...records, ...rejects].sort((one, other) => one.line - other.line)
        const content = found.map(({ raw }) => raw).join('')
        // NULs at the end are the fill of a disk block
        const held = (characters: string) => characters.replace(/[\s;"]/g, '').replace(/\0+$/, '')
        expect(held(content)).toBe(held(text))
      }),
      { numRuns: 500 },
    )
  })
})
