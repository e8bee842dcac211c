import { type PackedMember, zipOf } from './packed-files.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const STRICT_MAIN = 'http://purl.oclc.org/ooxml/spreadsheetml/main'
const STRICT_RELATIONS = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

export interface WrittenSheet {
  readonly name?: string
  /** What stands inside `sheetData`. */
  readonly rows?: string
  /** What stands behind it. */
  readonly behind?: string
  readonly kind?: 'worksheet' | 'chartsheet' | 'dialogsheet'
  readonly state?: 'hidden' | 'veryHidden'
}

export interface WrittenWorkbook {
  readonly sheets: readonly WrittenSheet[]
  /** Format codes; a cell's `s` is its place here plus one, 0 is General. */
  readonly formats?: readonly string[]
  /** Built-in format numbers, behind the codes. */
  readonly builtIn?: readonly number[]
  /** What stands inside each `si`. */
  readonly texts?: readonly string[]
  readonly date1904?: boolean
  readonly fullCalcOnLoad?: boolean
  readonly strict?: boolean
  /** The target of sheet relations, from their number. */
  readonly target?: (number: number) => string
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
}

function relation(id: string, kind: string, target: string, base: string): string {
  return `<Relationship Id="${id}" Type="${base}/${kind}" Target="${target}"/>`
}

/** The parts of a workbook as their XML, to be changed before they are packed. */
export function workbookParts(book: WrittenWorkbook): Record<string, string> {
  const base = book.strict ? STRICT_RELATIONS : RELATIONS
  const ns = `xmlns="${book.strict ? STRICT_MAIN : MAIN}" xmlns:r="${base}"`
  const target = book.target ?? ((number: number) => `worksheets/sheet${number}.xml`)
  const codes = book.formats ?? []
  const xfs = [
    '<xf numFmtId="0"/>',
    ...codes.map((_, at) => `<xf numFmtId="${164 + at}"/>`),
    ...(book.builtIn ?? []).map((id) => `<xf numFmtId="${id}"/>`),
  ]
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}">${relation('rId1', 'officeDocument', 'xl/workbook.xml', base)}</Relationships>`,
    'xl/workbook.xml': `<?xml version="1.0" encoding="UTF-8"?><workbook ${ns}><workbookPr${book.date1904 ? ' date1904="1"' : ''}/><sheets>${book.sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${escaped(name ?? `Sheet${at + 1}`)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
      )
      .join('')}</sheets>${book.fullCalcOnLoad ? '<calcPr fullCalcOnLoad="1"/>' : ''}</workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${book.sheets
      .map(({ kind }, at) => relation(`rId${at + 1}`, kind ?? 'worksheet', target(at + 1), base))
      .join('')}${relation('rId98', 'styles', 'styles.xml', base)}${
      book.texts ? relation('rId99', 'sharedStrings', 'sharedStrings.xml', base) : ''
    }</Relationships>`,
    'xl/styles.xml': `<styleSheet ${ns}><numFmts>${codes
      .map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escaped(code)}"/>`)
      .join(
        '',
      )}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs.join('')}</cellXfs></styleSheet>`,
  }
  if (book.texts) {
    parts['xl/sharedStrings.xml'] =
      `<sst ${ns}>${book.texts.map((text) => `<si>${text}</si>`).join('')}</sst>`
  }
  book.sheets.forEach(({ rows = '', behind = '', kind = 'worksheet' }, at) => {
    const cells = kind === 'worksheet' ? `<sheetData>${rows}</sheetData>` : ''
    parts[`xl/worksheets/sheet${at + 1}.xml`] = `<${kind} ${ns}>${cells}${behind}</${kind}>`
  })
  return parts
}

/** @param packing how each member is packed */
export function packedWorkbook(
  parts: Readonly<Record<string, string | Buffer>>,
  packing: Omit<PackedMember, 'name' | 'content'> = {},
): Buffer {
  return zipOf(Object.entries(parts).map(([name, content]) => ({ name, content, ...packing })))
}

export function workbook(book: WrittenWorkbook): Buffer {
  return packedWorkbook(workbookParts(book))
}

/** A row of inline texts, as writers without shared texts leave it. */
export function textRow(line: number, ...texts: readonly string[]): string {
  const cells = texts.map(
    (text, at) =>
      `<c r="${String.fromCharCode(65 + at)}${line}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
  )
  return `<row r="${line}">${cells.join('')}</row>`
}
