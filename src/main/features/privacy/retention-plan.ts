import type { RetentionPlan } from '../../../shared/contract/privacy.ts'
import {
  KEPT_BY,
  RETAINED_KINDS,
  type RetainedKind,
  type RetentionCounts,
} from '../../../shared/domain/consent/retention.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import type { ReadContext } from '../../engine/context.ts'
import { text } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { countPast } from './retained.ts'

/** What is past its time (P3), counted by the very conditions by which it is removed, and the last removal. */
export function retentionPlan(context: ReadContext): RetentionPlan {
  return {
    kinds: RETAINED_KINDS.map((kind) => ({
      kind,
      keepDays: context.settings[KEPT_BY[kind]],
      ...countPast(context, kind),
    })),
    lastRun: lastRun(context.connection),
  }
}

export function countsOf(context: ReadContext): RetentionCounts {
  return countsBy((kind) => countPast(context, kind).count)
}

export function countsBy(count: (kind: RetainedKind) => number): RetentionCounts {
  return {
    visits: count('visits'),
    arrivals: count('arrivals'),
    leads: count('leads'),
    prompts: count('prompts'),
    notices: count('notices'),
    'reject-files': count('reject-files'),
  }
}

const LAST_RUN = read(
  { at: TABLES.retention_run.at, staffName: text, counts: TABLES.retention_run.counts },
  `SELECT run.at, coalesce(staff.name, run.staff_no) AS staffName, run.counts
   FROM retention_run AS run LEFT JOIN staff ON staff.no = run.staff_no ORDER BY run.id DESC LIMIT 1`,
)

function lastRun(connection: ReadConnection): RetentionPlan['lastRun'] {
  const row = LAST_RUN.get(connection)
  return row === undefined ? null : { ...row, counts: JSON.parse(row.counts) as RetentionCounts }
}
