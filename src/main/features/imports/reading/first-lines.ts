import { DETECT_ALL, type Extract, openExtract } from './extract.ts'

/** Lines from a file's beginning, as many as the wizard lets choose from (D1). */
const TOP_LINES = 12

/** A line at the beginning of a file, titles and header included. */
export interface TopLine {
  /** Its number in the file, from 1. */
  readonly line: number
  readonly cells: readonly string[]
}

/**
 * The first lines of a file with nothing taken for a title or a header.
 * @param sheet of a workbook; the first with cells when absent
 * @throws AppError as `openExtract`
 */
export async function topLines(path: string, sheet?: string): Promise<readonly TopLine[]> {
  const extract: Extract = await openExtract(path, {
    ...DETECT_ALL,
    ...(sheet === undefined ? {} : { sheet }),
    header: false,
  })
  const lines: TopLine[] = []
  for await (const { records } of extract.anyWidth()) {
    for (const { line, fields } of records) lines.push({ line, cells: [...fields] })
    if (lines.length >= TOP_LINES) break
  }
  return lines.slice(0, TOP_LINES)
}

/**
 * How many lines stand above the header: a report's title fills fewer cells than the lines of its table do. Our own
 * default; whoever imports can choose another line.
 */
export function titleLinesOf(lines: readonly TopLine[]): number {
  const filled = lines.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length)
  const widest = Math.max(0, ...filled)
  const header = filled.findIndex((cells) => cells >= Math.max(2, widest / 2))
  return header <= 0 ? 0 : (lines[header]?.line ?? 1) - 1
}
