const CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
})
const EXACT_CLOCK = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/**
 * `2026-11-22 16:05`, the same in every language and on a PC whose clock stands in another zone.
 * @param atMs UTC milliseconds
 */
export function shanghaiTime(atMs: number): string {
  return CLOCK.format(atMs)
}

/** As `shanghaiTime`, with seconds. */
export function exactShanghaiTime(atMs: number): string {
  return EXACT_CLOCK.format(atMs)
}

/** Where the time begins in `2026-11-22 16:05`. */
const TIME_AT = 11

/** `16:05`, where everybody knows which day it is of. */
export function shanghaiTimeOfDay(atMs: number): string {
  return shanghaiTime(atMs).slice(TIME_AT)
}
