import { gzipSync } from 'node:zlib'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { oleOf, zipOf } from '../../support/imports/packed-files.ts'
import { faults, openContent, readAll, readContent } from '../../support/imports/written-files.ts'

const TABLE = '客户号,姓名\nC1,欧阳春晓\nC2,买买提·吐尔逊\n'
const ROWS = [
  ['C1', '欧阳春晓'],
  ['C2', '买买提·吐尔逊'],
]

const fieldsOf = async (...given: Parameters<typeof readContent>) =>
  (await readContent(...given)).records.map(({ fields }) => fields)

describe('D1: a form that is not read is named, whatever the file is called', () => {
  const tar = Buffer.alloc(1024)
  tar.write('customers.csv')
  tar.write('ustar\u000000', 257)
  const dbf = Buffer.alloc(96)
  Buffer.from([0x30, 126, 11, 22, 2, 0, 0, 0, 97, 0, 40, 0]).copy(dbf)
  it.each<[string, string | Buffer, string, string]>([
    ['an old workbook', oleOf(['Workbook']), 'imports.oldWorkbook', '.xls'],
    ['an older one', oleOf(['A', 'B', 'C', 'D', 'E', 'Book']), 'imports.oldWorkbook', '.xls'],
    ['one without a container', Buffer.from('090808000005', 'hex'), 'imports.oldWorkbook', 'Excel 5'],
    [
      'a workbook with a password',
      oleOf(['EncryptedPackage', 'EncryptionInfo']),
      'imports.filePassword',
      'Excel',
    ],
    ['a letter', oleOf(['WordDocument']), 'imports.notTable', 'Word'],
    ['half a container', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'imports.damagedFile', 'OLE'],
    ['a web page', '\r\n<HTML><table><tr><td>客户号', 'imports.otherForm', 'HTML'],
    ['a web page with a mark', '\ufeff<meta charset="utf-8"><table>', 'imports.otherForm', 'HTML'],
    ['a web page in UTF-16', Buffer.from('\ufeff<html><table>', 'utf16le'), 'imports.otherForm', 'HTML'],
    [
      'a table in XML',
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook>',
      'imports.otherForm',
      'XML Spreadsheet 2003',
    ],
    ['other XML', '<?xml version="1.0"?><rows/>', 'imports.notTable', 'XML'],
    ['JSON', '[{"id": 1}]', 'imports.notTable', 'JSON'],
    [
      'SQL of mysqldump',
      '-- MariaDB dump\n/*!40101 SET NAMES utf8mb4 */;\nDROP TABLE IF EXISTS `c`;\n',
      'imports.notTable',
      'SQL',
    ],
    [
      'SQL of pg_dump',
      '--\n-- PostgreSQL database dump\n--\n\n\\restrict x\n\nSET client_encoding = 1;\nCREATE TABLE c (\n',
      'imports.notTable',
      'SQL',
    ],
    ["SQL of a shell's mode", "INSERT INTO c(no,name) VALUES('1','张三');\n", 'imports.notTable', 'SQL'],
    ['JSON lines', '{"id": 1}\n{"id": 2}\n', 'imports.notTable', 'JSON'],
    ['SYLK', 'ID;PWXL;N;E\r\nP;PGeneral\r\n', 'imports.otherForm', 'SYLK'],
    ['a web archive', 'MIME-Version: 1.0\r\nX: y\r\n', 'imports.otherForm', 'MHTML'],
    ['a document', '%PDF-1.7\n', 'imports.notTable', 'PDF'],
    ['RAR', Buffer.from('526172211a0700', 'hex'), 'imports.packedFile', 'RAR'],
    ['7z', Buffer.from('377abcaf271c0004', 'hex'), 'imports.packedFile', '7z'],
    ['xz', Buffer.from('fd377a585a000004', 'hex'), 'imports.packedFile', 'xz'],
    ['zstd', Buffer.from('28b52ffd0458', 'hex'), 'imports.packedFile', 'Zstandard'],
    ['bzip2', Buffer.from('425a68393141592653590000', 'hex'), 'imports.packedFile', 'bzip2'],
    ['lz4', Buffer.from('04224d186440', 'hex'), 'imports.packedFile', 'LZ4'],
    ['compress', Buffer.from('1f9d9063', 'hex'), 'imports.packedFile', 'compress (.Z)'],
    ['tar', tar, 'imports.packedFile', 'tar'],
    ['tar in gzip', gzipSync(tar), 'imports.packedFile', 'tar + gzip'],
    ['gzip in gzip', gzipSync(gzipSync(TABLE)), 'imports.packedFile', 'gzip'],
    ['a page in gzip', gzipSync('<table><tr>'), 'imports.otherForm', 'HTML'],
    ['armoured PGP', '-----BEGIN PGP MESSAGE-----\n', 'imports.encryptedFile', 'PGP'],
    ['PGP', Buffer.from('85010c0311223344', 'hex'), 'imports.encryptedFile', 'PGP'],
    [
      'an enveloped message',
      Buffer.from('3082010006092a864886f70d010703a082', 'hex'),
      'imports.encryptedFile',
      'S/MIME',
    ],
    ['dBASE', dbf, 'imports.notTable', 'DBF'],
    ['Parquet', Buffer.from('5041523115001500', 'hex'), 'imports.notTable', 'Parquet'],
    ['SQLite', Buffer.from('SQLite format 3\0'), 'imports.notTable', 'SQLite'],
    ['Access', Buffer.from('\0\u0001\0\0Standard Jet DB\0'), 'imports.notTable', 'Access'],
    ['UTF-32', Buffer.from('fffe00004100000042000000', 'hex'), 'imports.unsupportedEncoding', ''],
    // IBM 1047: customer numbers, names in capitals, balances, in records of one length without line ends
    [
      'EBCDIC',
      Buffer.from('f0f0f0f0f1f2f3f440e6c1d5c740d3c9404040f0f0f0f1f2f3f4f5f6f0f0'.repeat(5), 'hex'),
      'imports.unsupportedEncoding',
      'EBCDIC',
    ],
    // the same delimited, with NEL behind each line, and a packed number that has the byte of a carriage return in it
    [
      'delimited EBCDIC',
      Buffer.from(`${'f0f1f2f36be6c1d5c76bf1f24bf5f015'.repeat(9)}0d`, 'hex'),
      'imports.unsupportedEncoding',
      'EBCDIC',
    ],
    [
      'a sealed letter',
      'MIME-Version: 1.0\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n',
      'imports.encryptedFile',
      'S/MIME',
    ],
    ['a binary workbook', zipOf([{ name: 'xl/workbook.bin', content: 'x' }]), 'imports.otherForm', '.xlsb'],
    [
      'an OpenDocument table',
      zipOf([
        { name: 'mimetype', content: 'x', stored: true },
        { name: 'content.xml', content: 'x' },
        { name: 'META-INF/manifest.xml', content: 'x' },
      ]),
      'imports.otherForm',
      'OpenDocument (.ods)',
    ],
    [
      'a Numbers table',
      zipOf([{ name: 'Index/Document.iwa', content: 'x' }]),
      'imports.otherForm',
      'Numbers',
    ],
    ['a new letter', zipOf([{ name: 'word/document.xml', content: 'x' }]), 'imports.notTable', 'Word'],
  ])('%s', async (_, content, code, format) => {
    const detail = expect.objectContaining({ file: 'extract.csv', format })
    await expect(openContent(content)).rejects.toMatchObject(format === '' ? { code } : { code, detail })
  })

  it.each([
    'BZh,name\n1,a\n',
    'ORCID,name\n1,a\n',
    'PAR1,x\n1,a\n',
    '[客户号],[姓名]\n1,a\n',
    'ID;P\nC1;2\n',
    '01\t\t5678901234567890123456789012345678901234567890\n02\t\t6\n',
  ])('a table that only begins like one is read: %j', async (text) => {
    expect((await readContent(text)).records).toHaveLength(1)
  })

  it('a form that the profile calls delimited text is read as that', async () => {
    expect(await fieldsOf('<p>,b\n1,2\n', { format: 'csv' })).toEqual([['1', '2']])
  })

  it('the profile’s form and the real one are compared', async () => {
    const detail = expect.objectContaining({ format: 'csv' })
    const opened = openContent(TABLE, { format: 'xlsx' })
    await expect(opened).rejects.toMatchObject({ code: 'imports.formatDiffers', detail })
  })
})

describe('gzip', () => {
  it.each([
    ['one member', gzipSync(TABLE)],
    [
      'many members',
      Buffer.concat([gzipSync('客户号,姓名\nC1,欧阳'), gzipSync('春晓\n'), gzipSync('C2,买买提·吐尔逊\n')]),
    ],
    ['NUL bytes behind it', Buffer.concat([gzipSync(TABLE), Buffer.alloc(300)])],
    [
      'NUL bytes between members',
      Buffer.concat([gzipSync('客户号,姓名\n'), Buffer.alloc(512), gzipSync(TABLE.slice(7))]),
    ],
    ['an empty member', Buffer.concat([gzipSync(''), gzipSync(TABLE)])],
    ['GB18030 in it', gzipSync(iconv.encode(TABLE, 'gb18030'))],
    ['UTF-16 in it', gzipSync(Buffer.from(`\ufeff${TABLE}`, 'utf16le'))],
  ])('%s is read', async (_, bytes) => {
    const extract = await openContent(bytes)
    expect(extract).toMatchObject({ container: 'gzip', bytesTotal: bytes.length })
    const { records, rejects } = await readAll(extract)
    expect(rejects).toEqual([])
    expect(records.map(({ fields }) => fields)).toEqual(ROWS)
  })

  it('reads a header with a name, a comment and further fields', async () => {
    const plain = gzipSync(TABLE)
    const flags = 0x04 | 0x08 | 0x10 | 0x02
    const header = Buffer.concat([
      plain.subarray(0, 3),
      Buffer.from([flags]),
      plain.subarray(4, 10),
      Buffer.from([3, 0, 1, 2, 3]),
      Buffer.from('cust.csv\0a comment\0'),
      Buffer.from([0, 0]),
    ])
    expect(await fieldsOf(Buffer.concat([header, plain.subarray(10)]))).toEqual(ROWS)
  })

  const flipped = (bytes: Buffer, at: number): Buffer => {
    const copy = Buffer.from(bytes)
    copy[at] = (copy[at] ?? 0) ^ 1
    return copy
  }
  const whole = gzipSync(TABLE)
  it.each([
    ['cut off in its content', whole.subarray(0, -12)],
    ['cut off in its sum', whole.subarray(0, -3)],
    ['whose sum differs', flipped(whole, whole.length - 6)],
    ['whose length differs', flipped(whole, whole.length - 2)],
    ['with a flipped bit', flipped(whole, 30)],
    ['with something else behind it', Buffer.concat([whole, Buffer.from('more')])],
    ['whose second member is cut off', Buffer.concat([whole, whole.subarray(0, -9)])],
    ['of nothing but a mark', whole.subarray(0, 2)],
  ])('one %s is refused before a row is read', async (_, bytes) => {
    await expect(openContent(bytes)).rejects.toMatchObject({ code: 'imports.damagedFile' })
  })

  it('a sum that differs at the end of much content is known before the first row', async () => {
    const large = gzipSync(
      `id,name\n${Array.from({ length: 200_000 }, (_, at) => `${at},n${at}\n`).join('')}`,
    )
    await expect(openContent(flipped(large, large.length - 6))).rejects.toMatchObject({
      code: 'imports.damagedFile',
    })
  })

  it('progress counts the bytes of the file, up to all of them', async () => {
    const lines = Array.from({ length: 200_000 }, (_, at) => `${at},${(at * 7_919) % 104_729}\n`)
    const extract = await openContent(gzipSync(`id,name\n${lines.join('')}`))
    const progress: number[] = []
    for await (const { bytesRead } of extract.records()) progress.push(bytesRead)
    expect(progress.length).toBeGreaterThan(2)
    expect([...progress].sort((one, other) => one - other)).toEqual(progress)
    expect(progress.at(-1)).toBe(extract.bytesTotal)
  })

  it('finds GB18030 although the first names come behind a megabyte of ASCII', async () => {
    const ascii = '12345678,abcdefgh\n'.repeat(100_000)
    const bytes = Buffer.concat([Buffer.from(`key,name\n${ascii}`), iconv.encode('9,王建国\n', 'gb18030')])
    const { records, rejects } = await readContent(gzipSync(bytes))
    expect(rejects).toEqual([])
    expect(records.at(-1)?.fields).toEqual(['9', '王建国'])
  })

  it('content that does not end is given up', async () => {
    const zeros = Buffer.alloc(320 * 1_048_576, '1')
    zeros.write('id,name\n')
    await expect(openContent(gzipSync(zeros))).rejects.toMatchObject({ code: 'imports.inflatesTooFar' })
  })
})

describe('an archive', () => {
  const gbkName = iconv.encode('客户.csv', 'gb18030')
  it.each([
    ['deflated', zipOf([{ name: 'a.csv', content: TABLE }])],
    ['stored', zipOf([{ name: 'a.csv', content: TABLE, stored: true }])],
    ['with sizes of 64 bits', zipOf([{ name: 'a.csv', content: TABLE, zip64: true }])],
    ['whose member has a name in GBK', zipOf([{ name: gbkName, content: TABLE }])],
    [
      'with what systems put beside it',
      zipOf([
        { name: 'out/', content: '', stored: true },
        { name: '__MACOSX\\._b', content: 'x' },
        { name: 'out/客户.csv', content: TABLE },
        { name: '__MACOSX/._客户.csv', content: 'x' },
        { name: 'out/客户.csv.ok', content: '' },
      ]),
    ],
    ['with a 64-bit end that nobody needs', zipOf([{ name: 'a.csv', content: TABLE, end64: true }])],
  ])('%s is read', async (_, bytes) => {
    const extract = await openContent(bytes)
    expect(extract.container).toBe('zip')
    expect((await readAll(extract)).records.map(({ fields }) => fields)).toEqual(ROWS)
  })

  const two = zipOf([
    { name: 'customers.csv', content: TABLE },
    { name: 'accounts.csv', content: 'id\n1\n' },
  ])

  it('with two tables is refused with their names, unless the profile says which', async () => {
    await expect(openContent(two)).rejects.toMatchObject({
      code: 'imports.severalTables',
      detail: { count: 2, names: 'customers.csv · accounts.csv' },
    })
    expect(await fieldsOf(two, { member: 'cust*.csv' })).toEqual(ROWS)
  })

  it('tells the names that GBK wrote', async () => {
    const archive = zipOf([
      { name: gbkName, content: TABLE },
      { name: 'b.csv', content: TABLE },
    ])
    await expect(openContent(archive)).rejects.toMatchObject({ detail: { names: '客户.csv · b.csv' } })
  })

  it.each([
    ['with a password', zipOf([{ name: 'a.csv', content: TABLE, encrypted: true }]), 'imports.filePassword'],
    ['under another method', zipOf([{ name: 'a.csv', content: TABLE, method: 93 }]), 'imports.packedFile'],
    ['without a file', zipOf([]), 'imports.emptyFile'],
    ['with a wrong sum', zipOf([{ name: 'a.csv', content: TABLE, crc: 7 }]), 'imports.damagedFile'],
    ['that is cut off', zipOf([{ name: 'a.csv', content: TABLE }]).subarray(0, -30), 'imports.damagedFile'],
    [
      'with a workbook in it',
      zipOf([{ name: 'a.xlsx', content: zipOf([{ name: 'xl/workbook.xml', content: 'x' }]) }]),
      'imports.packedFile',
    ],
  ])('%s is named', async (_, bytes, code) => {
    await expect(openContent(bytes)).rejects.toMatchObject({ code })
  })
})

describe('encodings', () => {
  const utf16 = Buffer.from(TABLE, 'utf16le')
  const big = Buffer.from(utf16).swap16()
  const traditional = `編號,姓名\n${'A1,陳美麗\nA2,黃國強\nA3,張惠儀\n'.repeat(4)}`
  it.each<[string, Buffer, string]>([
    ['UTF-16 with a mark', Buffer.from(`\ufeff${TABLE}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 of the other order', Buffer.concat([Buffer.from('feff', 'hex'), big]), 'utf-16be'],
    ['UTF-16 without a mark', utf16, 'utf-16le'],
    ['UTF-16 of the other order without a mark', big, 'utf-16be'],
    ['two marks', Buffer.from(`\ufeff\ufeff${TABLE}`), 'utf-8'],
    ['three marks', Buffer.from(`\ufeff\ufeff\ufeff${TABLE}`), 'utf-8'],
    [
      'a mark of UTF-8 before GBK',
      Buffer.concat([Buffer.from('efbbbf', 'hex'), iconv.encode(TABLE, 'gb18030')]),
      'gb18030',
    ],
    ['the mark of GB18030', iconv.encode(`\ufeff${TABLE}`, 'gb18030', { addBOM: false }), 'gb18030'],
  ])('%s', async (_, bytes, encoding) => {
    const extract = await openContent(bytes)
    expect(extract).toMatchObject({ encoding, header: ['客户号', '姓名'] })
    expect((await readAll(extract)).records.map(({ fields }) => fields)).toEqual(ROWS)
  })

  it('a mark in the middle, where files were joined, is part of no field', async () => {
    const utf8 = Buffer.from('\ufeff客户号,姓名\nC1,欧阳春晓\n\ufeffC2,买买提·吐尔逊\n')
    expect(await fieldsOf(utf8)).toEqual(ROWS)
    const mark = Buffer.from('efbbbf', 'hex')
    const gbk = [
      iconv.encode('客户号,姓名\nC1,欧阳春晓\n', 'gb18030'),
      mark,
      iconv.encode('C2,买买提·吐尔逊\n', 'gb18030'),
    ]
    expect(await fieldsOf(Buffer.concat(gbk))).toEqual(ROWS)
  })

  it('the end-of-text mark of DOS is no record', async () => {
    const text = `${TABLE}\u001a`
    for (const bytes of [Buffer.from(text), gzipSync(text), Buffer.from(`${text}\u001a`, 'utf16le')]) {
      const whole = await readContent(bytes)
      expect(faults(whole)).toEqual([])
      expect(whole.records.map(({ fields }) => fields)).toEqual(ROWS)
    }
    expect(faults(await readContent('a,b\n1\u001a,2\n'))).toEqual([])
  })

  it('Big5 is found, and read where the profile names it', async () => {
    const bytes = iconv.encode(traditional, 'big5')
    const extract = await openContent(bytes)
    expect(extract).toMatchObject({ encoding: 'big5', header: ['編號', '姓名'] })
    expect((await fieldsOf(bytes, { encoding: 'big5' }))[1]).toEqual(['A2', '黃國強'])
  })

  it.each(['gb18030', 'utf-8'])('traditional names in %s are not taken for Big5', async (encoding) => {
    const extract = await openContent(iconv.encode(traditional, encoding))
    expect(extract).toMatchObject({ encoding, header: ['編號', '姓名'] })
  })

  it('files of two encodings in one are refused: half the names would come out as others', async () => {
    const gbk = iconv.encode(`键,名\n${'1,张建国\n'.repeat(20)}`, 'gb18030')
    const joined = Buffer.concat([gbk, Buffer.from('2,欧阳春晓\n'.repeat(5))])
    await expect(openContent(joined)).rejects.toMatchObject({ code: 'imports.mixedEncodings' })
  })

  it('half a pair of surrogates and half a unit at the end cost their own field', async () => {
    const lines = Array.from({ length: 20 }, (_, at) => `C${at},王建国\n`).join('')
    const broken = Buffer.concat([
      Buffer.from(`\ufeffkey,name\n${lines}`, 'utf16le'),
      Buffer.from([0x43, 0, 0x2c, 0, 0x00, 0xd8, 0x0a, 0]),
      Buffer.from('C98,李四\nC99,', 'utf16le'),
      Buffer.from([0x4e]),
    ])
    const whole = await readContent(broken)
    expect(faults(whole)).toEqual([])
    expect(whole.records.filter(({ damaged }) => damaged).map(({ line }) => line)).toEqual([22, 24])
    expect(whole.records.find(({ line }) => line === 23)?.fields).toEqual(['C98', '李四'])
  })

  it('characters beyond the first plane are kept where a piece of the file cuts them in two', async () => {
    const row = '1,𠮷田\n'
    for (const encoding of ['utf-16le', 'utf-16be'] as const) {
      const bytes = iconv.encode(`a,b\n${row.repeat(60_000)}`, encoding, { addBOM: true })
      const { records, rejects } = await readContent(bytes)
      expect(rejects).toEqual([])
      expect(new Set(records.map(({ fields }) => fields.join()))).toEqual(new Set(['1,𠮷田']))
      expect(records).toHaveLength(60_000)
    }
  })

  it('an encoding of the profile that is not the file’s is refused', async () => {
    const differs = { code: 'imports.wrongEncoding' }
    await expect(openContent(utf16, { encoding: 'gb18030' })).rejects.toMatchObject(differs)
    await expect(openContent(TABLE, { encoding: 'utf-16le' })).rejects.toMatchObject(differs)
  })
})
