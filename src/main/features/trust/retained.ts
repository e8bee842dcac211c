import { rmSync } from 'node:fs'
import {
  addDays,
  type CivilDate,
  civilDateAt,
  startOfDayAt,
} from '../../../shared/domain/calendar/civil-date.ts'
import { KEPT_BY, type RetainedKind } from '../../../shared/domain/consent/retention.ts'
import type { Connection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import type { TableName } from '../../engine/schema.ts'
import { EMPTIED_KEY, emptyLeads } from '../../records/leads/write-lead.ts'
import { emptyReferralsOfLeads } from '../../records/referrals/write-referral.ts'

/** One kind of record that is past its time. */
interface Retained {
  /**
   * Condition on the rows; takes the border once: a day where `border` is `day`, else an instant. A column that may be
   * null is never past anything, so it may stand here only where null means that the row is still worked on.
   */
  readonly past: string
  readonly table: 'visit' | 'arrival_event' | 'lead' | 'prompt' | 'notice' | 'import_run'
  readonly border: 'day' | 'instant'
  /** The expression that says how old a row is: a column, or the first of several. */
  readonly since: string
  readonly changes: readonly TableName[]
  /** Removes what is personal in these rows; the rows themselves stay where something rests on them. */
  remove(connection: Connection, ids: string): void
}

const run = (connection: Connection, sql: string, ids: string): void => {
  connection.statement(sql).run(ids)
}
const THESE = 'IN (SELECT value FROM json_each(?))'

export const RETAINED: Readonly<Record<RetainedKind, Retained>> = {
  // A visit stays as a figure (how many came, how long they waited), without who it was.
  visits: {
    table: 'visit',
    past: `on_date < ? AND (customer_id IS NOT NULL OR lead_id IS NOT NULL OR clue <> ''
      OR EXISTS (SELECT 1 FROM visit_ticket WHERE visit_id = visit.id))`,
    border: 'day',
    since: 'on_date',
    changes: ['visit', 'visit_ticket'],
    remove: (connection, ids) => {
      run(connection, `DELETE FROM visit_ticket WHERE visit_id ${THESE}`, ids)
      run(
        connection,
        `UPDATE visit SET customer_id = NULL, lead_id = NULL, clue = '', version = version + 1 WHERE id ${THESE}`,
        ids,
      )
    },
  },
  arrivals: {
    table: 'arrival_event',
    past: 'at < ?',
    border: 'instant',
    since: 'at',
    changes: ['arrival_event'],
    remove: (connection, ids) => run(connection, `DELETE FROM arrival_event WHERE id ${THESE}`, ids),
  },
  // A lead stays as a figure of the pipeline: its source, product and outcome, without name, number or words.
  leads: {
    table: 'lead',
    past: `closed_at < ? AND same_key NOT LIKE '${EMPTIED_KEY}%'`,
    border: 'instant',
    since: 'closed_at',
    changes: ['lead', 'lead_step', 'referral', 'referral_step'],
    remove: (connection, ids) => {
      emptyLeads(connection, ids)
      emptyReferralsOfLeads(connection, ids)
    },
  },
  prompts: {
    table: 'prompt',
    past: 'on_date < ?',
    border: 'day',
    since: 'on_date',
    changes: ['prompt'],
    remove: (connection, ids) => run(connection, `DELETE FROM prompt WHERE id ${THESE}`, ids),
  },
  // From the day on which it was seen; one that nobody saw from the day on which it was told.
  notices: {
    table: 'notice',
    past: 'coalesce(seen_at, created_at) < ?',
    border: 'instant',
    since: 'coalesce(seen_at, created_at)',
    changes: ['notice'],
    remove: (connection, ids) => run(connection, `DELETE FROM notice WHERE id ${THESE}`, ids),
  },
  'reject-files': {
    table: 'import_run',
    past: `reject_file IS NOT NULL AND state <> 'running' AND started_at < ?`,
    border: 'instant',
    since: 'started_at',
    changes: ['import_run'],
    // The file first: a path that names none is harmless, a file that no row names is found by nobody.
    remove: (connection, ids) => {
      const paths = connection
        .statement<{ path: string }>(`SELECT reject_file AS path FROM import_run WHERE id ${THESE}`)
        .all(ids)
      for (const { path } of paths) rmSync(path, { force: true })
      run(connection, `UPDATE import_run SET reject_file = NULL WHERE id ${THESE}`, ids)
    },
  },
}

/** The first day that is still kept. */
export function keptFrom({ todayOn, settings }: ReadContext, kind: RetainedKind): CivilDate {
  return addDays(todayOn, -settings[KEPT_BY[kind]])
}

/** A day or an instant, as the kind counts. */
function borderOf(context: ReadContext, kind: RetainedKind): string | number {
  const day = keptFrom(context, kind)
  return RETAINED[kind].border === 'day' ? day : startOfDayAt(day)
}

/** How many rows are past their time, and the day of the oldest. */
export function countPast(
  context: ReadContext,
  kind: RetainedKind,
): { readonly count: number; readonly oldestOn: CivilDate | null } {
  const { table, past, since } = RETAINED[kind]
  const row = context.connection
    .statement<{ count: number; oldest: string | number | null }>(
      `SELECT count(*) AS count, min(${since}) AS oldest FROM ${table} WHERE ${past}`,
    )
    .get(borderOf(context, kind))
  const oldest = row?.oldest ?? null
  return {
    count: row?.count ?? 0,
    oldestOn: typeof oldest === 'number' ? civilDateAt(oldest) : oldest,
  }
}

/** Numbers that are looked at for one step (ours): how long a step takes does not grow with the table. */
const STRETCH = 2_000

/** Rows past their time within a stretch of the table, in its own order: an index over days would be sorted each time. */
export function pastWithin(kind: RetainedKind): string {
  const { table, past } = RETAINED[kind]
  return `SELECT id FROM ${table} NOT INDEXED WHERE ${past} AND id > ? AND id <= ? ORDER BY id LIMIT ?`
}

/**
 * The next rows that are past their time, at most so many of one stretch of the table, and from where to go on; null
 * behind the table's end.
 */
export function nextPast(
  context: ReadContext,
  kind: RetainedKind,
  after: number,
  most: number,
): { readonly ids: readonly number[]; readonly goOnAfter: number } | null {
  const { connection } = context
  const next = connection
    .statement<{ id: number | null }>(`SELECT min(id) AS id FROM ${RETAINED[kind].table} WHERE id > ?`)
    .get(after)?.id
  if (next === null || next === undefined) return null
  const end = next + STRETCH - 1
  const ids = connection
    .statement<{ id: number }>(pastWithin(kind))
    .all(borderOf(context, kind), next - 1, end, most)
    .map(({ id }) => id)
  return { ids, goOnAfter: ids.length === most ? (ids.at(-1) ?? end) : end }
}
