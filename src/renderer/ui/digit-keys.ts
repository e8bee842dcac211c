interface Option {
  readonly disabled?: boolean
}

/** 1 to 9. */
const MOST_DIGITS = 9

/** The option that a digit key stands for; null for other keys and for an option that cannot be chosen. */
export function digitOption(key: string, options: readonly Option[]): number | null {
  if (!/^[1-9]$/.test(key)) return null
  const index = Number(key) - 1
  const option = options[index]
  return option === undefined || option.disabled === true ? null : index
}

/** What stands before an option: its digit, and nothing where there is none; 10 would be read as 1 and then 0. */
export function digitName(index: number): string {
  return index < MOST_DIGITS ? String(index + 1) : ''
}

/** The next option that can be chosen, past the end and round; the same one where there is no other. */
export function nextEnabled(options: readonly Option[], from: number, step: 1 | -1): number {
  const count = options.length
  const round = options.map((_, distance) => (from + step * (distance + 1) + count * 2) % count)
  return round.find((index) => options[index]?.disabled !== true) ?? from
}
