import type { OpenIntent } from '../../../shared/contract/customers.ts'
import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import {
  type DecaySettings,
  decayedLevel,
  type IntentLevel,
  SIGNALS,
  type Signal,
} from '../../../shared/domain/work/intent.ts'
import type { Connection } from '../../engine/connection.ts'
import { RECORDS_OF_PERSON } from '../people/person.ts'

/** The columns of `OpenIntentRow` over `intent` joined by `OPEN_INTENT_OWNER`; signals taken back are left out. */
export const OPEN_INTENT_COLUMNS = `
  intent.uid AS intentUid, intent.product, intent.level, intent.last_evidence_on AS lastEvidenceOn,
  intent.warn_on AS warnOn, intent.next_on AS nextOn, coalesce(intent.owner_no, '') AS ownerNo, coalesce(owner.name, intent.owner_no, '') AS ownerName,
  intent.created_by AS createdBy,
  (SELECT json_group_array(DISTINCT signal.value)
   FROM intent_evidence AS evidence, json_each(evidence.signals) AS signal
   WHERE evidence.intent_id = intent.id AND evidence.undone_at IS NULL) AS signals`

export const OPEN_INTENT_OWNER = 'LEFT JOIN staff AS owner ON owner.no = intent.owner_no'

export interface OpenIntentRow {
  readonly intentUid: string
  readonly product: ProductCode
  readonly level: IntentLevel
  readonly lastEvidenceOn: CivilDate
  readonly warnOn: CivilDate | null
  readonly nextOn: CivilDate | null
  readonly ownerNo: string
  readonly ownerName: string
  readonly createdBy: string
  readonly signals: string
}

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

/**
 * A person's open intents, on whichever of the merged records they were flagged, the next date first.
 * @param personId the record that others were merged into
 */
export function openIntentsOf(
  connection: Connection,
  personId: number,
  asOf: CivilDate,
  settings: DecaySettings,
): OpenIntent[] {
  return connection
    .statement<OpenIntentRow>(
      `SELECT ${OPEN_INTENT_COLUMNS} FROM intent ${OPEN_INTENT_OWNER}
       WHERE intent.status = 'open' AND intent.customer_id IN
         (${RECORDS_OF_PERSON})
       ORDER BY intent.next_on, intent.id`,
    )
    .all(personId, personId)
    .map((row) => asOpenIntent(row, asOf, settings))
}
