import { IMPORT_FIELDS } from '../../../../shared/domain/imports/import-fields.ts'
import type {
  AccountRow,
  CardRow,
  CustomerRow,
  Direction,
  ImportEntity,
  ImportRows,
  LoanRow,
  TransactionRow,
} from '../../../../shared/domain/imports/import-rows.ts'
import type { FieldBinder } from './field-readers.ts'
import type { RecordIssues } from './record-issues.ts'
import { believable, vouchedNumber } from './vouched-number.ts'

/** Reads one record into a row. When `issues` refuse the record, the row is incomplete and must be thrown away. */
export type RowReader<Row> = (fields: readonly string[], line: number, issues: RecordIssues) => Row

/** A required field is null only in a record that has been refused. */
export function given<Value>(value: Value | null): Value {
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
export const ROW_READERS: {
  readonly [Entity in ImportEntity]: (
    bind: FieldBinder,
    todayOn: string | undefined,
  ) => RowReader<ImportRows[Entity]>
} = { customers, accounts, transactions, loans, cards }
