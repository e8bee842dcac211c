import type { TimelineEntry, TimelinePage } from '../../../../shared/contract/customers.ts'
import type { ParsedInputOf } from '../../../../shared/contract/index.ts'
import { TIMELINE_KINDS } from '../../../../shared/domain/customer/timeline.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import type { ReadContext } from '../../../engine/context.ts'
import { requireOpened } from '../../../records/people/opened.ts'
import { type PersonRecords, recordsOf, uidsOf } from '../panel/records.ts'
import { readCursor, type TimelineSource, writeCursor } from './cursor.ts'
import { sumsOf } from './sums.ts'
import { type PlacedEntry, type TimelineFilter, walkTimeline } from './walk.ts'

/** Rows that are read at a time while most of them may not have the words that are searched for. */
const SEARCH_STEP = 200

interface PageRequest extends TimelineFilter {
  readonly sources?: readonly TimelineSource[]
  readonly cursor: string | null
  readonly limit: number
}

/**
 * A page of the timeline of a person whose panel is open (C3); the first one says what came in and went out over all
 * pages.
 * @throws AppError `customers.notFound`, `customers.notOpened`, `call.badInput` for a cursor that no page gave
 */
export function timeline(
  context: ReadContext,
  { uid, kinds, ...rest }: ParsedInputOf<'customers.timeline'>,
): TimelinePage {
  const records = recordsOf(context.connection, uid)
  requireOpened(context, uidsOf(records))
  const request = { ...rest, kinds: kinds.length === 0 ? TIMELINE_KINDS : kinds }
  const page = pageOf(context.connection, records, request)
  return { ...page, sums: rest.cursor === null ? sumsOf(context.connection, records, request) : null }
}

/** The latest entries of a person, out of all sources or some. */
export function latestEntries(
  connection: ReadConnection,
  records: PersonRecords,
  limit: number,
  sources?: readonly TimelineSource[],
): readonly TimelineEntry[] {
  const everything = { kinds: TIMELINE_KINDS, minFen: null, fromOn: null, toOn: null, text: '', cursor: null }
  return pageOf(connection, records, { ...everything, limit, ...(sources === undefined ? {} : { sources }) })
    .entries
}

function pageOf(
  connection: ReadConnection,
  records: PersonRecords,
  { cursor, limit, sources, ...filter }: PageRequest,
): Omit<TimelinePage, 'sums'> {
  const after = cursor === null ? null : readCursor(cursor)
  const step = filter.text.trim() === '' ? limit + 1 : SEARCH_STEP
  const found: PlacedEntry[] = []
  for (const each of walkTimeline(connection, records, filter, after, step, sources)) {
    if (found.push(each) > limit) break
  }
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    entries: page.map(({ place, entry }) => ({ id: writeCursor(place), ...entry })),
    nextCursor: found.length > limit && last !== undefined ? writeCursor(last.place) : null,
  }
}
