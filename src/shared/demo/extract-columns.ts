import * as codes from '../domain/imports/import-codes.ts'
import type { ImportEntity, ImportField } from '../domain/imports/import-fields.ts'
import type { DemoAccount, DemoCard, DemoCustomer, DemoDossier, DemoLoan, DemoTransaction } from './rows.ts'

/** The demo rows that an extract holds. */
export interface ExtractRows {
  readonly customers: DemoCustomer
  readonly accounts: DemoAccount
  readonly transactions: DemoTransaction
  readonly loans: DemoLoan
  readonly cards: DemoCard
}

/** One column of an extract: what it is called, which field it fills, and how a row says it. */
export interface Column<Row, Field extends string = string> {
  readonly field: Field
  readonly heading: string
  readonly text: (row: Row) => string
}

type Columns = { readonly [E in ImportEntity]: readonly Column<ExtractRows[E], ImportField<E>>[] }

/**
 * The demo branch's extract as a core banking system would write it: Chinese headings and code words, amounts in yuan.
 * The import profile is derived from this table, so the two cannot disagree.
 */
export const EXTRACT_COLUMNS: Columns = {
  customers: [
    { field: 'key', heading: '客户号', text: (row) => row.key },
    { field: 'name', heading: '姓名', text: (row) => row.name },
    { field: 'birthOn', heading: '出生日期', text: (row) => row.birthOn },
    { field: 'sex', heading: '性别', text: wordOf(codes.SEX_SPELLINGS, (row) => row.sex) },
    { field: 'idNumber', heading: '证件号码', text: (row) => row.idNumber },
    { field: 'phone', heading: '手机号', text: (row) => row.phone },
    { field: 'occupation', heading: '职业', text: (row) => row.occupation },
    { field: 'employer', heading: '工作单位', text: (row) => row.employer },
    { field: 'industry', heading: '行业', text: (row) => row.industry },
    { field: 'address', heading: '住址', text: (row) => row.address },
    { field: 'housing', heading: '住房情况', text: (row) => row.housing },
    { field: 'income', heading: '年收入', text: (row) => yuanText(row.incomeFen) },
    { field: 'marriage', heading: '婚姻状况', text: (row) => row.marriage },
    { field: 'education', heading: '学历', text: (row) => row.education },
    { field: 'family', heading: '家庭情况', text: (row) => row.family },
    {
      field: 'riskGrade',
      heading: '风险等级',
      text: wordOf(codes.RISK_GRADE_SPELLINGS, (row) => row.riskGrade),
    },
    { field: 'riskAssessedOn', heading: '风险测评日', text: (row) => row.riskAssessedOn ?? '' },
    { field: 'riskExpiresOn', heading: '风险测评到期日', text: (row) => row.riskExpiresOn ?? '' },
    {
      field: 'channelPreference',
      heading: '偏好渠道',
      text: wordOf(codes.CONTACT_CHANNEL_SPELLINGS, (row) => row.channelPreference),
    },
    { field: 'hobbies', heading: '爱好', text: (row) => row.hobbies },
    { field: 'leaning', heading: '投资倾向', text: (row) => row.leaning },
    { field: 'householdNo', heading: '家庭编号', text: (row) => row.householdNo ?? '' },
    { field: 'ownerStaffNo', heading: '管户经理工号', text: (row) => row.ownerStaffNo ?? '' },
  ],
  accounts: [
    { field: 'key', heading: '账号', text: (row) => row.key },
    { field: 'customerKey', heading: '客户号', text: (row) => row.customerKey },
    { field: 'kind', heading: '账户种类', text: wordOf(codes.ACCOUNT_KIND_SPELLINGS, (row) => row.kind) },
    { field: 'productName', heading: '产品名称', text: (row) => row.productName },
    { field: 'balance', heading: '余额', text: (row) => yuanText(row.balanceFen) },
    { field: 'openedOn', heading: '开户日', text: (row) => row.openedOn },
    { field: 'maturesOn', heading: '到期日', text: (row) => row.maturesOn ?? '' },
    { field: 'rate', heading: '年利率', text: (row) => row.ratePercent?.toString() ?? '' },
    {
      field: 'status',
      heading: '账户状态',
      text: wordOf(codes.ACCOUNT_STATUS_SPELLINGS, (row) => row.status),
    },
  ],
  transactions: [
    { field: 'key', heading: '流水号', text: (row) => row.key },
    { field: 'accountKey', heading: '账号', text: (row) => row.accountKey },
    { field: 'on', heading: '交易日', text: (row) => row.on },
    { field: 'direction', heading: '借贷', text: wordOf(codes.DIRECTION_SPELLINGS, (row) => row.direction) },
    { field: 'amount', heading: '金额', text: (row) => yuanText(row.amountFen) },
    { field: 'balance', heading: '余额', text: (row) => yuanText(row.balanceFen) },
    { field: 'kind', heading: '交易种类', text: wordOf(codes.TRANSACTION_KIND_SPELLINGS, (row) => row.kind) },
    {
      field: 'channel',
      heading: '渠道',
      text: wordOf(codes.TRANSACTION_CHANNEL_SPELLINGS, (row) => row.channel),
    },
    { field: 'note', heading: '摘要', text: (row) => row.note ?? '' },
  ],
  loans: [
    { field: 'key', heading: '借据号', text: (row) => row.key },
    { field: 'customerKey', heading: '客户号', text: (row) => row.customerKey },
    { field: 'accountKey', heading: '还款账号', text: (row) => row.accountKey ?? '' },
    { field: 'principal', heading: '贷款金额', text: (row) => yuanText(row.principalFen) },
    { field: 'balance', heading: '贷款余额', text: (row) => yuanText(row.balanceFen) },
    { field: 'startedOn', heading: '放款日', text: (row) => row.startedOn },
    { field: 'endsOn', heading: '到期日', text: (row) => row.endsOn },
    { field: 'months', heading: '期数', text: (row) => String(row.months) },
    { field: 'payment', heading: '月供', text: (row) => yuanText(row.paymentFen) },
    { field: 'status', heading: '贷款状态', text: wordOf(codes.LOAN_STATUS_SPELLINGS, (row) => row.status) },
  ],
  cards: [
    { field: 'key', heading: '卡片编号', text: (row) => row.key },
    { field: 'customerKey', heading: '客户号', text: (row) => row.customerKey },
    { field: 'accountKey', heading: '账号', text: (row) => row.accountKey },
    { field: 'number', heading: '卡号', text: (row) => row.number },
    { field: 'kind', heading: '卡种', text: wordOf(codes.CARD_KIND_SPELLINGS, (row) => row.kind) },
    { field: 'grade', heading: '卡等级', text: (row) => row.grade },
    { field: 'issuedOn', heading: '发卡日', text: (row) => row.issuedOn },
    { field: 'status', heading: '卡状态', text: wordOf(codes.CARD_STATUS_SPELLINGS, (row) => row.status) },
  ],
}

/** The rows of one entity in a customer's dossier. */
export function rowsIn<E extends ImportEntity>(
  customerRecord: DemoDossier,
  entity: E,
): readonly ExtractRows[E][] {
  const rows: { readonly [K in ImportEntity]: readonly ExtractRows[K][] } = {
    customers: [customerRecord.customer],
    accounts: customerRecord.accounts,
    transactions: customerRecord.transactions,
    loans: customerRecord.loans,
    cards: customerRecord.cards,
  }
  return rows[entity]
}

/** Says a code in the first of the words that the import understands for it; a code without a word stays as it is. */
function wordOf<Row>(
  spellings: codes.CodeSpellings,
  codeIn: (row: Row) => string | null,
): (row: Row) => string {
  const words = new Map<string, string>()
  for (const [word, code] of Object.entries(spellings)) if (!words.has(code)) words.set(code, word)
  return (row) => {
    const code = codeIn(row)
    return code === null ? '' : (words.get(code) ?? code.toUpperCase())
  }
}

function yuanText(fen: number): string {
  const cents = fen % 100
  return `${(fen - cents) / 100}.${cents < 10 ? '0' : ''}${cents}`
}
