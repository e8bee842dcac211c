import type { CustomerLine } from '../../../../shared/contract/customers.ts'
import type { Published } from '../../../../shared/contract/events/index.ts'
import type { EnteredCustomer } from '../../../../shared/contract/imports.ts'
import type { ParsedInputOf } from '../../../../shared/contract/index.ts'
import { AppError } from '../../../../shared/domain/branch/app-error.ts'
import type { CustomerRow } from '../../../../shared/domain/imports/import-rows.ts'
import type { WriteContext } from '../../../engine/context.ts'
import { integer } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'
import { requireWordsShown } from '../../../records/consents/consent-text.ts'
import { recordAnswer } from '../../../records/consents/record-consent.ts'
import { refreshFactsIn } from '../../../records/facts/refresh.ts'
import { ENTERED_BY_HAND, finishRun, insertRun } from '../../../records/imports/import-run.ts'
import { joinLeadsToPeople } from '../../../records/leads/join.ts'
import { asCustomerLine, CUSTOMER_LINE, CUSTOMER_LINE_SQL } from '../../../records/people/customer-line.ts'
import { CustomerWriter } from '../loading/customer-writer.ts'
import { RunFiles } from '../loading/run-files.ts'
import { SeenTables } from '../loading/seen-rows.ts'
import { Counts, LOADED_TABLES, type LoadSession, TouchedPeople } from '../loading/session.ts'
import { enteredRow } from './entered-row.ts'

type EnterInput = ParsedInputOf<'imports.enter'>

/** The field that an entry fills; whatever it leaves empty says nothing. */
const MAPPED = ['key', 'name', 'birthOn', 'sex', 'idNumber', 'phone'] as const

/**
 * Enters one customer by hand as an import of one row (D1), so that duplicates, the sheet and the undo are an import's.
 * Where somebody known may be the same, nothing is saved and masked previews come back, until the caller says that it is
 * another person. Whoever has the same verified identity number is the same person, whatever the caller says (D2).
 * @throws AppError `leads.consentOutdated`, `imports.customerNoTaken`, `imports.alreadyRunning`, and those of `enteredRow`
 */
export function enterCustomer(context: WriteContext, input: EnterInput): EnteredCustomer {
  const { connection } = context
  requireWordsShown(connection, input.consent)
  const row = enteredRow(input)
  if (UNDER_NO.get(connection, row.key) !== undefined)
    throw new AppError('imports.customerNoTaken', { no: row.key })
  const same = input.another ? [] : likeRow(context, row)
  if (same.length > 0) {
    context.note({ saved: false, offered: same.length })
    context.publish({ saved: false } satisfies Published<'imports.enter'>)
    return { saved: false, same }
  }
  return save(context, input, row)
}

function save(context: WriteContext, input: EnterInput, row: CustomerRow): EnteredCustomer {
  const { connection, nowAt, todayOn, staff, newUid } = context
  const run = insertRun(connection, {
    uid: newUid(),
    profileName: ENTERED_BY_HAND,
    asOf: todayOn,
    staffNo: staff.no,
    nowAt,
  })
  const session: LoadSession = {
    connection,
    run,
    asOf: todayOn,
    source: ENTERED_BY_HAND,
    counts: new Counts(),
    touched: new TouchedPeople(),
    files: new RunFiles(run.id),
    seen: new SeenTables(),
    newUid,
    readClock: () => nowAt,
    nowAt,
  }
  new CustomerWriter(session, { fileName: '', mapped: MAPPED }).write(row)
  const entered = UNDER_NO.get(connection, row.key)
  if (entered === undefined) throw new AppError('customers.notFound')
  recordAnswer(context, { customerId: entered.id }, input.consent)
  joinLeadsToPeople(connection, [entered.id], { nowAt, todayOn, importId: run.id })
  refreshFactsIn(context, [entered.id])
  finishRun(connection, run, { state: 'done', nowAt, counts: session.counts.sheet() })
  context.about(entered.uid)
  context.changed(...LOADED_TABLES)
  context.note({ importUid: run.uid, merged: entered.merged === 1 })
  const { another: _answered, ...said } = input
  context.publish({
    ...said,
    phone: row.phone,
    idNumber: row.idNumber,
    customerUid: entered.uid,
    importUid: run.uid,
  } satisfies Published<'imports.enter'>)
  return { saved: true, customerUid: entered.uid, importUid: run.uid, merged: entered.merged === 1 }
}

/** The record of that number, with the uid of the person that it belongs to. */
const UNDER_NO = read(
  { id: TABLES.customer.id, uid: TABLES.customer.uid, merged: integer },
  `SELECT record.id, person.uid, record.merged_into IS NOT NULL AS merged FROM customer AS record
   JOIN customer AS person ON person.id = coalesce(record.merged_into, record.id) WHERE record.customer_no = ?`,
)

/** A family shares a number, a number shared by more tells nothing. Our own default. */
const MOST_OFFERED = 3

const BY_PHONE = likeBy('record.phone = ?')
const BY_ID = likeBy('record.id_number = ?')
const BY_NAME_AND_BIRTH = likeBy('record.name = ? AND record.birth_on = ?')

function likeBy(condition: string) {
  return read(
    CUSTOMER_LINE,
    `SELECT DISTINCT ${CUSTOMER_LINE_SQL}
     FROM customer AS record JOIN customer ON customer.id = coalesce(record.merged_into, record.id)
     LEFT JOIN customer_facts ON customer_facts.customer_id = customer.id
     WHERE ${condition} LIMIT ${MOST_OFFERED}`,
  )
}

/** Everybody known whom the row may be (D2), masked. */
function likeRow({ connection }: WriteContext, row: CustomerRow): readonly CustomerLine[] {
  const { phone, idNumber, name, birthOn } = row
  const found = [
    ...(idNumber === null ? [] : BY_ID.all(connection, idNumber)),
    ...(phone === null ? [] : BY_PHONE.all(connection, phone)),
    ...(birthOn === null ? [] : BY_NAME_AND_BIRTH.all(connection, name, birthOn)),
  ]
  const lines = new Map(found.map((each) => [each.personUid, asCustomerLine(each)]))
  return [...lines.values()].slice(0, MOST_OFFERED)
}
