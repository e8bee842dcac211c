import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { Refusal } from '../../../../shared/domain/refusal.ts'
import { openDelimited } from './delimited-file.ts'
import type { Extract, ExtractOptions } from './extract.ts'
import { openSpreadsheet } from './spreadsheet-file.ts'

const ZIP_MARK = Buffer.from('PK\u0003\u0004', 'latin1')
/** The container of .xls workbooks before 2007. */
const OLE_MARK = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

async function firstBytes(path: string): Promise<Buffer> {
  const file = basename(path)
  const handle = await open(path).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal(error.code === 'ENOENT' ? 'imports.fileMissing' : 'imports.fileUnreadable', { file })
  })
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(ZIP_MARK.length), 0, ZIP_MARK.length, 0)
    return buffer.subarray(0, bytesRead)
  } catch {
    throw new Refusal('imports.fileUnreadable', { file })
  } finally {
    await handle.close()
  }
}

/**
 * Opens a bank's extract, whatever its form (D1): a workbook is known by its first bytes, not by its name.
 * @throws Refusal imports.fileMissing, imports.fileUnreadable, imports.emptyFile, imports.notText (a .xls workbook or
 * other binary content) and those of the two readers
 */
export async function openExtract(path: string, options: ExtractOptions): Promise<Extract> {
  const start = await firstBytes(path)
  if (start.length === 0) throw new Refusal('imports.emptyFile', { file: basename(path) })
  if (start.equals(OLE_MARK)) throw new Refusal('imports.notText', { file: basename(path), format: 'xls' })
  const zipped = start.equals(ZIP_MARK)
  if (options.format === 'xlsx' && !zipped)
    throw new Refusal('imports.fileUnreadable', { file: basename(path) })
  const asSheet = options.format === 'xlsx' || (options.format === 'auto' && zipped)
  return asSheet ? openSpreadsheet(path, options) : openDelimited(path, options)
}
