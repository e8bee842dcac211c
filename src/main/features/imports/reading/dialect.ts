import { splitRecord } from './delimited-record.ts'

/** In order of preference among equals. */
const DELIMITERS = [',', ';', '\t', '|', '^', '~'] as const
const LINES_TO_JUDGE = 20

/** @returns the first lines that hold anything */
function judgedLines(sample: string, newline: string): string[] {
  return sample
    .split(newline, LINES_TO_JUDGE * 2)
    .map((line) => line.replace(/\r$/, ''))
    .filter((line) => line.trim() !== '')
    .slice(0, LINES_TO_JUDGE)
}

/** How many of the lines have as many fields as the first, times a little more for wider records. */
function score(lines: readonly string[], delimiter: string, quote: string): number {
  const widths = lines.map((line) => {
    const fields = splitRecord(line, delimiter, quote)
    return typeof fields === 'string' ? 0 : fields.length
  })
  const width = widths[0] ?? 0
  if (width < 2) return 0
  const agreeing = widths.filter((each) => each === width).length
  return agreeing / lines.length + Math.min(width, LINES_TO_JUDGE) / (LINES_TO_JUDGE * 10)
}

/** `\r` alone ends lines only in a file that has no `\n`. */
export function detectNewline(sample: string): '\n' | '\r' {
  return sample.includes('\n') || !sample.includes('\r') ? '\n' : '\r'
}

/**
 * @param sample text from where the header begins
 * @returns the character that cuts the first lines into the same number of fields; a comma when none does
 */
export function detectDelimiter(sample: string, newline: string, quote: string): string {
  const lines = judgedLines(sample, newline)
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of DELIMITERS) {
    const points = score(lines, delimiter, quote)
    if (points > best.score) best = { delimiter, score: points }
  }
  return best.delimiter
}
