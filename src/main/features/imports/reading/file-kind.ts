import type { ErrorCode } from '../../../../shared/domain/branch/app-error.ts'
import { isEbcdic, plainStart } from './byte-marks.ts'

/** As much of a file's beginning as is looked at to know what it is. */
export const START_BYTES = 4_096

/** A form that is not read: the code says what to do, `format` is its name. */
export interface RefusedKind {
  readonly is: 'refused'
  readonly code: ErrorCode
  readonly format: string
  /** What the same program is asked for instead, where it has a form that is read. */
  readonly instead?: string
}

/** What a file is by its first bytes. `zip` and `ole` are containers: their directory says what is in them. */
export type FileKind = { readonly is: 'empty' | 'text' | 'gzip' | 'zip' | 'ole' } | RefusedKind

function refused(code: ErrorCode, format: string): RefusedKind {
  return { is: 'refused', code, format }
}

function displayForm(format: string, instead: string): RefusedKind {
  return { is: 'refused', code: 'imports.displayForm', format, instead }
}

interface Signature {
  readonly at: number
  readonly hex: string
  readonly kind: FileKind
  /** A mark of plain letters may begin a header too: it counts only with a NUL behind it. */
  readonly letters: boolean
}

function signature(hex: string, kind: FileKind): Signature {
  return { at: 0, hex: hex.replaceAll(' ', ''), kind, letters: false }
}

function letters(mark: string, kind: FileKind, at = 0): Signature {
  return { at, hex: Buffer.from(mark, 'latin1').toString('hex'), kind, letters: true }
}

const packed = (format: string) => refused('imports.packedFile', format)
const notTable = (format: string) => refused('imports.notTable', format)
const oldWorkbook = (format: string) => refused('imports.oldWorkbook', format)
const encrypted = (format: string) => refused('imports.encryptedFile', format)

/** Marks of the formats' own specifications. */
const SIGNATURES: readonly Signature[] = [
  signature('1f8b', { is: 'gzip' }),
  signature('504b0304', { is: 'zip' }),
  // an archive without members, and one that was cut into volumes
  signature('504b0506', { is: 'zip' }),
  signature('504b0708', packed('ZIP')),
  signature('d0cf11e0a1b11ae1', { is: 'ole' }),
  // workbooks of Excel 2 to 5, which had no container
  signature('0908 0800', oldWorkbook('Excel 5')),
  signature('0908 1000', oldWorkbook('Excel 97')),
  signature('0904 0600', oldWorkbook('Excel 4')),
  signature('0902 0600', oldWorkbook('Excel 3')),
  signature('0900 0400', oldWorkbook('Excel 2')),
  signature('1f9d', packed('compress (.Z)')),
  signature('1fa0', packed('LZH (.Z)')),
  signature('1f1e', packed('pack (.z)')),
  signature('52617221 1a07', packed('RAR')),
  signature('377abcaf271c', packed('7z')),
  signature('fd377a585a00', packed('xz')),
  signature('28b52ffd', packed('Zstandard')),
  letters('BZh', packed('bzip2')),
  signature('04224d18', packed('LZ4')),
  letters('LZIP', packed('lzip')),
  signature('894c5a4f', packed('lzop')),
  signature('5d000080 00', packed('LZMA')),
  signature('ff060000 734e61507059', packed('Snappy')),
  letters('MSCF', packed('CAB')),
  letters('-lh', packed('LHA'), 2),
  letters('070701', packed('cpio')),
  letters('ustar', packed('tar'), 257),
  signature('25504446 2d', notTable('PDF')),
  signature('25215053', notTable('PostScript')),
  signature('7b5c727466', notTable('RTF')),
  signature('89504e470d0a1a0a', notTable('PNG')),
  signature('ffd8ff', notTable('JPEG')),
  letters('GIF8', notTable('GIF')),
  signature('49492a00', notTable('TIFF')),
  signature('4d4d002a', notTable('TIFF')),
  signature('4d5a9000', notTable('EXE')),
  signature('7f454c46', notTable('ELF')),
  signature('53514c69746520666f726d61742033 00', notTable('SQLite')),
  signature('000100005374616e64617264204a6574204442', notTable('Access')),
  signature('000100005374616e6461726420414345204442', notTable('Access')),
  letters('PAR1', notTable('Parquet')),
  letters('ORC', notTable('ORC')),
  signature('4f626a01', notTable('Avro')),
  letters('ARROW1', notTable('Arrow')),
  signature('53616c7465645f5f', encrypted('OpenSSL')),
  // packets of OpenPGP: a session key for RSA of 1024 to 4096 bits, for a curve, for a passphrase
  signature('84 8c03', encrypted('PGP')),
  signature('85010c03', encrypted('PGP')),
  signature('85018c03', encrypted('PGP')),
  signature('85020c03', encrypted('PGP')),
  signature('845e03', encrypted('PGP')),
  signature('8c0d04', encrypted('PGP')),
  signature('c1c04c03', encrypted('PGP')),
  signature('c1c14c03', encrypted('PGP')),
  signature('c32e04', encrypted('PGP')),
]

/** The object identifiers of CMS messages that have to be opened first: signed, enveloped, and their Chinese twins. */
const CMS = [
  '2a864886f70d010702',
  '2a864886f70d010703',
  '2a811ccf550601040202',
  '2a811ccf550601040203',
] as const
const DER_SEQUENCE = 0x30
const DER_START = 32

/** The text forms that are no delimited text, by how they begin. */
const TEXT_FORMS: readonly { readonly begins: RegExp; readonly kind: RefusedKind }[] = [
  { begins: /^-----BEGIN PGP/, kind: encrypted('PGP') },
  { begins: /^-----BEGIN (?:PKCS7|CMS)-----/, kind: encrypted('S/MIME') },
  {
    begins:
      /^<\?xml[\s\S]*?(?:urn:schemas-microsoft-com:office:spreadsheet|<\?mso-application\s+progid="Excel)/i,
    kind: refused('imports.otherForm', 'XML Spreadsheet 2003'),
  },
  { begins: /^<\?xml[\s\S]*?<(?:gnm|gmr):Workbook\b/i, kind: refused('imports.otherForm', 'Gnumeric') },
  {
    begins: /^<\?xml[\s\S]*?<office:document[\s>]/i,
    kind: refused('imports.otherForm', 'OpenDocument (.fods)'),
  },
  {
    begins:
      /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|meta|style|script|body|div|table|thead|tbody|tr|center|font|p|title|link)\b/i,
    kind: refused('imports.otherForm', 'HTML'),
  },
  { begins: /^MIME-Version:[\s\S]*?application\/(?:x-)?pkcs7-mime/i, kind: encrypted('S/MIME') },
  { begins: /^MIME-Version:/i, kind: refused('imports.otherForm', 'MHTML') },
  { begins: /^(?:<\?xml\b|<!DOCTYPE\b)/i, kind: notTable('XML') },
  { begins: /^ID;P[^;\r\n]*(?:;[NE])*\r?\n(?:P;P|[BCFO];[A-Z])/, kind: refused('imports.otherForm', 'SYLK') },
  { begins: /^TABLE\r?\n0,1\r?\n/, kind: refused('imports.otherForm', 'DIF') },
  {
    // a dump of mysqldump, pg_dump, Navicat, or a shell's INSERT mode
    begins:
      /^(?:(?:--[^\n]*\n|\/\*[\s\S]*?\*\/;?|(?:SET|PRAGMA|USE|SELECT pg_catalog\.|ALTER TABLE)\b[^;]*;|(?:BEGIN|START) TRANSACTION;|\\(?:restrict|connect)[^\n]*\n)\s*)*(?:INSERT INTO|REPLACE INTO|CREATE TABLE|DROP TABLE|COPY \S+ \()\s*\S/i,
    kind: notTable('SQL'),
  },
  { begins: /^(?:\{\s*["}]|\[\s*(?:\{\s*"|\[\s*["\d-]|\]))/, kind: notTable('JSON') },
]

const PSQL = 'psql --csv'
const SQLITE = '.mode csv'

/** What shells of databases lay out for the eye; tables between bars are read as far as nothing is lost in them. */
const DISPLAY_FORMS: readonly { readonly begins: RegExp; readonly kind: RefusedKind }[] = [
  {
    begins: /^(?:[^\n]{0,80}\n)?(?:[+┌╔\x80-\xff]{0,3}[-=\x80-\xff]+\[ [^\]\n]+ \]|\* Record 1\s)/,
    kind: displayForm('psql \\x', PSQL),
  },
  { begins: /^\*{10,} 1\. \S+ \*{10,}/, kind: displayForm('mysql -E', 'mysql -B') },
  {
    begins:
      /^(?:%[^\n]*\n\s*){0,40}(?:\\begin\{(?:center|tabular|longtable)\}|\\documentclass\b|%[^\n]*LaTeX)/,
    kind: displayForm('LaTeX', PSQL),
  },
  {
    begins: /^(?:\.[^\n]*\n)?\[(?:options|cols)=[^\]\n]*\]\r?\n\|={3,}/,
    kind: displayForm('AsciiDoc', PSQL),
  },
  { begins: /^\.(?:LP|TS)\r?\n/, kind: displayForm('troff', PSQL) },
  {
    // `name = value` lines, an empty one, and the first name again
    begins: /^([^\n=|,;\t]*[^\n=|,;\t ]) = [^\n]*\n(?:[^\n=|,;\t]+ = [^\n]*\n)+\r?\n *\1 = /,
    kind: displayForm('sqlite3 .mode line', SQLITE),
  },
  {
    begins: /^"(?:[^"\\\n]|\\.)*\\[0-3][0-7]{2}(?:[^"\\\n]|\\.)*" "/,
    kind: displayForm('sqlite3 .mode tcl', SQLITE),
  },
  // ┌─, ╭─, ╔═ in UTF-8
  {
    begins: /^\xe2(?:\x94\x8c|\x95\xad|\x95\x94)\xe2(?:\x94\x80|\x95\x90)/,
    kind: displayForm('sqlite3 / DuckDB / psql box', 'CSV'),
  },
]

function matches(start: Buffer, { at, hex, letters }: Signature): boolean {
  if (letters && !start.includes(0)) return false
  return start.subarray(at, at + hex.length / 2).toString('hex') === hex
}

function isCms(start: Buffer): boolean {
  const begins = start.subarray(0, DER_START).toString('hex')
  return start[0] === DER_SEQUENCE && CMS.some((id) => begins.includes(`06${byteHex(id.length / 2)}${id}`))
}

function byteHex(value: number): string {
  return value.toString(16).padStart(2, '0')
}

const DBF_VERSIONS: readonly number[] = [
  0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8b, 0x8e, 0xcb, 0xf5, 0xfb,
]
const DBF_HEADER_BYTES = 32

/** A table of dBASE or FoxPro: a version, a day, and a header that says how long it and a record are. */
function isDbf(start: Buffer): boolean {
  if (start.length < DBF_HEADER_BYTES || !DBF_VERSIONS.includes(start[0] ?? 0)) return false
  const [month, day] = [start[2] ?? 0, start[3] ?? 0]
  const headerBytes = start.readUInt16LE(8)
  const dated = month >= 1 && month <= 12 && day >= 1 && day <= 31
  // text may begin like this: its lines have no NUL where the header is reserved
  const reserved = start.subarray(12, DBF_HEADER_BYTES).includes(0)
  return dated && reserved && headerBytes > DBF_HEADER_BYTES && start.readUInt16LE(10) > 1
}

/**
 * Knows a file by its first bytes (D1); its name says nothing.
 * @param start the first `START_BYTES`, or the whole of a shorter file
 * @param isTable true where a person has said that it is delimited text: then only what is no text at all is another form
 */
export function kindOfStart(start: Buffer, isTable = false): FileKind {
  if (start.length === 0) return { is: 'empty' }
  const known = SIGNATURES.find((each) => matches(start, each))
  if (known !== undefined) return known.kind
  if (isCms(start)) return encrypted('S/MIME')
  if (isDbf(start)) return notTable('DBF')
  const text = plainStart(start)
  const form = [...TEXT_FORMS, ...DISPLAY_FORMS].find(({ begins }) => begins.test(text))
  if (form !== undefined && !isTable) return form.kind
  return isEbcdic(start) ? refused('imports.unsupportedEncoding', 'EBCDIC') : { is: 'text' }
}

/** What the streams of an OLE container say: it holds old workbooks and, under a password, new ones. */
export function kindOfOle(streams: readonly string[]): RefusedKind {
  const has = (name: string) => streams.includes(name)
  if (streams.length === 0) return refused('imports.damagedFile', 'OLE')
  if (has('EncryptedPackage') || has('EncryptionInfo')) return refused('imports.filePassword', 'Excel')
  if (has('Workbook') || has('Book')) return oldWorkbook('.xls')
  if (has('WordDocument')) return notTable('Word')
  return notTable(has('PowerPoint Document') ? 'PowerPoint' : 'OLE')
}

/** An archive is a workbook, a document of another program, or really an archive. */
export type ZipKind = { readonly is: 'workbook' | 'archive' } | RefusedKind

/** @param names the names of an archive's members, as its directory has them */
export function kindOfZip(names: readonly string[]): ZipKind {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  const otherForm = (format: string) => refused('imports.otherForm', format)
  if (has(/^\/?xl[/\\]workbook\.bin$/i)) return otherForm('.xlsb')
  if (has(/^\/?xl[/\\]/i)) return { is: 'workbook' }
  if (has(/^\/?word[/\\]/i)) return notTable('Word')
  if (has(/^\/?ppt[/\\]/i)) return notTable('PowerPoint')
  if (has(/^Index(?:\.zip$|\/.*\.iwa$)/)) return otherForm('Numbers')
  if (has(/^OFD\.xml$/i)) return notTable('OFD')
  if (has(/^META-INF\/manifest\.xml$/) && has(/^content\.xml$/)) return otherForm('OpenDocument (.ods)')
  // a workbook may keep its parts under other names: the list of their types is what makes it one
  return has(/^\[Content_Types\]\.xml$/i) ? { is: 'workbook' } : { is: 'archive' }
}
