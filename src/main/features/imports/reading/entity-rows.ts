import type { EntityFile } from '../../../../shared/contract/import-profile.ts'
import { DEFAULT_NULLS } from '../../../../shared/domain/imports/cell-text.ts'
import { IMPORT_FIELDS } from '../../../../shared/domain/imports/import-fields.ts'
import type {
  AccountRow,
  CardRow,
  CustomerRow,
  Direction,
  ImportEntity,
  ImportRows,
  LoanRow,
  RowProblem,
  TransactionRow,
} from '../../../../shared/domain/imports/import-rows.ts'
import { unreadFields } from '../../../../shared/domain/imports/unread-fields.ts'
import { columnFinder, compileFilter, compileFilterFault, type Lookups } from './expression.ts'
import { FieldBinder, HeldValues } from './field-readers.ts'
import { RecordIssues } from './record-issues.ts'
import type { SourceRecord } from './record-splitter.ts'
import { hasUnclearEscape } from './text/escapes.ts'
import { damageIn } from './text/field-damage.ts'
import { believable, vouchedNumber } from './vouched-number.ts'

export type MappedRecord<Row> =
  | { readonly ok: true; readonly row: Row; readonly warnings: readonly RowProblem[] }
  | { readonly ok: false; readonly problems: readonly RowProblem[] }

/** Null for a record that the profile's filters leave out. */
export type RecordMapper<Row> = (record: SourceRecord) => MappedRecord<Row> | null

const NO_WARNINGS: readonly RowProblem[] = []

interface FileSource {
  readonly header: readonly string[]
  readonly file: string
  readonly format: 'csv' | 'xlsx'
  /** The branch's day, which no birth can follow; births are not compared with it where it is left out. */
  readonly todayOn?: string
}

/**
 * Prepares a file's mapping and cleaning once, so that a record costs function calls and nothing else (D1, D2).
 * @param header the file's columns
 * @throws AppError imports.missingColumn, imports.profileInvalid
 */
export function compileFile<Entity extends ImportEntity>(
  entity: Entity,
  profile: EntityFile,
  source: FileSource,
  lookups: Lookups,
): RecordMapper<ImportRows[Entity]> {
  const columnIndex = columnFinder(source.header, source.file)
  const passes = compileFilter(profile, columnIndex)
  const unreadable = compileFilterFault(profile, columnIndex)
  const held = source.format === 'xlsx' ? new HeldValues() : null
  const place = { line: 0 }
  const context = {
    file: profile,
    columnIndex,
    lookups,
    place,
    amount: {
      decimal: profile.decimal,
      unit: profile.unit,
      signMarks: profile.signMarks,
      residue: held !== null,
    },
    cells: { kind: 'code', nulls: profile.nulls ? new Set(profile.nulls) : DEFAULT_NULLS },
    held,
  } as const
  const doubt = { damaged: false, delimiter: '' }
  const readWhole = ROW_READERS[entity](new FieldBinder({ ...context, doubt: null }), source.todayOn)
  let readDoubtful: RowReader<ImportRows[Entity]> | null = null
  /** Few files hold a doubtful record, so what reads it is made for the first one. */
  const doubtfulReader = () => {
    readDoubtful ??= ROW_READERS[entity](new FieldBinder({ ...context, doubt }), source.todayOn)
    return readDoubtful
  }
  const filters = [...Object.keys(profile.where), ...Object.keys(profile.unless)].map(columnIndex)
  const issues = new RecordIssues()
  return (record) => {
    const { fields, values, line, damaged, unclear } = record
    const fault = unreadable(fields)
    if (fault !== null) return { ok: false, problems: [fault] }
    if (damaged === true && filters.some((at) => damageIn(fields[at] ?? '') !== null)) {
      return { ok: false, problems: [{ code: 'undecodable' }] }
    }
    if (unclear !== undefined && filters.some((at) => hasUnclearEscape(fields[at] ?? '', unclear, true))) {
      return { ok: false, problems: [{ code: 'escape-unclear' }] }
    }
    if (!passes(fields)) return null
    const isDoubtful = damaged === true || unclear !== undefined
    if (isDoubtful) {
      doubt.damaged = damaged === true
      doubt.delimiter = unclear ?? ''
    }
    if (held !== null) held.row = values ?? fields
    place.line = line
    const row = readOrRefuse(isDoubtful ? doubtfulReader() : readWhole, record, issues)
    if (!issues.found) return { ok: true, row, warnings: NO_WARNINGS }
    const kept = issues.takeKept()
    if (!issues.refused) return flagged(row, issues.take(), kept)
    return { ok: false, problems: issues.take() }
  }
}

/**
 * No cell ends a run: what cleaning code does not expect refuses the one record. Its message is dropped, as it may quote
 * the cell.
 */
function readOrRefuse<Row>(
  read: RowReader<Row>,
  { fields, line }: Pick<SourceRecord, 'fields' | 'line'>,
  issues: RecordIssues,
): Row {
  try {
    return read(fields, line, issues)
  } catch {
    issues.refuse('row-failed', '', '')
    return given<Row>(null)
  }
}

/** A record that enters, with what could not be read of it. */
function flagged<Row extends ImportRows[ImportEntity]>(
  row: Row,
  warnings: readonly RowProblem[],
  kept: readonly string[],
): MappedRecord<Row> {
  const unread = [...unreadFields(warnings), ...kept]
  return { ok: true, row: unread.length === 0 ? row : { ...row, unread }, warnings }
}

/** Reads one record into a row. When `issues` refuse the record, the row is incomplete and must be thrown away. */
type RowReader<Row> = (fields: readonly string[], line: number, issues: RecordIssues) => Row

/** A required field is null only in a record that has been refused. */
function given<Value>(value: Value | null): Value {
  return value as Value
}

/**
 * An ID number that its check digit vouches for also tells birth date and sex where the extract does not. One that the
 * record contradicts tells nothing: it is somebody else's.
 */
function customers(bind: FieldBinder, todayOn: string | undefined): RowReader<CustomerRow> {
  const spec = IMPORT_FIELDS.customers
  const key = bind.key('key')
  const name = bind.name('name')
  const birthOn = bind.date('birthOn')
  const sex = bind.code('sex', spec.sex)
  const idNumber = bind.idNumber('idNumber')
  const phone = bind.phone('phone')
  const occupation = bind.text('occupation')
  const employer = bind.text('employer')
  const industry = bind.text('industry')
  const address = bind.text('address')
  const housing = bind.text('housing')
  const income = bind.money('income')
  const marriage = bind.text('marriage')
  const education = bind.text('education')
  const family = bind.text('family')
  const riskGrade = bind.code('riskGrade', spec.riskGrade)
  const riskAssessedOn = bind.date('riskAssessedOn')
  const riskExpiresOn = bind.date('riskExpiresOn')
  const channelPreference = bind.code('channelPreference', spec.channelPreference)
  const hobbies = bind.text('hobbies')
  const leaning = bind.text('leaning')
  const householdNo = bind.key('householdNo')
  const ownerStaffNo = bind.key('ownerStaffNo')
  return (fields, line, issues) => {
    const id = idNumber(fields, issues)
    const said = {
      key: given(key(fields, issues)),
      name: given(name(fields, issues)),
      birthOn: believable(birthOn(fields, issues), todayOn, issues),
      sex: sex(fields, issues),
    }
    const vouched = issues.refused ? null : vouchedNumber(id, said, todayOn, issues)
    const phones = phone(fields, issues)
    const row: CustomerRow = {
      line,
      key: said.key,
      name: said.name,
      birthOn: said.birthOn ?? vouched?.birthOn ?? null,
      sex: said.sex ?? vouched?.sex ?? null,
      idNumber: id?.number ?? null,
      idChecked: vouched !== null,
      phone: phones.phone,
      phoneEntries: phones.phoneEntries,
      occupation: occupation(fields, issues),
      employer: employer(fields, issues),
      industry: industry(fields, issues),
      address: address(fields, issues),
      housing: housing(fields, issues),
      incomeFen: income(fields, issues),
      marriage: marriage(fields, issues),
      education: education(fields, issues),
      family: family(fields, issues),
      riskGrade: riskGrade(fields, issues),
      riskAssessedOn: riskAssessedOn(fields, issues),
      riskExpiresOn: riskExpiresOn(fields, issues),
      channelPreference: channelPreference(fields, issues),
      hobbies: hobbies(fields, issues),
      leaning: leaning(fields, issues),
      householdNo: householdNo(fields, issues),
      ownerStaffNo: ownerStaffNo(fields, issues),
    }
    const told = vouched === null ? NOTHING_TOLD : toldBy(said)
    return told.length === 0 ? row : { ...row, toldByNumber: told }
  }
}

const NOTHING_TOLD: readonly ('birthOn' | 'sex')[] = []

function toldBy({ birthOn, sex }: Pick<CustomerRow, 'birthOn' | 'sex'>): readonly ('birthOn' | 'sex')[] {
  if (birthOn !== null) return sex === null ? ['sex'] : NOTHING_TOLD
  return sex === null ? ['birthOn', 'sex'] : ['birthOn']
}

const CARD_TAIL = 4

function accounts(bind: FieldBinder): RowReader<AccountRow> {
  const spec = IMPORT_FIELDS.accounts
  const key = bind.key('key')
  const customerKey = bind.key('customerKey')
  const kind = bind.code('kind', spec.kind)
  const productName = bind.text('productName')
  const balance = bind.money('balance')
  const openedOn = bind.date('openedOn')
  const maturesOn = bind.date('maturesOn')
  const rate = bind.percent('rate')
  const status = bind.code('status', spec.status)
  return (fields, line, issues) => ({
    line,
    key: given(key(fields, issues)),
    customerKey: given(customerKey(fields, issues)),
    kind: given(kind(fields, issues)),
    productName: productName(fields, issues),
    balanceFen: balance(fields, issues),
    openedOn: openedOn(fields, issues),
    maturesOn: maturesOn(fields, issues),
    ratePercent: rate(fields, issues),
    status: status(fields, issues),
  })
}

function opposite(direction: Direction): Direction {
  return direction === 'in' ? 'out' : 'in'
}

function transactions(bind: FieldBinder): RowReader<TransactionRow> {
  const spec = IMPORT_FIELDS.transactions
  const key = bind.key('key')
  const accountKey = bind.key('accountKey')
  const on = bind.date('on')
  const direction = bind.code('direction', spec.direction)
  const amount = bind.money('amount')
  const balance = bind.money('balance')
  const kind = bind.code('kind', spec.kind)
  const channel = bind.code('channel', spec.channel)
  const note = bind.text('note')
  return (fields, line, issues) => {
    const signedFen = given(amount(fields, issues))
    const named = given(direction(fields, issues))
    return {
      line,
      key: given(key(fields, issues)),
      accountKey: given(accountKey(fields, issues)),
      on: given(on(fields, issues)),
      direction: signedFen < 0 ? opposite(named) : named,
      amountFen: Math.abs(signedFen),
      balanceFen: balance(fields, issues),
      kind: given(kind(fields, issues)),
      channel: channel(fields, issues),
      note: note(fields, issues),
    }
  }
}

/** A loan or card that names neither its customer nor its account belongs to nobody. */
function refuseOwnerless(customerKey: string | null, accountKey: string | null, issues: RecordIssues): void {
  if (customerKey === null && accountKey === null) issues.refuse('required-missing', 'customerKey', '')
}

function loans(bind: FieldBinder): RowReader<LoanRow> {
  const key = bind.key('key')
  const customerKey = bind.key('customerKey')
  const accountKey = bind.key('accountKey')
  const principal = bind.money('principal')
  const balance = bind.money('balance')
  const startedOn = bind.date('startedOn')
  const endsOn = bind.date('endsOn')
  const months = bind.count('months')
  const payment = bind.money('payment')
  const status = bind.code('status', IMPORT_FIELDS.loans.status)
  return (fields, line, issues) => {
    const row: LoanRow = {
      line,
      key: given(key(fields, issues)),
      customerKey: customerKey(fields, issues),
      accountKey: accountKey(fields, issues),
      principalFen: principal(fields, issues),
      balanceFen: balance(fields, issues),
      startedOn: startedOn(fields, issues),
      endsOn: endsOn(fields, issues),
      months: months(fields, issues),
      paymentFen: payment(fields, issues),
      status: status(fields, issues),
    }
    refuseOwnerless(row.customerKey, row.accountKey, issues)
    return row
  }
}

function cards(bind: FieldBinder): RowReader<CardRow> {
  const spec = IMPORT_FIELDS.cards
  const key = bind.key('key')
  const customerKey = bind.key('customerKey')
  const accountKey = bind.key('accountKey')
  const number = bind.cardNumber('number')
  const numberTail = bind.key('numberTail')
  const kind = bind.code('kind', spec.kind)
  const grade = bind.text('grade')
  const issuedOn = bind.date('issuedOn')
  const status = bind.code('status', spec.status)
  return (fields, line, issues) => {
    const whole = number(fields, issues)
    const row: CardRow = {
      line,
      key: given(key(fields, issues)),
      customerKey: customerKey(fields, issues),
      accountKey: accountKey(fields, issues),
      number: whole,
      numberTail: (numberTail(fields, issues) ?? whole)?.slice(-CARD_TAIL) ?? null,
      kind: kind(fields, issues),
      grade: grade(fields, issues),
      issuedOn: issuedOn(fields, issues),
      status: status(fields, issues),
    }
    refuseOwnerless(row.customerKey, row.accountKey, issues)
    return row
  }
}

/** How each entity's row is put together from its fields. */
const ROW_READERS: {
  readonly [Entity in ImportEntity]: (
    bind: FieldBinder,
    todayOn: string | undefined,
  ) => RowReader<ImportRows[Entity]>
} = { customers, accounts, transactions, loans, cards }
