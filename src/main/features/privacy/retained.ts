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
import { type Column, integer, key, orNull } from '../../engine/schema/columns.ts'
import type { TableName } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { dropArrivalEvents } from '../../records/arrivals/arrival-events.ts'
import { forgetRejectFiles } from '../../records/imports/import-run.ts'
import { EMPTIED_KEY, emptyLeads } from '../../records/leads/write-lead.ts'
import { dropNotices } from '../../records/notices/mark-notices.ts'
import { dropPrompts } from '../../records/prompts/write-prompt.ts'
import { emptyReferralsOfLeads } from '../../records/referrals/write-referral.ts'
import { emptyVisits } from '../../records/visits/write-visit.ts'

/** What is said of one kind of record that is past its time. */
interface Kind {
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

/** A day or an instant, as the kind counts; null where nothing is past its time. */
const OLDEST: Column<string | number | null, false> = { storage: 'ANY', nullable: true, filled: false }

/** A kind with the statements that follow from its conditions. */
function retained(kind: Kind) {
  const { table, past, since } = kind
  return {
    ...kind,
    count: read(
      { count: integer, oldest: OLDEST },
      `SELECT count(*) AS count, min(${since}) AS oldest FROM ${table} WHERE ${past}`,
    ),
    /** The first number behind another one. */
    next: read({ id: orNull(integer) }, `SELECT min(id) AS id FROM ${table} WHERE id > ?`),
    /** Rows within a stretch of the table, in its own order: an index over days would be sorted each time. */
    within: read(
      { id: key },
      `SELECT id FROM ${table} NOT INDEXED WHERE ${past} AND id > ? AND id <= ? ORDER BY id LIMIT ?`,
    ),
  }
}

type Retained = ReturnType<typeof retained>

export const RETAINED: Readonly<Record<RetainedKind, Retained>> = {
  // A visit stays as a figure (how many came, how long they waited), without who it was.
  visits: retained({
    table: 'visit',
    past: `on_date < ? AND (customer_id IS NOT NULL OR lead_id IS NOT NULL OR clue <> ''
      OR EXISTS (SELECT 1 FROM visit_ticket WHERE visit_id = visit.id))`,
    border: 'day',
    since: 'on_date',
    changes: ['visit', 'visit_ticket'],
    remove: emptyVisits,
  }),
  arrivals: retained({
    table: 'arrival_event',
    past: 'at < ?',
    border: 'instant',
    since: 'at',
    changes: ['arrival_event'],
    remove: dropArrivalEvents,
  }),
  // A lead stays as a figure of the pipeline: its source, product and outcome, without name, number or words.
  leads: retained({
    table: 'lead',
    past: `closed_at < ? AND same_key NOT LIKE '${EMPTIED_KEY}%'`,
    border: 'instant',
    since: 'closed_at',
    changes: ['lead', 'lead_step', 'referral', 'referral_step'],
    remove: (connection, ids) => {
      emptyLeads(connection, ids)
      emptyReferralsOfLeads(connection, ids)
    },
  }),
  prompts: retained({
    table: 'prompt',
    past: 'on_date < ?',
    border: 'day',
    since: 'on_date',
    changes: ['prompt'],
    remove: dropPrompts,
  }),
  // From the day on which it was seen; one that nobody saw from the day on which it was told.
  notices: retained({
    table: 'notice',
    past: 'coalesce(seen_at, created_at) < ?',
    border: 'instant',
    since: 'coalesce(seen_at, created_at)',
    changes: ['notice'],
    remove: dropNotices,
  }),
  'reject-files': retained({
    table: 'import_run',
    past: `reject_file IS NOT NULL AND state <> 'running' AND started_at < ?`,
    border: 'instant',
    since: 'started_at',
    changes: ['import_run'],
    // Within the transaction: where a file cannot be removed, its row still names it.
    remove: (connection, ids) => {
      for (const path of forgetRejectFiles(connection, ids)) rmSync(path, { force: true })
    },
  }),
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
  const row = RETAINED[kind].count.get(context.connection, borderOf(context, kind))
  const oldest = row?.oldest ?? null
  return {
    count: row?.count ?? 0,
    oldestOn: typeof oldest === 'number' ? civilDateAt(oldest) : oldest,
  }
}

/** Numbers that are looked at for one step (our own default): how long a step takes does not grow with the table. */
const STRETCH = 2_000

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
  const next = RETAINED[kind].next.get(connection, after)?.id
  if (next === null || next === undefined) return null
  const end = next + STRETCH - 1
  const ids = RETAINED[kind].within
    .all(connection, borderOf(context, kind), next - 1, end, most)
    .map(({ id }) => id)
  return { ids, goOnAfter: ids.length === most ? (ids.at(-1) ?? end) : end }
}
