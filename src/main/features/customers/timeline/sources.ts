import type { ProductCode } from '../../../../shared/domain/customer/products.ts'
import { TIMELINE_KINDS, type TimelineKind } from '../../../../shared/domain/customer/timeline.ts'
import type { IntentLevel } from '../../../../shared/domain/work/intent.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import { type Column, integer, orNull, type RowOf, text, textOf } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { type Read, read } from '../../../engine/statement.ts'
import type { Ceiling, TimelineSource } from './cursor.ts'

const { contact, customer_note, intent, intent_evidence, lead, timeline_event, txn } = TABLES

/** Between number and account in a transaction's key: below every character that a number has. */
const ACCOUNT_MARK = '\u0001'

/** What every source gives: an entry with the key that its source sorts it by. */
const ENTRY = {
  key: integer,
  on: text,
  kind: textOf<TimelineKind>(),
  code: text,
  channel: orNull(text),
  direction: orNull(textOf<'in' | 'out'>()),
  amountFen: orNull(integer),
  text: orNull(text),
  staffName: orNull(TABLES.staff.name),
  /** What it was about, how much it was wanted and what spoke for it; the signals are a JSON array. */
  product: orNull(textOf<ProductCode>()),
  level: orNull(textOf<IntentLevel>()),
  signals: orNull(text),
}

/** What a source leaves empty. */
const NO_WISH = 'NULL AS product, NULL AS level, NULL AS signals'

/** The key of a transaction is text, and the day of a lead may be missing. */
type EntryColumns = Omit<typeof ENTRY, 'key' | 'on'> & {
  readonly key: Column<number | string>
  readonly on: Column<string | null>
}

export type SourceRow = RowOf<EntryColumns> & { readonly on: string }

interface Source {
  readonly kinds: readonly TimelineKind[]
  /**
   * Takes record, day and key of the ceiling, and the number of rows; before the latter `event` the kinds wanted,
   * between bars, and `txn` the least amount.
   * Gives the later day first, then the higher key.
   */
  readonly rows: Pick<Read<EntryColumns>, 'sql' | 'all'>
}

export const SOURCES: Record<TimelineSource, Source> = {
  txn: {
    kinds: ['transaction'],
    rows: read(
      {
        ...ENTRY,
        key: txn.txn_no,
        on: txn.on_date,
        code: txn.kind,
        direction: txn.direction,
        amountFen: txn.amount_fen,
      },
      `SELECT txn_no || char(1) || printf('%016d', account_id) AS key, on_date AS "on", 'transaction' AS kind, txn.kind AS code, channel, direction,
        amount_fen AS amountFen, note AS text, NULL AS staffName, ${NO_WISH}
      FROM txn WHERE customer_id = ? AND (on_date, txn_no, account_id) < (?, ?, ?) AND amount_fen >= ?
      ORDER BY on_date DESC, txn_no DESC, account_id DESC LIMIT ?`,
    ),
  },
  event: {
    kinds: TIMELINE_KINDS,
    rows: read(
      {
        ...ENTRY,
        key: timeline_event.id,
        on: timeline_event.on_date,
        kind: timeline_event.kind,
        code: timeline_event.code,
      },
      `SELECT event.id AS key, on_date AS "on", kind, code, channel, NULL AS direction, NULL AS amountFen, text,
        staff.name AS staffName, product, NULL AS level, NULL AS signals
      FROM timeline_event AS event LEFT JOIN staff ON staff.no = event.staff_no
      WHERE customer_id = ? AND (on_date, event.id) < (?, ?) AND instr(?, '|' || kind || '|') > 0
      ORDER BY on_date DESC, event.id DESC LIMIT ?`,
    ),
  },
  contact: {
    kinds: ['channel'],
    rows: read(
      { ...ENTRY, key: contact.id, on: contact.on_date, code: contact.outcome, channel: contact.channel },
      `SELECT contact.id AS key, contact.on_date AS "on", 'channel' AS kind, outcome AS code, channel,
        NULL AS direction, NULL AS amountFen, nullif(note, '') AS text, staff.name AS staffName,
        intent.product, intent.level, NULL AS signals
      FROM contact LEFT JOIN staff ON staff.no = contact.staff_no LEFT JOIN intent ON intent.id = contact.intent_id
      WHERE contact.customer_id = ? AND (contact.on_date, contact.id) < (?, ?)
      ORDER BY contact.on_date DESC, contact.id DESC LIMIT ?`,
    ),
  },
  note: {
    kinds: ['non-transaction'],
    rows: read(
      { ...ENTRY, key: customer_note.id, on: customer_note.on_date, text: customer_note.note },
      `SELECT written.id AS key, on_date AS "on", 'non-transaction' AS kind, 'note' AS code, NULL AS channel,
        NULL AS direction, NULL AS amountFen, note AS text, staff.name AS staffName, ${NO_WISH}
      FROM customer_note AS written LEFT JOIN staff ON staff.no = written.staff_no
      WHERE customer_id = ? AND (on_date, written.id) < (?, ?)
      ORDER BY on_date DESC, written.id DESC LIMIT ?`,
    ),
  },
  flag: {
    kinds: ['non-transaction'],
    rows: read(
      {
        ...ENTRY,
        key: intent_evidence.id,
        on: intent_evidence.on_date,
        product: intent.product,
        level: intent_evidence.level,
        signals: intent_evidence.signals,
      },
      `SELECT flag.id AS key, flag.on_date AS "on", 'non-transaction' AS kind, 'need' AS code, NULL AS channel,
        NULL AS direction, NULL AS amountFen, nullif(flag.note, '') AS text, staff.name AS staffName,
        intent.product, flag.level, flag.signals
      FROM intent JOIN intent_evidence AS flag ON flag.intent_id = intent.id AND flag.undone_at IS NULL
      LEFT JOIN staff ON staff.no = flag.staff_no
      WHERE intent.customer_id = ? AND (flag.on_date, flag.id) < (?, ?)
      ORDER BY flag.on_date DESC, flag.id DESC LIMIT ?`,
    ),
  },
  // The day on which a stranger turned out to be this person, by an import or at the counter (L7).
  lead: {
    kinds: ['non-transaction'],
    rows: read(
      { ...ENTRY, key: lead.id, on: lead.joined_on, product: lead.product, level: lead.level },
      `SELECT lead.id AS key, joined_on AS "on", 'non-transaction' AS kind, 'lead-joined' AS code, NULL AS channel,
        NULL AS direction, NULL AS amountFen, nullif(lead.note, '') AS text, staff.name AS staffName,
        lead.product, lead.level, NULL AS signals
      FROM lead LEFT JOIN staff ON staff.no = lead.created_by
      WHERE customer_id = ? AND (joined_on, lead.id) < (?, ?)
      ORDER BY joined_on DESC, lead.id DESC LIMIT ?`,
    ),
  },
}

/** Which rows of a source are wanted. */
export interface WantedRows {
  readonly kinds: readonly TimelineKind[]
  /** Null for every amount, and for what has none. */
  readonly minFen: number | null
}

/** Reads the next rows of one source and record below the ceiling. */
export function readSource(
  connection: ReadConnection,
  source: TimelineSource,
  recordId: number,
  { on, key }: Ceiling,
  wanted: WantedRows,
  limit: number,
): SourceRow[] {
  const below = source === 'txn' ? numberAndAccount(key) : [key]
  const found = SOURCES[source].rows.all(
    connection,
    recordId,
    on,
    ...below,
    ...wordsFor(source, wanted),
    limit,
  )
  // A lead has no day before it is joined; the comparison with the ceiling leaves it out already.
  return found.filter((row): row is SourceRow => row.on !== null)
}

/** Two accounts of a person may bear one number on a day: both legs of a transfer. */
function numberAndAccount(key: Ceiling['key']): [txnNo: Ceiling['key'], accountId: number] {
  if (typeof key !== 'string') return [key, 0]
  const [txnNo = '', accountId = '0'] = key.split(ACCOUNT_MARK)
  return [txnNo, Number(accountId)]
}

/** The sources that can give what is wanted: only a transaction has an amount. */
export function sourcesFor(
  { kinds, minFen }: WantedRows,
  among: readonly TimelineSource[],
): TimelineSource[] {
  return among.filter(
    (source) =>
      SOURCES[source].kinds.some((kind) => kinds.includes(kind)) && (minFen === null || source === 'txn'),
  )
}

function wordsFor(source: TimelineSource, { kinds, minFen }: WantedRows): (string | number)[] {
  switch (source) {
    case 'event':
      return [`|${kinds.join('|')}|`]
    case 'txn':
      return [minFen ?? 0]
    default:
      return []
  }
}
