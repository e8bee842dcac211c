import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it, onTestFinished } from 'vitest'
import { compileFile } from '../../../src/main/features/imports/reading/entity-rows.ts'
import { NO_LOOKUPS } from '../../../src/main/features/imports/reading/expression.ts'
import { DETECT_ALL, openExtract } from '../../../src/main/features/imports/reading/extract.ts'
import { columnAt } from '../../../src/main/features/imports/reading/text/column-names.ts'
import { decodingOf } from '../../../src/main/features/imports/reading/text-decoding.ts'
import { importProfileSchema } from '../../../src/shared/contract/import-profile.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'
import {
  extractFolder,
  faults,
  openContent,
  readAll,
  readContent,
} from '../../support/imports/written-files.ts'

const MIB = 1_048_576
const CHINESE = '客户号,姓名\nC1,欧阳春晓\nC2,买买提·吐尔逊\n'

describe('encoding', () => {
  it.each([
    ['UTF-8', Buffer.from(CHINESE), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${CHINESE}`), 'utf-8'],
    ['GB18030', iconv.encode(CHINESE, 'gb18030'), 'gb18030'],
  ])('%s is found and read', async (_, bytes, encoding) => {
    const extract = await openContent(bytes)
    expect(extract).toMatchObject({ encoding, delimiter: ',', header: ['客户号', '姓名'] })
    const { records } = await readAll(extract)
    expect(records.map(({ fields }) => fields)).toEqual([
      ['C1', '欧阳春晓'],
      ['C2', '买买提·吐尔逊'],
    ])
  })

  it('reads GB18030 four-byte characters', async () => {
    const { records } = await readContent(iconv.encode('键,名\n1,𠮷䶮\n', 'gb18030'))
    expect(records[0]?.fields).toEqual(['1', '𠮷䶮'])
  })

  it('finds GB18030 although the first names come after a megabyte of ASCII', async () => {
    const ascii = '12345678,abcdefgh\n'.repeat(MIB / 16)
    const bytes = Buffer.concat([Buffer.from(`key,name\n${ascii}`), iconv.encode('9,王建国\n', 'gb18030')])
    const { records, rejects } = await readContent(bytes)
    expect(rejects).toEqual([])
    expect(records.at(-1)?.fields).toEqual(['9', '王建国'])
  })

  it('keeps characters whole that a piece of the file cuts in two', async () => {
    const row = '王,欧阳\n'
    const text = `姓,名\n${row.repeat(60_000)}`
    for (const encoding of ['utf-8', 'gb18030'] as const) {
      const { records, rejects } = await readContent(iconv.encode(text, encoding))
      expect(rejects).toEqual([])
      expect(new Set(records.map(({ fields }) => fields.join()))).toEqual(new Set(['王,欧阳']))
      expect(records).toHaveLength(60_000)
    }
  })

  it('keeps a GB18030 character whole although all of the next piece looks like ASCII', () => {
    const bytes = iconv.encode('丂abc', 'gb18030')
    const decoding = decodingOf('gb18030')
    expect(bytes[1]).toBeLessThan(0x80)
    expect(decoding.write(bytes.subarray(0, 1)) + decoding.write(bytes.subarray(1)) + decoding.end()).toBe(
      '丂abc',
    )
  })

  it('refuses an encoding forced by the profile that does not fit', async () => {
    const wrong = openContent(iconv.encode(CHINESE, 'gb18030'), { encoding: 'utf-8' })
    await expect(wrong).rejects.toMatchObject({ code: 'imports.wrongEncoding' })
    const other = openContent(Buffer.from(CHINESE), { encoding: 'gb18030' })
    await expect(other).rejects.toMatchObject({ code: 'imports.wrongEncoding' })
  })

  it('marks only the record that holds a broken character', async () => {
    const rows = Array.from({ length: 20 }, (_, index) => `C${index},王建国\n`).join('')
    const bytes = Buffer.concat([
      Buffer.from(`key,name\n${rows}`),
      Buffer.from([0x43, 0x2c, 0xe7, 0x8e, 0x0a]),
      Buffer.from('C99,李四\n'),
    ])
    const whole = await readContent(bytes)
    expect(whole.records.filter(({ damaged }) => damaged).map(({ line }) => line)).toEqual([22])
    expect(whole.records.at(-1)?.fields).toEqual(['C99', '李四'])
  })
})

describe('refusals before a row is read', () => {
  it.each([
    ['an empty file', '', 'imports.emptyFile'],
    ['a file of blank lines', '\n \r\n\n', 'imports.emptyFile'],
    ['binary content', Buffer.alloc(600), 'imports.notText'],
    ['nothing but a byte order mark', '\ufeff\ufeff', 'imports.emptyFile'],
    ['a damaged archive', Buffer.from('PK\u0003\u0004 and then nonsense'), 'imports.damagedFile'],
    ['a header with an open quote', 'a,"b\n1,2\n', 'imports.unbalancedQuote'],
  ])('%s', async (_, content, code) => {
    await expect(openContent(content)).rejects.toMatchObject({ code })
  })

  it('columns of one name are numbered, so that only who asks for one of them is refused', async () => {
    const { header } = await openContent('id,name,id,phone,name,,\n1,2,3,4,5,,\n')
    expect(header).toEqual(['id #1', 'name #1', 'id #2', 'phone', 'name #2', ''])
    expect(columnAt(header, 'phone', 'f')).toBe(3)
    expect(columnAt(header, 'name #2', 'f')).toBe(4)
    expect(() => columnAt(header, 'name', 'f')).toThrow(
      new AppError('imports.duplicateHeader', { file: 'f', columns: 'name #1 · name #2' }),
    )
  })

  it('a file that is not there', async () => {
    const opened = openExtract(join(tmpdir(), 'no-such-folder', 'no.csv'), DETECT_ALL)
    await expect(opened).rejects.toMatchObject({ code: 'imports.fileMissing', detail: { file: 'no.csv' } })
  })

  it('a folder in the place of a file', async () => {
    const dir = await extractFolder({})
    await expect(openExtract(dir, DETECT_ALL)).rejects.toMatchObject({ code: 'imports.fileUnreadable' })
  })

  it('column names that do not fit a file without a header', async () => {
    const opened = openContent('1,2,3\n', { header: false, columns: ['a', 'b'] })
    await expect(opened).rejects.toMatchObject({ code: 'imports.columnCount' })
  })
})

describe('forms of delimited files', () => {
  it.each([',', ';', '\t', '|'])('finds the delimiter %j', async (mark) => {
    const extract = await openContent([`a${mark}b${mark}c`, `1${mark}"x,;y"${mark}3`, ''].join('\n'))
    expect(extract.delimiter).toBe(mark)
    expect((await readAll(extract)).records[0]?.fields).toEqual(['1', 'x,;y', '3'])
  })

  it('skips title lines and counts them', async () => {
    const whole = await readContent('客户清单\n2026年11月\n\nid,name\n1,a\n2\n', { skipLines: 2 })
    expect(whole.records.map(({ line }) => line)).toEqual([5])
    expect(faults(whole)).toEqual(['6 column-count'])
  })

  it('reads a file without a header by the profile’s column names', async () => {
    const extract = await openContent('1,a\n2,b\n', { header: false, columns: ['id', 'name'] })
    expect(extract.header).toEqual(['id', 'name'])
    expect((await readAll(extract)).records.map(({ line }) => line)).toEqual([1, 2])
  })

  it('reports the bytes behind it up to the whole file', async () => {
    const extract = await openContent(`id,name\n${'1,abcdefgh\n'.repeat(100_000)}`)
    const progress: number[] = []
    for await (const { bytesRead } of extract.records()) progress.push(bytesRead)
    expect(progress.length).toBeGreaterThan(2)
    expect([...progress].sort((one, other) => one - other)).toEqual(progress)
    expect(progress.at(-1)).toBe(extract.bytesTotal)
  })

  it('stops when the import is called off', async () => {
    const extract = await openContent(`id,name\n${'1,abcdefgh\n'.repeat(100_000)}`)
    const controller = new AbortController()
    const reading = (async () => {
      for await (const _ of extract.records(controller.signal)) controller.abort()
    })()
    await expect(reading).rejects.toMatchObject({ code: 'imports.cancelled' })
  })
})

describe('memory', () => {
  const LINE_MIB = 64
  const BATCHES_PER_LOOK = 16
  setFlagsFromString('--expose-gc')
  const collectGarbage: () => void = runInNewContext('gc')

  /** Text that is really held; buffers are left out, because they are given back some time after they were collected. */
  async function liveBytes(): Promise<number> {
    collectGarbage()
    await setImmediate()
    collectGarbage()
    return process.memoryUsage().heapUsed
  }

  async function longLineFile(): Promise<string> {
    const dir = await mkdtemp(join(tmpdir(), 'long-line-'))
    onTestFinished(() => rm(dir, { recursive: true, force: true }))
    const path = join(dir, 'long.csv')
    const block = Buffer.alloc(MIB, 'x')
    function* content() {
      yield 'id,name\n1,a\n2,'
      for (let count = 0; count < LINE_MIB; count++) yield block
      yield '\n3,c\n'
    }
    await pipeline(Readable.from(content(), { objectMode: false }), createWriteStream(path))
    return path
  }

  it('an endless line is rejected by its number without being held', async () => {
    const extract = await openExtract(await longLineFile(), DETECT_ALL)
    const before = await liveBytes()
    let peak = 0
    let batches = 0
    const lines: number[] = []
    const rejected: string[] = []
    for await (const batch of extract.records()) {
      lines.push(...batch.records.map(({ line }) => line))
      rejected.push(...batch.rejects.map(({ line, problems }) => `${line} ${problems[0]?.code}`))
      if (batches++ % BATCHES_PER_LOOK === 0) peak = Math.max(peak, (await liveBytes()) - before)
    }
    expect(lines).toEqual([2, 4])
    expect(rejected).toEqual(['3 line-too-long'])
    expect(peak).toBeLessThan((LINE_MIB * MIB) / 8)
  })

  it('keys that a loader remembers hold nothing else of the file', async () => {
    const filler = 'x'.repeat(2_000)
    const lines = Array.from({ length: 8_000 }, (_, index) => `6222021234560000${index + 1_000},${filler}\n`)
    const extract = await openContent(`id,note\n${lines.join('')}`)
    lines.length = 0
    const profile = importProfileSchema.parse({
      version: 1,
      name: 'long keys',
      files: [
        { entity: 'customers', file: 'f', fields: { key: { column: 'id' }, name: { constant: '某人' } } },
      ],
    }).files[0]
    if (profile?.entity !== 'customers') throw new Error('not a customers file')
    const map = compileFile('customers', profile, { ...extract, file: 'f' }, NO_LOOKUPS)
    const before = await liveBytes()
    const keys = new Set<string>()
    for await (const { records } of extract.records()) {
      for (const record of records) {
        const mapped = map(record)
        if (mapped?.ok) keys.add(mapped.row.key)
      }
    }
    const held = (await liveBytes()) - before
    expect(keys.size).toBe(8_000)
    expect(held).toBeLessThan(extract.bytesTotal / 4)
  })

  it('an endless line in the place of the header is refused', async () => {
    const opened = openContent(Buffer.alloc(2 * MIB, 'x'))
    await expect(opened).rejects.toMatchObject({ code: 'imports.lineTooLong' })
  })
})

describe('properties', () => {
  it('any bytes end in records, rejects or a refusal with a code, never in a crash', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4_000 }), async (bytes) => {
        try {
          await readContent(Buffer.from(bytes))
        } catch (error) {
          expect(error).toBeInstanceOf(AppError)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('a header followed by any bytes is read to its end, whatever stands in it', async () => {
    const header = Buffer.from('id;name;amount\n')
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => {
        const body = Buffer.from(bytes.filter((byte) => byte !== 0))
        const content = Buffer.concat([header, body, Buffer.from('\n\nK1;end;1\n')])
        try {
          const { records, rejects } = await readContent(content, { delimiter: ';', quote: 'none' })
          expect(records.at(-1)?.raw ?? rejects.at(-1)?.raw).toBe('K1;end;1')
        } catch (error) {
          expect(['imports.wrongEncoding', 'imports.encodingUnclear']).toContain(
            error instanceof AppError ? error.code : error,
          )
        }
      }),
      { numRuns: 300 },
    )
  })
})
