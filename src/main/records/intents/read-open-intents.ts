import type { OpenIntent } from '../../../shared/contract/customers.ts'
import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import { type DecaySettings, decayedLevel, SIGNALS, type Signal } from '../../../shared/domain/work/intent.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { type RowOf, text } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read } from '../../engine/statement.ts'
import { RECORDS_OF_PERSON } from '../people/person.ts'

const { intent } = TABLES

/** An intent with its owner's name, open or closed. */
export const OPEN_INTENT = {
  intentUid: intent.uid,
  product: intent.product,
  level: intent.level,
  lastEvidenceOn: intent.last_evidence_on,
  warnOn: intent.warn_on,
  nextOn: intent.next_on,
  ownerNo: text,
  ownerName: text,
  createdBy: intent.created_by,
  /** A JSON array. */
  signals: text,
}

export type OpenIntentRow = RowOf<typeof OPEN_INTENT>

/** The same as the text of a SELECT over `intent` joined by `OPEN_INTENT_OWNER`; signals taken back are left out. */
export const OPEN_INTENT_COLUMNS = `
  intent.uid AS intentUid, intent.product, intent.level, intent.last_evidence_on AS lastEvidenceOn,
  intent.warn_on AS warnOn, intent.next_on AS nextOn, coalesce(intent.owner_no, '') AS ownerNo, coalesce(owner.name, intent.owner_no, '') AS ownerName,
  intent.created_by AS createdBy,
  (SELECT json_group_array(DISTINCT signal.value)
   FROM intent_evidence AS evidence, json_each(evidence.signals) AS signal
   WHERE evidence.intent_id = intent.id AND evidence.undone_at IS NULL) AS signals`

export const OPEN_INTENT_OWNER = 'LEFT JOIN staff AS owner ON owner.no = intent.owner_no'

/** An intent as windows see it on a day. A closed one keeps the dates it had; without any, the day of its evidence. */
export function asOpenIntent(row: OpenIntentRow, asOf: CivilDate, settings: DecaySettings): OpenIntent {
  const shown = new Set<Signal>(JSON.parse(row.signals) as Signal[])
  return {
    uid: row.intentUid,
    product: row.product,
    level: row.level,
    currentLevel: decayedLevel(row.level, row.lastEvidenceOn, asOf, settings).level,
    signals: SIGNALS.filter((signal) => shown.has(signal)),
    lastEvidenceOn: row.lastEvidenceOn,
    ownerNo: row.ownerNo,
    ownerName: row.ownerName,
    createdBy: row.createdBy,
    warnOn: row.warnOn ?? row.lastEvidenceOn,
    nextOn: row.nextOn ?? row.lastEvidenceOn,
  }
}

const OPEN_INTENTS_OF_PERSON = read(
  OPEN_INTENT,
  `SELECT ${OPEN_INTENT_COLUMNS} FROM intent ${OPEN_INTENT_OWNER}
       WHERE intent.status = 'open' AND intent.customer_id IN
         (${RECORDS_OF_PERSON})
       ORDER BY intent.next_on, intent.id`,
)

/**
 * A person's open intents, on whichever of the merged records they were flagged, the next date first.
 * @param personId the record that others were merged into
 */
export function openIntentsOf(
  connection: ReadConnection,
  personId: number,
  asOf: CivilDate,
  settings: DecaySettings,
): OpenIntent[] {
  return OPEN_INTENTS_OF_PERSON.all(connection, personId, personId).map((row) =>
    asOpenIntent(row, asOf, settings),
  )
}
