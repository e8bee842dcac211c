import type { Customer360, MonthPoint, TimelineEntry } from '../../../../shared/contract/customers.ts'
import { ageOn } from '../../../../shared/domain/calendar/civil-date.ts'
import { valueOfTier } from '../../../../shared/domain/customer/value.ts'
import { maskFreeText } from '../../../../shared/domain/text/masking.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import type { ReadContext, WriteContext } from '../../../engine/context.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'
import { readFacts } from '../../../records/facts/read-facts.ts'
import { windowsFor } from '../../../records/facts/windows.ts'
import { openIntentsOf } from '../../../records/intents/read-open-intents.ts'
import { prohibitionsOf } from '../../../records/people/prohibitions.ts'
import { readHousehold } from '../lists/customer-lines.ts'
import { latestEntries } from '../timeline/timeline.ts'
import { findingsToday, nextTierOf } from './facts.ts'
import { maskedFields } from './fields.ts'
import { readHoldings } from './holdings.ts'
import { type PersonRecords, recordsOf } from './records.ts'
import { countViews, type ViewWarning } from './view-cap.ts'

const { month_rollup, tag } = TABLES

/** Ours: what fits the panel without scrolling (C1). */
const LAST_CONTACTS = 5
const CHANGES_SHOWN = 20

/** Opens the panel of a person, which is itself recorded (P2). Throws `customers.notFound`, `customers.viewCapReached`. */
export function openCustomer(context: WriteContext, uid: string): Customer360 {
  const records = recordsOf(context.connection, uid)
  const viewWarning = countViews(context, [records.root.uid])
  return readPanel(context, records, viewWarning)
}

function readPanel(
  context: ReadContext,
  records: PersonRecords,
  viewWarning: ViewWarning | null,
): Customer360 {
  const { connection, todayOn, settings } = context
  const { root, ids } = records
  const known = readFacts(connection, root.id, settings)
  const fields = maskedFields(records.all)
  const birthOn = root.birth_on
  return {
    uid: root.uid,
    customerNo: root.customer_no,
    viewWarning,
    fields,
    ageYears: birthOn === null ? null : ageOn(birthOn, todayOn),
    idChecked: root.id_checked === null ? null : root.id_checked === 1,
    tier: known.tier,
    nextTier: nextTierOf(known.facts, todayOn, settings),
    value: valueOfTier(known.tier),
    facts: known.facts,
    findings: findingsToday(connection, root.id, known, birthOn, todayOn, settings),
    prohibitions: prohibitionsOf(connection, root.id, todayOn),
    holdings: readHoldings(connection, ids),
    months: readMonths(connection, root.id, todayOn),
    intents: openIntentsOf(connection, root.id, todayOn, settings),
    lastContacts: lastContacts(context, records),
    sinceLastVisit: sinceLastVisit(context, records, known.facts.lastVisitOn),
    tags: tagsOf(connection, records, todayOn),
    household: householdOf(connection, records),
    mergedRecords: records.all.slice(1).map((member) => ({
      uid: member.uid,
      customerNo: member.customer_no,
      reason: member.merge_reason ?? '',
    })),
  }
}

const MONTHS_SINCE = read(
  {
    month: month_rollup.month,
    inFen: month_rollup.in_fen,
    outFen: month_rollup.out_fen,
    endBalanceFen: month_rollup.end_balance_fen,
  },
  `SELECT month, in_fen AS inFen, out_fen AS outFen, end_balance_fen AS endBalanceFen
   FROM month_rollup WHERE customer_id = ? AND month >= ? ORDER BY month`,
)

/** The twelve months of the chart (C5); a month without a row held nothing and moved nothing. */
function readMonths(connection: ReadConnection, rootId: number, todayOn: string): MonthPoint[] {
  return MONTHS_SINCE.all(connection, rootId, windowsFor(todayOn).months[0] ?? '')
}

function lastContacts(context: ReadContext, records: PersonRecords): readonly TimelineEntry[] {
  return latestEntries(context, records, LAST_CONTACTS, ['contact'])
}

/** What changed since the person was last seen (C3); for someone never seen, the latest there is. */
function sinceLastVisit(
  context: ReadContext,
  records: PersonRecords,
  lastVisitOn: string | null,
): Customer360['sinceLastVisit'] {
  const entries = latestEntries(context, records, CHANGES_SHOWN)
  return {
    lastVisitOn,
    entries: lastVisitOn === null ? entries : entries.filter((entry) => entry.on > lastVisitOn),
  }
}

const CURRENT_TAGS = read(
  { kind: tag.kind, text: tag.text },
  `SELECT kind, text FROM tag WHERE customer_id = ? AND (expires_on IS NULL OR expires_on >= ?)
   ORDER BY kind, text`,
)

/** Tags are written by hand, so they are masked like every free text (P2). */
function tagsOf(
  connection: ReadConnection,
  { all, ids }: PersonRecords,
  todayOn: string,
): Customer360['tags'] {
  const names = all.map(({ name }) => name)
  return ids
    .flatMap((id) => CURRENT_TAGS.all(connection, id, todayOn))
    .map(({ kind, text }) => ({ kind, text: maskFreeText(text, names) }))
}

function householdOf(connection: ReadConnection, records: PersonRecords): Customer360['household'] {
  const householdNo = records.all.find((record) => record.household_no !== null)?.household_no
  return householdNo == null ? [] : readHousehold(connection, householdNo, records.root.id)
}
