/**
 * The formats that files name by number alone (ECMA-376 part 1, 18.8.30); 27 to 36 and 50 to 58 as Chinese programs mean
 * them, 59 to 81 as Thai ones do.
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  9: '0%',
  10: '0.00%',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  67: '0%',
  68: '0.00%',
  78: '[h]:mm:ss',
}
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 17],
  [22, 22],
  [27, 31],
  [34, 36],
  [50, 58],
  [71, 74],
  [81, 81],
]
const BUILT_IN_TIMES: readonly (readonly [number, number])[] = [
  [18, 21],
  [75, 77],
  [79, 80],
]

function within(ranges: readonly (readonly [number, number])[], id: number): boolean {
  return ranges.some(([from, to]) => id >= from && id <= to)
}

/** @returns the code of a format that the file names by its number, `General` for those that show the plain number */
export function builtInFormat(id: number): string {
  if (within(BUILT_IN_DATES, id)) return 'yyyy-mm-dd'
  if (within(BUILT_IN_TIMES, id)) return 'h:mm:ss'
  return BUILT_IN[id] ?? 'General'
}
