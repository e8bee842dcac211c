import { builtInFormat } from '../../../../../shared/domain/imports/built-in-formats.ts'
import {
  GENERAL_FORMAT,
  type NumberFormat,
  readNumberFormat,
} from '../../../../../shared/domain/imports/number-format.ts'
import { RichText } from './cell-texts.ts'
import { MAX_TEXTS_BYTES, type PackageParts } from './package-parts.ts'

/**
 * The texts that cells refer to by number.
 * @param part null where the workbook has none
 */
export async function readSharedTexts(parts: PackageParts, part: string | null): Promise<readonly string[]> {
  const texts: string[] = []
  if (part === null) return texts
  const rich = new RichText()
  await parts.readXml(
    part,
    {
      open: (tag) => rich.open(tag),
      close: (tag) => {
        rich.close(tag)
        if (tag === 'si') texts.push(rich.take())
      },
      text: (text) => rich.add(text),
    },
    MAX_TEXTS_BYTES,
  )
  return texts
}

/**
 * The number format of each cell style, by the number that cells give.
 * @param part null where the workbook has none
 */
export async function readCellFormats(
  parts: PackageParts,
  part: string | null,
): Promise<readonly NumberFormat[]> {
  if (part === null) return []
  const codes = new Map<string, string>()
  const ids: string[] = []
  let inCells = false
  await parts.readXml(part, {
    open: (tag, attributes, decode) => {
      if (tag === 'cellXfs') inCells = true
      else if (tag === 'xf' && inCells) ids.push(attributes().numFmtId ?? '0')
      else if (tag === 'numFmt') {
        const { numFmtId = '', formatCode = '' } = attributes()
        // the first stands: others are of styles that no cell has
        if (!codes.has(numFmtId)) codes.set(numFmtId, decode(formatCode))
      }
    },
    close: (tag) => {
      if (tag === 'cellXfs') inCells = false
    },
    text: () => undefined,
  })
  const formats = new Map<string, NumberFormat>()
  return ids.map((id) => {
    const known = formats.get(id)
    if (known !== undefined) return known
    const read = readNumberFormat(codes.get(id) ?? builtInFormat(Number(id)))
    const format = read.speaks || read.around !== null ? read : GENERAL_FORMAT
    formats.set(id, format)
    return format
  })
}
