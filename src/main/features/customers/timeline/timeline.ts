import type { TimelinePage } from '../../../../shared/contract/customers.ts'
import { TIMELINE_KINDS, type TimelineKind } from '../../../../shared/domain/customer/timeline.ts'
import { maskFreeText } from '../../../../shared/domain/text/masking.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import type { ReadContext } from '../../../engine/context.ts'
import { requireOpened } from '../../../records/people/opened.ts'
import { type PersonRecords, recordsOf, uidsOf } from '../panel/records.ts'
import {
  ceilingFor,
  comparePlaces,
  type Place,
  readCursor,
  TIMELINE_SOURCES,
  type TimelineSource,
  writeCursor,
} from './cursor.ts'
import { readSource, SOURCES, type SourceRow } from './sources.ts'

export interface TimelineRequest {
  /** Empty for all four kinds of fact (C3). */
  readonly kinds: readonly TimelineKind[]
  readonly sources?: readonly TimelineSource[]
  readonly cursor: string | null
  readonly limit: number
}

interface Placed {
  readonly place: Place
  readonly row: SourceRow
}

/** A page of the timeline of a person whose panel is open (C3). Throws `customers.notFound`, `customers.notOpened`. */
export function timelineOf(context: ReadContext, uid: string, request: TimelineRequest): TimelinePage {
  const records = recordsOf(context.connection, uid)
  requireOpened(context, uidsOf(records))
  return readTimeline(context.connection, records, request)
}

/**
 * One page of a person's timeline, the latest first, out of all their records, its free text masked (P2). Every source
 * gives the rows it could put on the page; what is left over is read again by the next page.
 */
export function readTimeline(
  connection: ReadConnection,
  { all, ids }: PersonRecords,
  request: TimelineRequest,
): TimelinePage {
  const kinds = request.kinds.length === 0 ? TIMELINE_KINDS : request.kinds
  const end = request.cursor === null ? null : readCursor(request.cursor)
  const sources = (request.sources ?? TIMELINE_SOURCES).filter((source) =>
    SOURCES[source].kinds.some((kind) => kinds.includes(kind)),
  )
  const placed = sources.flatMap((source) =>
    ids.flatMap((recordId) =>
      readSource(
        connection,
        source,
        recordId,
        ceilingFor(end, source, recordId),
        kinds,
        request.limit + 1,
      ).map((row): Placed => ({ place: { on: row.on, source, recordId, key: row.key }, row })),
    ),
  )
  placed.sort((a, b) => comparePlaces(a.place, b.place))
  const page = placed.slice(0, request.limit)
  const last = page.at(-1)
  const names = all.map(({ name }) => name)
  return {
    entries: page.map(({ place, row: { key: _, text, ...entry } }) => ({
      id: writeCursor(place),
      ...entry,
      text: text === null ? null : maskFreeText(text, names),
    })),
    nextCursor: placed.length > page.length && last !== undefined ? writeCursor(last.place) : null,
  }
}
