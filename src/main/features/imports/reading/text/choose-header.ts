import type { FileProfile } from '../../../../../shared/contract/import-profile.ts'
import { AppError } from '../../../../../shared/domain/branch/app-error.ts'
import { cutsRecordsInto } from './bare-table.ts'
import { foldedName } from './column-names.ts'
import { cutsInto, detectDelimiter, detectQuote, possibleDelimiters } from './detect.ts'
import { CURLED_QUOTE, type Dialect, DOUBLE_QUOTE, type QuotePair, SINGLE_QUOTE } from './dialect.ts'
import { type FoundHeader, findHeader } from './header-record.ts'

type CuttingOptions = Pick<FileProfile, 'delimiter' | 'quote' | 'header' | 'columns'>

const QUOTES: Readonly<Record<Exclude<CuttingOptions['quote'], 'auto'>, QuotePair | null>> = {
  '"': DOUBLE_QUOTE,
  "'": SINGLE_QUOTE,
  '“”': CURLED_QUOTE,
  none: null,
}

/** A delimiter as people write a character that they cannot type: `\t`, `\x1d`, `\u0001`, `\001`, `0x1d`. */
const NOTATION = /^(?:\\x|\\u|0x)([0-9a-f]{2,4})$|^\\([0-7]{3})$|^\\(t)$/i

function meantDelimiter(written: string): string {
  const [, hex, octal, tab] = NOTATION.exec(written) ?? []
  if (tab !== undefined) return '\t'
  if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16))
  return octal === undefined ? written : String.fromCharCode(Number.parseInt(octal, 8))
}

/** How much of a file without a header its delimiter is judged by. Our own default. */
const JUDGED_CHARS = 16_384

/** The header with what cuts it. */
export interface Header extends FoundHeader {
  readonly delimiter: string
  readonly quote: QuotePair | null
}

/** Where a header may stand. */
export interface HeaderPlace {
  /** Text from there on. */
  readonly head: string
  /** The physical line it begins on. */
  readonly line: number
}

/**
 * Finds the header, and with it the file's delimiter and quotes: those that cut a line into the most columns that the
 * profile asks for.
 * @param separator what a line `sep=` names
 * @param lines the file's first lines with content
 * @throws AppError as `findHeader`, and imports.blankColumns where nothing but blanks stands between the columns
 */
export function chooseHeader(
  options: CuttingOptions,
  separator: string | undefined,
  lines: readonly string[],
  base: Omit<Dialect, 'quote'>,
  uses: readonly string[],
  places: readonly HeaderPlace[],
  file: string,
): Header {
  const quote =
    options.quote === 'auto' ? detectQuote(lines, quotedBetween(options, lines)) : QUOTES[options.quote]
  const delimiters = delimitersFor(options, separator, lines, quote, uses, {
    base,
    text: places[0]?.head ?? '',
  })
  const search = (pair: QuotePair | null): Header => ({
    ...headerWith(delimiters, { ...base, quote: pair }, uses, places, file, options.header),
    quote: pair,
  })
  const isWhole = ({ named }: Header) => named === uses.length
  try {
    const found = search(quote)
    // a line in a quoted field may hide from the judgement of quotes that they wrap every name
    const maySingle =
      options.quote === 'auto' && quote === DOUBLE_QUOTE && lines.some((line) => line.includes("'"))
    const single = isWhole(found) || !maySingle ? found : search(SINGLE_QUOTE)
    const best = single.named > found.named ? single : found
    if (!isWhole(best)) refuseBlanks(options, lines, best.named, uses, file)
    return best
  } catch (error) {
    if (error instanceof AppError) refuseBlanks(options, lines, 0, uses, file)
    throw error
  }
}

/** Names that are cut by blanks alone, as programs lay columns out for the eye. */
function refuseBlanks(
  { delimiter }: CuttingOptions,
  lines: readonly string[],
  named: number,
  uses: readonly string[],
  file: string,
): void {
  if (delimiter !== 'auto') return
  const isHeader = (line: string) => {
    const names = [...line.split(/\s+/u), ...line.split(/\s{2,}/u)].map((name) =>
      foldedName(name.replace(/^"(.*)"$/u, '$1')),
    )
    return uses.filter((use) => names.includes(foldedName(use))).length === uses.length
  }
  if (uses.length > 1 && named < 2 && lines.some(isHeader))
    throw new AppError('imports.blankColumns', { file })
}

function headerWith(
  delimiters: readonly string[],
  base: Dialect,
  uses: readonly string[],
  places: readonly HeaderPlace[],
  file: string,
  hasHeader: boolean,
): Omit<Header, 'quote'> {
  let best: Omit<Header, 'quote'> | null = null
  let refusal: AppError | null = null
  // titles may be fewer than the lines to skip, which then reach behind the last line
  const searched = places.filter(({ head }, at) => at === places.length - 1 || head.trim() !== '')
  for (const { head, line } of searched) {
    for (const delimiter of delimiters) {
      let found: FoundHeader
      try {
        found = findHeader(head, { ...base, delimiter }, uses, line, file, hasHeader)
      } catch (error) {
        // quotes that do not fit one delimiter (two bars round an empty field) may fit the next
        if (!(error instanceof AppError)) throw error
        refusal ??= error
        continue
      }
      if (best === null || found.named > best.named) best = { ...found, delimiter }
      if (found.named === uses.length) return best
    }
  }
  if (refusal !== null && (best === null || best.named === 0)) throw refusal
  if (best === null) throw new AppError('imports.emptyFile', { file })
  return best
}

/** What may stand between quotes. */
function quotedBetween({ delimiter }: CuttingOptions, lines: readonly string[]): readonly string[] {
  return delimiter === 'auto' ? possibleDelimiters(lines) : [meantDelimiter(delimiter)]
}

/** The delimiters to try, the likeliest first. */
function delimitersFor(
  options: CuttingOptions,
  separator: string | undefined,
  lines: readonly string[],
  quote: QuotePair | null,
  uses: readonly string[],
  { base, text }: { readonly base: Omit<Dialect, 'quote'>; readonly text: string },
): readonly string[] {
  if (options.delimiter !== 'auto') return [meantDelimiter(options.delimiter)]
  if (separator !== undefined) return [meantDelimiter(separator)]
  const detected = detectDelimiter(lines, quote)
  if (options.header && uses.length === 0) return [detected]
  const possible = possibleDelimiters(lines)
  const several = possible.filter((each) => each.length > 1)
  const all = [...new Set([...several, detected, ...possible])]
  if (options.header) return all
  const columns = options.columns?.length
  if (columns === undefined) return [detected]
  const start = text.slice(0, JUDGED_CHARS)
  return [
    all.find((each) => cutsInto(lines, each, quote, columns)) ??
      all.find((each) => cutsRecordsInto(start, base, each, quote, columns)) ??
      detected,
  ]
}
