import { IMPORT_FIELDS } from '../../../../shared/domain/import-fields.ts'
import type {
  AccountRow,
  CardRow,
  Direction,
  ImportEntity,
  ImportRows,
  LoanRow,
  TransactionRow,
} from '../../../../shared/domain/import-rows.ts'
import { customers } from './customer-row.ts'
import type { FieldBinder } from './field-readers.ts'
import type { RecordIssues } from './record-issues.ts'
import { given, type RowReader } from './row-reader.ts'

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
  const number = bind.key('number')
  const numberTail = bind.key('numberTail')
  const kind = bind.code('kind', spec.kind)
  const grade = bind.text('grade')
  const issuedOn = bind.date('issuedOn')
  const status = bind.code('status', spec.status)
  return (fields, line, issues) => {
    const whole = number(fields, issues)?.replace(/[\s-]/g, '') ?? null
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
  readonly [Entity in ImportEntity]: (bind: FieldBinder) => RowReader<ImportRows[Entity]>
} = { customers, accounts, transactions, loans, cards }
