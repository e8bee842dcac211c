import { AppError } from '../../../../shared/domain/branch/app-error.ts'

/** Where entries come from, in the order in which a day lists them. */
export const TIMELINE_SOURCES = ['contact', 'note', 'flag', 'lead', 'event', 'txn'] as const
export type TimelineSource = (typeof TIMELINE_SOURCES)[number]

/** An entry's place: the later day first, then the source, then the record, then the later key. */
export interface Place {
  readonly on: string
  readonly source: TimelineSource
  readonly recordId: number
  /** A row number, or a transaction's own key. */
  readonly key: number | string
}

/** A place as the window keeps it, without knowing what it says. */
export function writeCursor(place: Place): string {
  return [place.on, place.source, place.recordId, place.key].join('|')
}

const CURSOR = /^(?<on>\d{4}-\d{2}-\d{2})\|(?<source>[a-z]+)\|(?<recordId>\d{1,15})\|(?<key>.+)$/su

/** Throws `call.badInput` for anything that `writeCursor` did not write. */
export function readCursor(cursor: string): Place {
  const found = CURSOR.exec(cursor)?.groups
  const source = TIMELINE_SOURCES.find((known) => known === found?.source)
  const { on, recordId, key } = found ?? {}
  if (source === undefined || on === undefined || key === undefined) throw badCursor()
  if (source === 'txn') return { on, source, recordId: Number(recordId), key }
  if (!/^\d{1,15}$/.test(key)) throw badCursor()
  return { on, source, recordId: Number(recordId), key: Number(key) }
}

function badCursor(): AppError {
  return new AppError('call.badInput', { path: 'cursor', issue: 'unknown' })
}

/** Rows of a source and record that come after a place: those whose (day, key) is below this pair. */
export interface Ceiling {
  readonly on: string
  readonly key: number | string | Uint8Array
}

const AFTER_EVERY_DAY = '9999-12-31'
/** SQLite puts numbers before text and text before blobs: this lies above every key, whatever it is made of. */
const ABOVE_EVERY_KEY = new Uint8Array(0)
/** Below every key: no row number is negative and no transaction's key is empty. */
const BELOW_EVERY_KEY: Record<TimelineSource, number | string> = {
  contact: -1,
  note: -1,
  flag: -1,
  lead: -1,
  event: -1,
  txn: '',
}

/**
 * How far down a source and record have been read when a page ended at `place`: a source that a day lists earlier is
 * through with that day, one that it lists later has it still to come.
 * @param place null for the first page
 * @param lastOn the last day wanted; null for none
 */
export function ceilingFor(
  place: Place | null,
  source: TimelineSource,
  recordId: number,
  lastOn: string | null = null,
): Ceiling {
  if (place === null) return { on: lastOn ?? AFTER_EVERY_DAY, key: ABOVE_EVERY_KEY }
  const order =
    TIMELINE_SOURCES.indexOf(source) - TIMELINE_SOURCES.indexOf(place.source) || recordId - place.recordId
  if (order === 0) return { on: place.on, key: place.key }
  return { on: place.on, key: order > 0 ? ABOVE_EVERY_KEY : BELOW_EVERY_KEY[source] }
}

/** Order of a timeline: as `Place` describes it. Keys of one source and record are all numbers or all text. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.on !== b.on) return a.on > b.on ? -1 : 1
  const bySource = TIMELINE_SOURCES.indexOf(a.source) - TIMELINE_SOURCES.indexOf(b.source)
  return bySource || a.recordId - b.recordId || compareKeys(b.key, a.key)
}

/** Text in SQLite's order of code points, which is not that of UTF-16 units. */
function compareKeys(a: Place['key'], b: Place['key']): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)))
}
