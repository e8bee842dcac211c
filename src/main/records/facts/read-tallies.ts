import type { CivilDate } from '../../../shared/domain/calendar/civil-date.ts'
import type { ReadConnection } from '../../engine/connection.ts'
import { flag, integer } from '../../engine/schema/columns.ts'
import { TABLES } from '../../engine/schema.ts'
import { read, readArrays } from '../../engine/statement.ts'
import { PASSIVE_KINDS } from './activity.ts'
import { addTransaction, emptyTally, later, type Tally } from './tally.ts'
import type { FactWindows } from './windows.ts'

const { account, txn, timeline_event, intent, intent_evidence, contact, consent } = TABLES

/** Records with consecutive numbers. */
export interface IdRange {
  readonly fromId: number
  readonly toId: number
}

/** Adds everything known about the records of a range to the tallies of the people they belong to. */
export function readInto(
  connection: ReadConnection,
  tallies: ReadonlyMap<number, Tally>,
  range: IdRange,
  windows: FactWindows,
): void {
  readAccounts(connection, tallies, range)
  readLoans(connection, tallies, range)
  readTransactions(connection, tallies, range, windows)
  readEnquiries(connection, tallies, range, windows)
  readContacts(connection, tallies, range, windows)
  readAnalysisConsents(connection, tallies, range)
}

/** A tally for every person of the map; one record of a merged person adds to the same tally as the others. */
export function tallyFor(
  tallies: Map<number, Tally>,
  recordIds: readonly number[],
  windows: FactWindows,
): Tally {
  const tally = emptyTally(windows)
  for (const id of recordIds) tallies.set(id, tally)
  return tally
}

const ACCOUNTS = read(
  {
    customerId: account.customer_id,
    id: account.id,
    kind: account.kind,
    balanceFen: account.balance_fen,
    balanceKnown: flag,
    openedOn: account.opened_on,
    maturesOn: account.matures_on,
    open: flag,
  },
  `SELECT customer_id AS customerId, id, kind, balance_fen AS balanceFen,
     balance_source = 'extract' OR balance_unknown = 0 AS balanceKnown, opened_on AS openedOn,
     matures_on AS maturesOn, status <> 'closed' AS open
   FROM account WHERE customer_id BETWEEN ? AND ?`,
)

function readAccounts(connection: ReadConnection, tallies: ReadonlyMap<number, Tally>, range: IdRange): void {
  const rows = ACCOUNTS.all(connection, range.fromId, range.toId)
  for (const { balanceKnown, ...row } of rows) {
    const tally = tallies.get(row.customerId)
    if (tally === undefined) continue
    tally.accounts.push({ ...row, open: row.open === 1 })
    if (balanceKnown === 0) tally.unknownAccounts.add(row.id)
  }
}

const OWED_ON_LOANS = read(
  { customerId: TABLES.loan.customer_id, fen: integer },
  `SELECT customer_id AS customerId, coalesce(balance_fen, principal_fen) AS fen
   FROM loan WHERE customer_id BETWEEN ? AND ?
     AND (status IN ('running', 'running-overdue') OR (status = 'unknown' AND balance_fen > 0))`,
)

function readLoans(connection: ReadConnection, tallies: ReadonlyMap<number, Tally>, range: IdRange): void {
  for (const row of OWED_ON_LOANS.all(connection, range.fromId, range.toId)) {
    const tally = tallies.get(row.customerId)
    if (tally !== undefined) tally.loanFen += row.fen
  }
}

/** One seek a record into the table clustered by person and day, and the window's rows behind it. */
const TRANSACTIONS = readArrays(
  [
    ['customer_id', txn.customer_id],
    ['account_id', txn.account_id],
    ['on_date', txn.on_date],
    ['incoming', flag],
    ['amount_fen', txn.amount_fen],
    ['kind', txn.kind],
    ['atCounter', flag],
  ],
  `SELECT txn.customer_id, account_id, on_date, direction = 'in' AS incoming, amount_fen, txn.kind,
     coalesce(channel = 'counter', 0) AS atCounter
   FROM customer CROSS JOIN txn ON txn.customer_id = customer.id AND on_date BETWEEN ? AND ?
   WHERE customer.id BETWEEN ? AND ?`,
)

function readTransactions(
  connection: ReadConnection,
  tallies: ReadonlyMap<number, Tally>,
  range: IdRange,
  windows: FactWindows,
): void {
  const rows = TRANSACTIONS.all(connection, windows.monthsFrom, windows.asOf, range.fromId, range.toId)
  for (const row of rows) {
    const tally = tallies.get(row[0])
    if (tally !== undefined) addTransaction(tally, windows, row)
  }
}

/** Adds the enquiries about wealth products that the records of a range are known to have made, and their visits. */
export function readEnquiries(
  connection: ReadConnection,
  tallies: ReadonlyMap<number, Tally>,
  range: IdRange,
  windows: FactWindows,
): void {
  readEvents(connection, tallies, range, windows)
  readFlags(connection, tallies, range, windows)
}

const EVENTS = read(
  { customerId: timeline_event.customer_id, on: timeline_event.on_date, atCounter: flag, enquiry: flag },
  `SELECT customer_id AS customerId, on_date AS "on",
     coalesce(channel = 'counter', 0) OR code = 'counter' AS atCounter,
     code = 'need' AND coalesce(product = 'wealth', 0) AS enquiry
   FROM timeline_event WHERE customer_id BETWEEN ? AND ? AND on_date <= ?`,
)

function readEvents(
  connection: ReadConnection,
  tallies: ReadonlyMap<number, Tally>,
  range: IdRange,
  windows: FactWindows,
): void {
  for (const row of EVENTS.all(connection, range.fromId, range.toId, windows.asOf)) {
    const tally = tallies.get(row.customerId)
    if (tally === undefined) continue
    if (row.atCounter === 1) tally.lastVisitOn = later(tally.lastVisitOn, row.on)
    if (row.enquiry === 1) addEnquiry(tally, row.on, windows)
  }
}

const WEALTH_FLAGS = read(
  { customerId: intent.customer_id, on: intent_evidence.on_date },
  `SELECT customer_id AS customerId, on_date AS "on"
   FROM intent CROSS JOIN intent_evidence ON intent_id = intent.id AND undone_at IS NULL AND on_date <= ?
   WHERE customer_id BETWEEN ? AND ? AND product = 'wealth' AND from_prompt IS NOT 'wealth-enquiries'`,
)

/**
 * Flags on wealth products are enquiries that a teller heard; one that was taken back was never heard. An answer to the
 * prompt that asks because of the enquiries is none: the prompt would feed on its own answers (L3).
 */
function readFlags(
  connection: ReadConnection,
  tallies: ReadonlyMap<number, Tally>,
  range: IdRange,
  windows: FactWindows,
): void {
  for (const row of WEALTH_FLAGS.all(connection, windows.asOf, range.fromId, range.toId)) {
    const tally = tallies.get(row.customerId)
    if (tally !== undefined) addEnquiry(tally, row.on, windows)
  }
}

function addEnquiry(tally: Tally, on: CivilDate, windows: FactWindows): void {
  tally.lastEnquiryOn = later(tally.lastEnquiryOn, on)
  if (on >= windows.recentFrom) tally.enquiries90d++
}

const CONTACTS = read(
  { customerId: contact.customer_id, on: contact.on_date, met: flag },
  `SELECT customer_id AS customerId, on_date AS "on", channel = 'face' AS met
   FROM contact WHERE customer_id BETWEEN ? AND ? AND on_date <= ?`,
)

function readContacts(
  connection: ReadConnection,
  tallies: ReadonlyMap<number, Tally>,
  range: IdRange,
  windows: FactWindows,
): void {
  for (const row of CONTACTS.all(connection, range.fromId, range.toId, windows.asOf)) {
    const tally = tallies.get(row.customerId)
    if (tally === undefined) continue
    tally.lastContactOn = later(tally.lastContactOn, row.on)
    if (row.met === 1) tally.lastVisitOn = later(tally.lastVisitOn, row.on)
  }
}

const PASSIVE_LIST = PASSIVE_KINDS.map((kind) => `'${kind}'`).join(', ')

const LAST_ACTIVE_BEFORE = read(
  { on: txn.on_date },
  `SELECT on_date AS "on" FROM txn WHERE customer_id = ? AND on_date < ? AND kind NOT IN (${PASSIVE_LIST})
   ORDER BY on_date DESC LIMIT 1`,
)

const FIRST_BEFORE = read(
  { on: txn.on_date },
  'SELECT on_date AS "on" FROM txn WHERE customer_id = ? AND on_date < ? ORDER BY on_date LIMIT 1',
)

/** Looks behind the window for someone who did nothing within it. */
export function readOlderActivity(
  connection: ReadConnection,
  tally: Tally,
  recordIds: readonly number[],
  windows: FactWindows,
): void {
  for (const id of recordIds) {
    const firstOn = FIRST_BEFORE.get(connection, id, windows.monthsFrom)?.on
    if (firstOn === undefined) continue
    if (tally.firstKnownOn === null || firstOn < tally.firstKnownOn) tally.firstKnownOn = firstOn
    const lastOn = LAST_ACTIVE_BEFORE.get(connection, id, windows.monthsFrom)?.on ?? null
    tally.lastActiveOn = later(tally.lastActiveOn, lastOn)
  }
}

/** Words on being analysed, said on the records of a range or by the strangers they were; seeks of two indexes. */
export const ANALYSIS_CONSENTS = read(
  { customerId: consent.customer_id, consentId: consent.id, given: consent.given },
  `SELECT customer_id AS customerId, id AS consentId, given FROM consent
   WHERE customer_id >= ? AND customer_id <= ? AND purpose = 'profiling'
   UNION ALL
   SELECT lead.customer_id, consent.id, consent.given FROM lead
   CROSS JOIN consent ON consent.lead_id = lead.id AND consent.purpose = 'profiling'
   WHERE lead.customer_id >= ? AND lead.customer_id <= ?`,
)

/** Whether the people of a range may be analysed (P3): the newest word of a person counts, whichever record it is on. */
export function readAnalysisConsents(
  connection: ReadConnection,
  tallies: ReadonlyMap<number, Tally>,
  { fromId, toId }: IdRange,
): void {
  for (const { customerId, consentId, given } of ANALYSIS_CONSENTS.all(
    connection,
    fromId,
    toId,
    fromId,
    toId,
  )) {
    const tally = customerId === null ? undefined : tallies.get(customerId)
    if (tally === undefined || consentId < (tally.analysis?.consentId ?? 0)) continue
    tally.analysis = { consentId, given: given === 1 }
  }
}
