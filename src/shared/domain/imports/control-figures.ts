/** Where a figure stands: behind a key, in a column, or at characters; both count from 1. */
export type FigurePlace =
  | { readonly key: string }
  | { readonly column: number }
  | { readonly from: number; readonly length: number }

export interface ControlForm {
  /** Found on each line where it is left out. */
  readonly delimiter?: string
  readonly nameColumn?: number
}

const DELIMITERS = ['|', '\t', ',', ';', '~', '^'] as const
/** A count: leading zeros, thousands, and the word for rows behind it. */
const COUNT = /^\+?(\d{1,3}(?:,\d{3})+|\d+)(?:\.0*)?\s*(?:行|条|笔|rows?|records?)?$/i
const QUOTES = /^(["'])(.*)\1$/

/**
 * The fields of a control file's line; lines without any delimiter are cut at blanks.
 * @param delimiter null finds it
 */
function controlFields(line: string, delimiter: string | undefined): string[] {
  const found = delimiter ?? DELIMITERS.find((mark) => line.includes(mark))
  const fields = found === undefined ? line.trim().split(/\s+/) : line.split(found)
  return fields.map((field) => field.trim().replace(QUOTES, '$2'))
}

export function controlLines(text: string): string[] {
  return text
    .replaceAll('\ufeff', '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
}

/** What stands at a place of one line; empty where nothing does. */
function figureOfLine(line: string, place: FigurePlace, delimiter: string | undefined): string {
  if ('column' in place) return controlFields(line, delimiter)[place.column - 1] ?? ''
  if ('from' in place) return line.slice(place.from - 1, place.from - 1 + place.length).trim()
  const parts = /^([^=:：]+)[=:：](.*)$/.exec(line)
  const isAsked = parts?.[1]?.trim().replace(QUOTES, '$2').toLowerCase() === place.key.toLowerCase()
  return isAsked ? (parts?.[2] ?? '').trim().replace(/[;,]$/, '').replace(QUOTES, '$2') : ''
}

function isSameFile(cell: string, fileName: string): boolean {
  const leaf = cell.slice(Math.max(cell.lastIndexOf('/'), cell.lastIndexOf('\\')) + 1).toLowerCase()
  const name = fileName.toLowerCase()
  return leaf === name || leaf === stemOf(name)
}

/** A file's name without its extension, also without that of its compression. */
function stemOf(fileName: string): string {
  return fileName.replace(/\.(?:gz|zip)$/i, '').replace(/(?<=.)\.[^.]*$/, '')
}

/** The name of a file's marker; `{name}` stands for the file's name, `{stem}` for the same without its extension. */
export function markerName(pattern: string, fileName: string): string {
  return pattern.replaceAll('{name}', fileName).replaceAll('{stem}', stemOf(fileName))
}

/**
 * The text of a figure in a control file.
 * @param usable tells a figure from a heading above it
 * @returns null where the file does not say it
 */
export function controlFigure(
  lines: readonly string[],
  place: FigurePlace,
  form: ControlForm,
  fileName: string,
  usable: (text: string) => boolean,
): string | null {
  const { nameColumn, delimiter } = form
  const ofFile =
    nameColumn === undefined
      ? lines
      : lines.filter((line) => isSameFile(controlFields(line, delimiter)[nameColumn - 1] ?? '', fileName))
  for (const line of ofFile) {
    const text = figureOfLine(line, place, delimiter)
    if (text !== '' && usable(text)) return text
  }
  return null
}

/** @returns null for text that is no count */
export function readRowCount(text: string): number | null {
  const digits = COUNT.exec(text.trim())?.[1]
  const count = digits === undefined ? Number.NaN : Number(digits.replaceAll(',', ''))
  return Number.isSafeInteger(count) ? count : null
}

const DIGEST_CHARS = { md5: 32, sha1: 40, sha256: 64 } as const
export type DigestKind = keyof typeof DIGEST_CHARS

/**
 * The digest in a file as `md5sum` and its like write it: the digest and the file's name, the digest alone, or
 * `MD5 (name) = digest`.
 * @returns lower-case hexadecimal digits, or null where there is none for this file
 */
export function controlDigest(lines: readonly string[], kind: DigestKind, fileName: string): string | null {
  const digits = new RegExp(`(?<![0-9a-f])[0-9a-f]{${DIGEST_CHARS[kind]}}(?![0-9a-f])`, 'i')
  const found = lines.flatMap((line) => {
    const digest = digits.exec(line)?.[0]
    return digest === undefined ? [] : [{ line: line.toLowerCase(), digest: digest.toLowerCase() }]
  })
  const named = found.find(({ line }) => line.includes(fileName.toLowerCase()))
  const only = found.length === 1 && lines.length === 1 ? found[0] : undefined
  return (named ?? only)?.digest ?? null
}
