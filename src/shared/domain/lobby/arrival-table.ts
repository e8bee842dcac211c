import { documentNumberOf } from './arrival-document.ts'
import type { ArrivalMapping } from './arrival-settings.ts'

/** How the columns of a queue machine's table are told apart, and what they are called. */
export interface TableForm {
  readonly delimiter: string
  readonly names: readonly string[]
  /** Without a header, columns are named by their place from `0` on. */
  readonly header: boolean
}

/** Machines that put a title above their table use a few lines for it. */
const HEADER_WITHIN = 10
/** Where a header fits several, the more usual one. */
const USUAL = ['|', '\t', ',', ';', '，', '｜', '；', '^', '~', '#', '$', '@']
const SIGNS = /[^\p{L}\p{N}_\s"'.()（）]+/gu
const QUOTES = ['"', "'"]
const LONG_NUMBER = /^\d{11,}$/

/**
 * The form of a table, from its first lines: the header is the line with the most of the named columns, and its delimiter
 * the one that gives them, also where it has several characters. Where Settings name columns by their place, there is no
 * header. Null where no line has a named column.
 */
export function formOf(lines: readonly string[], mapping: ArrivalMapping): TableForm | null {
  const wanted = Object.values(mapping.fields)
    .filter((path) => path !== '')
    .map(plainName)
  if (wanted.length > 0 && wanted.every((path) => /^\d+$/.test(path))) return placesOf(lines, wanted)
  let best: { readonly form: TableForm; readonly score: number } | null = null
  const first = lines.slice(0, HEADER_WITHIN)
  for (const [place, line] of first.entries()) {
    for (const delimiter of delimitersIn(line)) {
      const names = cellsOf(line, delimiter) ?? []
      const known = names.filter((name) => wanted.includes(plainName(name))).length
      // Of two that give the same names, the one that the lines below are written with too.
      const below = first.slice(place + 1)
      const fitting = below.filter((row) => cellsOf(row, delimiter)?.length === names.length).length
      const score = known * HEADER_WITHIN + fitting
      if (known > 0 && score > (best?.score ?? 0)) {
        best = { form: { delimiter, names, header: true }, score }
      }
    }
  }
  return best?.form ?? null
}

/** Places are counted with the delimiter that gives every line the same number of cells, the most of them. */
function placesOf(lines: readonly string[], wanted: readonly string[]): TableForm | null {
  const [first = ''] = lines
  const needed = Math.max(...wanted.map(Number)) + 1
  const fitting = delimitersIn(first).filter((delimiter) => {
    const width = cellsOf(first, delimiter)?.length ?? 0
    return width >= needed && lines.every((line) => (cellsOf(line, delimiter)?.length ?? width) === width)
  })
  const [delimiter] = fitting.length > 0 ? fitting : delimitersIn(first)
  if (delimiter === undefined) return null
  const width = cellsOf(first, delimiter)?.length ?? 1
  return { delimiter, names: Array.from({ length: width }, (_, place) => String(place)), header: false }
}

/** Whole runs of signs first: `|@|` is one delimiter. A tab is one even beside blanks. */
function delimitersIn(line: string): readonly string[] {
  const unquoted = line.replace(/["']/g, '')
  const runs = new Set(unquoted.match(SIGNS) ?? [])
  const single = USUAL.filter((sign) => line.includes(sign))
  const rest = [...runs].filter((run) => !single.includes(run))
  const blanks = /\S\s{2,}\S/.test(line) ? ['  '] : []
  return [
    ...rest.filter((run) => run.length > 1),
    ...single,
    ...rest.filter((run) => run.length === 1),
    ...blanks,
    '\0',
  ]
}

/**
 * The cells of a line; null where a quoted cell is not closed. A quote within a cell is a sign like any other.
 * @param delimiter two blanks stand for any number of them, a zero character for none at all
 */
export function cellsOf(line: string, delimiter: string): readonly string[] | null {
  if (delimiter === '  ') return line.trim().split(/\s{2,}|\t/)
  const cells: string[] = []
  let at = 0
  for (;;) {
    const quote = QUOTES.find((sign) => line.startsWith(sign, at) && closes(line, at, sign, delimiter))
    if (quote === undefined && line[at] === '"') return null
    const end = quote === undefined ? line.indexOf(delimiter, at) : endOfQuoted(line, at, quote)
    const cell = line.slice(at, end < 0 ? line.length : end)
    cells.push(
      quote === undefined
        ? cell.trim()
        : cell
            .slice(1, -1)
            .replaceAll(quote + quote, quote)
            .trim(),
    )
    const next = end < 0 ? -1 : line.indexOf(delimiter, end)
    if (next < 0) return cells
    at = next + delimiter.length
    while (line[at] === ' ' && !delimiter.startsWith(' ')) at += 1
  }
}

function closes(line: string, from: number, quote: string, delimiter: string): boolean {
  const end = endOfQuoted(line, from, quote)
  if (end < 0) return false
  const behind = line.slice(end).trimStart()
  return behind === '' || line.slice(end).startsWith(delimiter) || behind.startsWith(delimiter)
}

/** Behind the quote that closes the one at `from`; -1 where it is not closed. Two of them are one inside. */
function endOfQuoted(line: string, from: number, quote: string): number {
  for (let at = from + 1; at < line.length; at++) {
    if (line[at] !== quote) continue
    if (line[at + 1] === quote) at += 1
    else return at + 1
  }
  return -1
}

/**
 * The record of a line; null where its cells are not those of the header: one more with something in it, or fewer where
 * a number stands among what is no number's column. Cells that are missing at the end are empty.
 */
export function recordOfLine(
  line: string,
  { delimiter, names }: TableForm,
  { fields }: ArrivalMapping,
): Readonly<Record<string, string>> | null {
  const cells = cellsOf(line, delimiter)
  if (cells === null || cells.slice(names.length).some((cell) => cell !== '')) return null
  const entries = names.map((name, place): [string, string] => [name, unguarded(cells[place] ?? '')])
  if (cells.length < names.length) {
    const wordsOnly = [fields.ticket, fields.business].map(plainName)
    const shifted = entries.some(([name, cell]) => wordsOnly.includes(plainName(name)) && isNumber(cell))
    if (shifted) return null
  }
  return Object.fromEntries(entries.filter(([name]) => name !== '').reverse())
}

/** What programs put around a number so that a spreadsheet leaves it as it is: `="0017"`, `'0017`. */
function unguarded(cell: string): string {
  return cell.replace(/^="(.*)"$/, '$1').replace(/^['`](?=\S)/, '')
}

function isNumber(cell: string): boolean {
  return LONG_NUMBER.test(cell) || documentNumberOf(cell) !== null
}

function plainName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}
