import type { TimelineEntry } from '../../../../shared/contract/customers.ts'
import { TIMELINE_KINDS, type TimelineKind } from '../../../../shared/domain/customer/timeline.ts'
import type { Connection } from '../../../engine/connection.ts'
import type { Ceiling, TimelineSource } from './cursor.ts'

/** An entry with the key that its source sorts it by. */
export interface SourceRow extends Omit<TimelineEntry, 'id'> {
  readonly key: number | string
}

interface Source {
  readonly kinds: readonly TimelineKind[]
  /**
   * Takes record, day and key of the ceiling, and the number of rows; `event` also the kinds wanted, between bars.
   * Gives the later day first, then the higher key.
   */
  readonly sql: string
}

export const SOURCES: Record<TimelineSource, Source> = {
  txn: {
    kinds: ['transaction'],
    sql: `SELECT txn_no AS key, on_date AS "on", 'transaction' AS kind, txn.kind AS code, channel, direction,
        amount_fen AS amountFen, note AS text, NULL AS staffName
      FROM txn WHERE customer_id = ? AND (on_date, txn_no) < (?, ?)
      ORDER BY on_date DESC, txn_no DESC LIMIT ?`,
  },
  event: {
    kinds: TIMELINE_KINDS,
    sql: `SELECT event.id AS key, on_date AS "on", kind, code, channel, NULL AS direction, NULL AS amountFen, text,
        staff.name AS staffName
      FROM timeline_event AS event LEFT JOIN staff ON staff.no = event.staff_no
      WHERE customer_id = ? AND (on_date, event.id) < (?, ?) AND instr(?, '|' || kind || '|') > 0
      ORDER BY on_date DESC, event.id DESC LIMIT ?`,
  },
  contact: {
    kinds: ['channel'],
    sql: `SELECT contact.id AS key, on_date AS "on", 'channel' AS kind, outcome AS code, channel,
        NULL AS direction, NULL AS amountFen, nullif(note, '') AS text, staff.name AS staffName
      FROM contact LEFT JOIN staff ON staff.no = contact.staff_no
      WHERE customer_id = ? AND (on_date, contact.id) < (?, ?)
      ORDER BY on_date DESC, contact.id DESC LIMIT ?`,
  },
  flag: {
    kinds: ['non-transaction'],
    sql: `SELECT flag.id AS key, flag.on_date AS "on", 'non-transaction' AS kind, 'need' AS code, NULL AS channel,
        NULL AS direction, NULL AS amountFen, nullif(flag.note, '') AS text, staff.name AS staffName
      FROM intent JOIN intent_evidence AS flag ON flag.intent_id = intent.id AND flag.undone_at IS NULL
      LEFT JOIN staff ON staff.no = flag.staff_no
      WHERE intent.customer_id = ? AND (flag.on_date, flag.id) < (?, ?)
      ORDER BY flag.on_date DESC, flag.id DESC LIMIT ?`,
  },
  // The day on which a stranger turned out to be this person, by an import or at the counter (L7).
  lead: {
    kinds: ['non-transaction'],
    sql: `SELECT lead.id AS key, joined_on AS "on", 'non-transaction' AS kind, 'lead-joined' AS code, NULL AS channel,
        NULL AS direction, NULL AS amountFen, nullif(lead.note, '') AS text, staff.name AS staffName
      FROM lead LEFT JOIN staff ON staff.no = lead.created_by
      WHERE customer_id = ? AND (joined_on, lead.id) < (?, ?)
      ORDER BY joined_on DESC, lead.id DESC LIMIT ?`,
  },
}

/** Reads the next rows of one source and record below the ceiling. */
export function readSource(
  connection: Connection,
  source: TimelineSource,
  recordId: number,
  ceiling: Ceiling,
  kinds: readonly TimelineKind[],
  limit: number,
): SourceRow[] {
  const statement = connection.statement<SourceRow>(SOURCES[source].sql)
  const { on, key } = ceiling
  return source === 'event'
    ? statement.all(recordId, on, key, `|${kinds.join('|')}|`, limit)
    : statement.all(recordId, on, key, limit)
}
