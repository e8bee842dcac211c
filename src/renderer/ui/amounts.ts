export const FEN_PER_YUAN = 100

const WHOLE = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 0 })
const EXACT = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** Fen as grouped yuan: without decimals where there are none, with both digits otherwise. */
export function yuan(fen: number): string {
  return (fen % FEN_PER_YUAN === 0 ? WHOLE : EXACT).format(fen / FEN_PER_YUAN)
}

/** Whole yuan, for places where the digits after the point only cost room. */
export function roundYuan(fen: number): string {
  return WHOLE.format(Math.round(fen / FEN_PER_YUAN))
}

/** How many of something, grouped. */
export function grouped(count: number): string {
  return WHOLE.format(count)
}

const UNITS = ['B', 'KB', 'MB', 'GB'] as const
const STEP = 1024

/** A file's size for people: `820 KB`, `1.4 GB`. */
export function fileSize(bytes: number): string {
  let size = bytes
  let unit = 0
  while (size >= STEP && unit < UNITS.length - 1) {
    size /= STEP
    unit += 1
  }
  const digits = size < 10 && unit > 0 ? 1 : 0
  return `${size.toFixed(digits)} ${UNITS[unit]}`
}
