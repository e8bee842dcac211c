import type { TimelineEntry } from '../../../../shared/contract/customers.ts'
import { maskFreeText } from '../../../../shared/domain/text/masking.ts'
import { SIGNALS } from '../../../../shared/domain/work/intent.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import type { PersonRecords } from '../panel/records.ts'
import { ceilingFor, comparePlaces, type Place, TIMELINE_SOURCES, type TimelineSource } from './cursor.ts'
import { hasWords } from './searched-words.ts'
import { readSource, type SourceRow, sourcesFor, type WantedRows } from './sources.ts'

/** Which entries of a timeline are wanted. */
export interface TimelineFilter extends WantedRows {
  /** The first and the last day; null for no end. */
  readonly fromOn: string | null
  readonly toOn: string | null
  /** What the line has to say somewhere; empty for anything. */
  readonly text: string
}

export interface PlacedEntry {
  readonly place: Place
  /** What a contact said before it was corrected is read for a whole page. */
  readonly entry: Omit<TimelineEntry, 'id' | 'contact'>
}

interface PlacedRow {
  readonly place: Place
  readonly row: SourceRow
}

/**
 * The entries of a person's timeline that pass a filter, the latest first, out of all their records, their free text
 * masked (P2). Every source gives the rows it could put among the next ones; what is left over is read again.
 * @param after where to go on; null begins with the latest
 * @param step rows that are read at a time
 */
export function* walkTimeline(
  connection: ReadConnection,
  { all, ids }: PersonRecords,
  filter: TimelineFilter,
  after: Place | null,
  step: number,
  among: readonly TimelineSource[] = TIMELINE_SOURCES,
): Generator<PlacedEntry> {
  const names = all.map(({ name }) => name)
  const wanted = filter.text.trim().toLowerCase()
  let end = after
  for (;;) {
    const read = nextRows(connection, ids, filter, end, step, sourcesFor(filter, among))
    for (const { place, row } of read.slice(0, step)) {
      if (filter.fromOn !== null && row.on < filter.fromOn) return
      const entry = entryOf(row, names)
      if (wanted === '' || hasWords(entry, wanted)) yield { place, entry }
    }
    const last = read[step - 1]
    if (read.length <= step || last === undefined) return
    end = last.place
  }
}

function nextRows(
  connection: ReadConnection,
  ids: readonly number[],
  filter: TimelineFilter,
  end: Place | null,
  step: number,
  sources: readonly TimelineSource[],
): PlacedRow[] {
  const rows = sources.flatMap((source) =>
    ids.flatMap((recordId) =>
      readSource(
        connection,
        source,
        recordId,
        ceilingFor(end, source, recordId, filter.toOn),
        filter,
        step + 1,
      ).map((row): PlacedRow => ({ place: { on: row.on, source, recordId, key: row.key }, row })),
    ),
  )
  return rows.sort((a, b) => comparePlaces(a.place, b.place))
}

function entryOf(
  { key: _, text, signals, ...row }: SourceRow,
  names: readonly string[],
): PlacedEntry['entry'] {
  const shown: unknown = signals === null ? [] : JSON.parse(signals)
  return {
    ...row,
    signals: SIGNALS.filter((signal) => Array.isArray(shown) && shown.includes(signal)),
    text: text === null ? null : maskFreeText(text, names),
  }
}
