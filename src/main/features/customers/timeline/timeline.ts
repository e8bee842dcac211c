import type { TimelineEntry, TimelinePage } from '../../../../shared/contract/customers.ts'
import type { ParsedInputOf } from '../../../../shared/contract/index.ts'
import { TIMELINE_KINDS } from '../../../../shared/domain/customer/timeline.ts'
import type { ReadContext } from '../../../engine/context.ts'
import { versionsOf } from '../../../records/contacts/read-versions.ts'
import { requireOpened } from '../../../records/people/opened.ts'
import { type PersonRecords, recordsOf, uidsOf } from '../panel/records.ts'
import { type Place, readCursor, type TimelineSource, writeCursor } from './cursor.ts'
import { sumsOf } from './sums.ts'
import { type PlacedEntry, type TimelineFilter, walkTimeline } from './walk.ts'

/** What an entry is read with: who reads it decides what it offers. */
type Reading = Pick<ReadContext, 'connection' | 'staff'>

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
  const page = pageOf(context, records, request)
  return { ...page, sums: rest.cursor === null ? sumsOf(context.connection, records, request) : null }
}

/** The latest entries of a person, out of all sources or some. */
export function latestEntries(
  reading: Reading,
  records: PersonRecords,
  limit: number,
  sources?: readonly TimelineSource[],
): readonly TimelineEntry[] {
  const everything = { kinds: TIMELINE_KINDS, minFen: null, fromOn: null, toOn: null, text: '', cursor: null }
  return pageOf(reading, records, { ...everything, limit, ...(sources === undefined ? {} : { sources }) })
    .entries
}

function pageOf(
  reading: Reading,
  records: PersonRecords,
  { cursor, limit, sources, ...filter }: PageRequest,
): Omit<TimelinePage, 'sums'> {
  const after = cursor === null ? null : readCursor(cursor)
  const step = filter.text.trim() === '' ? limit + 1 : SEARCH_STEP
  const found: PlacedEntry[] = []
  for (const each of walkTimeline(reading.connection, records, filter, after, step, sources)) {
    if (found.push(each) > limit) break
  }
  const page = found.slice(0, limit)
  const last = page.at(-1)
  return {
    entries: entriesOf(reading, records, page),
    nextCursor: found.length > limit && last !== undefined ? writeCursor(last.place) : null,
  }
}

function entriesOf(
  reading: Reading,
  { all }: PersonRecords,
  page: readonly PlacedEntry[],
): readonly TimelineEntry[] {
  const contactIds = page.flatMap(({ place }) => contactIdIn(place) ?? [])
  const versions = versionsOf(
    reading,
    contactIds,
    all.map(({ name }) => name),
  )
  return page.map(({ place, entry }) => ({
    id: writeCursor(place),
    ...entry,
    contact: versions.get(contactIdIn(place) ?? NO_CONTACT) ?? null,
  }))
}

const NO_CONTACT = 0

function contactIdIn({ source, key }: Place): number | null {
  return source === 'contact' && typeof key === 'number' ? key : null
}
