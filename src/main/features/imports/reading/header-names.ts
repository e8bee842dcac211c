import {
  fieldsOf,
  IMPORT_ENTITIES,
  type ImportEntity,
} from '../../../../shared/domain/imports/import-fields.ts'

type Names = Readonly<Record<string, readonly string[]>>

const CUSTOMER_KEY = [
  '客户号',
  '客户编号',
  '客户id',
  'customerid',
  'customerno',
  'custid',
  'custno',
  'clientid',
  'clientno',
]
const ACCOUNT_KEY = [
  '账号',
  '账户',
  '账户号',
  '账户编号',
  '存款账号',
  'accountid',
  'accountno',
  'acctid',
  'acctno',
  'acctnbr',
]
const BALANCE = ['余额', '账户余额', '当前余额', 'balance', 'bal', 'currentbalance']

/** What a list of customers calls the money that somebody holds. */
const BALANCE_OF_CUSTOMER = ['存款余额', '存款', '资产余额', '活期余额', 'depositbalance', 'deposits']

/** What banks call their columns, written without blanks, underlines and brackets, in lower case. */
const HEADER_NAMES: Readonly<Record<ImportEntity, Names>> = {
  customers: {
    key: CUSTOMER_KEY,
    name: [
      '姓名',
      '客户姓名',
      '客户名称',
      '户名',
      'name',
      'customername',
      'custname',
      'clientname',
      'fullname',
    ],
    birthOn: ['出生日期', '生日', '出生年月日', 'birthdate', 'birthday', 'dateofbirth', 'dob'],
    sex: ['性别', 'sex', 'gender'],
    idNumber: ['证件号码', '证件号', '身份证号', '身份证号码', 'idnumber', 'idno', 'certno'],
    phone: [
      '手机号',
      '手机号码',
      '手机',
      '联系电话',
      '电话',
      'phone',
      'mobile',
      'mobileno',
      'phonenumber',
      'tel',
    ],
    occupation: ['职业', 'occupation', 'job'],
    employer: ['工作单位', '单位', '单位名称', 'employer', 'company'],
    industry: ['行业', '所属行业', 'industry', 'trade'],
    address: ['地址', '联系地址', '家庭地址', '居住地址', 'address', 'homeaddress'],
    housing: ['住房情况', '住房', 'housing'],
    income: ['年收入', '收入', 'income', 'annualincome'],
    marriage: ['婚姻状况', '婚姻', 'marriage', 'maritalstatus'],
    education: ['学历', '教育程度', 'education'],
    family: ['家庭情况', '家庭', 'family'],
    riskGrade: ['风险等级', '风险承受能力', '风险评级', 'riskgrade', 'risklevel'],
    riskAssessedOn: ['风险评估日期', '风评日期', 'riskassessedon', 'riskdate'],
    riskExpiresOn: ['风险评估到期日', '风评到期日', 'riskexpireson', 'riskexpiry'],
    channelPreference: ['渠道偏好', '联系渠道', 'channelpreference', 'preferredchannel'],
    hobbies: ['爱好', '兴趣爱好', 'hobbies'],
    leaning: ['投资偏好', '投资倾向', 'leaning', 'investmentpreference'],
    householdNo: ['家庭编号', '户号', 'householdno', 'householdid'],
    ownerStaffNo: ['客户经理', '客户经理工号', '管户人', '管户工号', 'ownerstaffno', 'managerno', 'rmid'],
  },
  accounts: {
    key: ACCOUNT_KEY,
    customerKey: CUSTOMER_KEY,
    kind: ['账户类型', '账户种类', '产品类型', '种类', 'kind', 'accounttype', 'accttype', 'producttype'],
    productName: ['产品名称', '产品', 'productname', 'product'],
    balance: BALANCE,
    openedOn: ['开户日期', '开户日', '起息日', 'openedon', 'opendate', 'dateopened'],
    maturesOn: ['到期日', '到期日期', 'matureson', 'maturitydate', 'maturity'],
    rate: ['利率', '年利率', 'rate', 'interestrate'],
    status: ['账户状态', '状态', 'status', 'accountstatus'],
  },
  transactions: {
    key: ['流水号', '交易流水号', '交易流水', 'transid', 'transactionid', 'txnid', 'serialno'],
    accountKey: ACCOUNT_KEY,
    on: ['交易日期', '交易日', '记账日期', 'transdate', 'transactiondate', 'txndate', 'postingdate'],
    direction: ['借贷标志', '借贷方向', '收支', '收支标志', '方向', 'direction', 'drcr', 'dcflag'],
    amount: ['交易金额', '金额', '发生额', 'amount', 'transamount', 'txnamount'],
    balance: [...BALANCE, '交易后余额', 'balanceafter'],
    kind: ['交易类型', '交易种类', '业务类型', 'transtype', 'transactiontype', 'txntype'],
    channel: ['交易渠道', '渠道', 'channel'],
    note: ['摘要', '备注', '附言', 'note', 'memo', 'remark', 'description'],
  },
  loans: {
    key: ['借据号', '贷款编号', '合同号', '贷款账号', 'loanid', 'loanno'],
    customerKey: CUSTOMER_KEY,
    accountKey: [...ACCOUNT_KEY, '还款账号'],
    principal: ['贷款金额', '本金', '放款金额', '合同金额', 'principal', 'loanamount'],
    balance: ['贷款余额', ...BALANCE],
    startedOn: ['放款日期', '发放日期', '起始日', 'startedon', 'startdate', 'loandate'],
    endsOn: ['到期日', '到期日期', '贷款到期日', 'endson', 'enddate', 'maturitydate'],
    months: ['期限', '贷款期限', '期数', 'months', 'duration', 'term'],
    payment: ['月供', '每期还款额', 'payment', 'payments', 'instalment', 'installment'],
    status: ['贷款状态', '状态', 'status', 'loanstatus'],
  },
  cards: {
    key: ['卡编号', '卡号', 'cardid', 'cardno', 'cardnumber'],
    customerKey: CUSTOMER_KEY,
    accountKey: ACCOUNT_KEY,
    number: ['卡号', 'cardno', 'cardnumber'],
    numberTail: ['卡号后四位', '卡尾号', 'cardtail', 'last4'],
    kind: ['卡类型', '卡种', '卡片类型', 'cardtype', 'cardkind'],
    grade: ['卡等级', '卡级别', '卡片等级', 'cardgrade', 'cardlevel'],
    issuedOn: ['发卡日期', '开卡日期', 'issuedon', 'issuedate', 'issued'],
    status: ['卡状态', '状态', 'status', 'cardstatus'],
  },
}

/** A required field weighs more than the many that several entities share. */
const REQUIRED_WEIGHT = 3

export interface Suggestion {
  readonly entity: ImportEntity | null
  /** Target field → column. */
  readonly columns: Readonly<Record<string, string>>
}

function plainName(header: string): string {
  return header.toLowerCase().replace(/[\s_\-.()（）【】[\]]/g, '')
}

/** The column of each field of an entity, target field → column, as far as the header names it. */
export function columnsFor(entity: ImportEntity, header: readonly string[]): Record<string, string> {
  const byName = new Map(header.map((column) => [plainName(column), column]))
  const columns: Record<string, string> = {}
  for (const [field, names] of Object.entries(HEADER_NAMES[entity])) {
    const hit = [field.toLowerCase(), ...names].find((name) => byName.has(name))
    const column = hit === undefined ? undefined : byName.get(hit)
    if (column !== undefined) columns[field] = column
  }
  return columns
}

/** The column of a customers file that is the balance of an account, which a customer has no field for; null without. */
export function balanceColumnOf(header: readonly string[]): string | null {
  return header.find((column) => [...BALANCE, ...BALANCE_OF_CUSTOMER].includes(plainName(column))) ?? null
}

function weigh(entity: ImportEntity, columns: Readonly<Record<string, string>>): number {
  const specs = fieldsOf(entity)
  let weight = 0
  for (const [field, spec] of Object.entries(specs)) {
    const matched = Object.hasOwn(columns, field)
    if (spec.required) weight += matched ? REQUIRED_WEIGHT : -1
    else if (matched) weight += 1
  }
  // without its own key a file describes something else
  return Object.hasOwn(columns, 'key') ? weight : 0
}

/**
 * Guesses what a file holds from its column names, Chinese or English, for the mapping screen to start from.
 * @returns no entity when no file of an extract looks like this
 */
export function suggestMapping(header: readonly string[]): Suggestion {
  let best: Suggestion & { weight: number } = { entity: null, columns: {}, weight: 0 }
  for (const entity of IMPORT_ENTITIES) {
    const columns = columnsFor(entity, header)
    const weight = weigh(entity, columns)
    if (weight > best.weight) best = { entity, columns, weight }
  }
  return { entity: best.entity, columns: best.columns }
}
