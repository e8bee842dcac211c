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
