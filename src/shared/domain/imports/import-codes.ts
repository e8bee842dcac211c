/**
 * The code lists of imported fields, with the words that banks' extracts commonly use for them. A profile's `map`
 * is asked first; these spellings only save a branch from writing the obvious. Compared without regard to case.
 */
export type CodeSpellings = Readonly<Record<string, string>>

export const SEXES = ['male', 'female'] as const
export const SEX_SPELLINGS: CodeSpellings = {
  男: 'male',
  男性: 'male',
  m: 'male',
  女: 'female',
  女性: 'female',
  f: 'female',
}

/** The customer's risk appetite, five grades from 保守 to 进取. */
export const RISK_GRADES = ['C1', 'C2', 'C3', 'C4', 'C5'] as const
export const RISK_GRADE_SPELLINGS: CodeSpellings = {
  保守型: 'C1',
  稳健型: 'C2',
  平衡型: 'C3',
  成长型: 'C4',
  进取型: 'C5',
}

export const CONTACT_CHANNELS = ['face', 'phone', 'sms', 'email', 'app', 'wechat'] as const
export const CONTACT_CHANNEL_SPELLINGS: CodeSpellings = {
  面对面: 'face',
  电话: 'phone',
  短信: 'sms',
  邮件: 'email',
  微信: 'wechat',
}

export const ACCOUNT_KINDS = ['demand', 'term', 'wealth', 'fund', 'insurance'] as const
export const ACCOUNT_KIND_SPELLINGS: CodeSpellings = {
  活期: 'demand',
  活期存款: 'demand',
  定期: 'term',
  定期存款: 'term',
  大额存单: 'term',
  理财: 'wealth',
  基金: 'fund',
  保险: 'insurance',
}

export const ACCOUNT_STATUSES = ['open', 'closed', 'frozen'] as const
export const ACCOUNT_STATUS_SPELLINGS: CodeSpellings = {
  正常: 'open',
  销户: 'closed',
  已销户: 'closed',
  冻结: 'frozen',
}

/** Seen from the customer. A bank's ledger credits (贷) the depositor when money comes in. */
export const DIRECTIONS = ['in', 'out'] as const
export const DIRECTION_SPELLINGS: CodeSpellings = {
  贷: 'in',
  贷方: 'in',
  收入: 'in',
  转入: 'in',
  c: 'in',
  cr: 'in',
  借: 'out',
  借方: 'out',
  支出: 'out',
  转出: 'out',
  d: 'out',
  dr: 'out',
}

export const TRANSACTION_KINDS = [
  'cash',
  'transfer',
  'spending',
  'repayment',
  'loan',
  'bill',
  'salary',
  'pension',
  'interest',
  'fee',
  'auto-debit',
  'other',
] as const
export const TRANSACTION_KIND_SPELLINGS: CodeSpellings = {
  现金: 'cash',
  存现: 'cash',
  取现: 'cash',
  转账: 'transfer',
  消费: 'spending',
  还款: 'repayment',
  放款: 'loan',
  缴费: 'bill',
  工资: 'salary',
  代发工资: 'salary',
  养老金: 'pension',
  结息: 'interest',
  利息: 'interest',
  手续费: 'fee',
  代扣: 'auto-debit',
  其他: 'other',
}

export const TRANSACTION_CHANNELS = [
  'counter',
  'atm',
  'pos',
  'phone-bank',
  'web-bank',
  'mobile-bank',
  'agent',
] as const
export const TRANSACTION_CHANNEL_SPELLINGS: CodeSpellings = {
  柜面: 'counter',
  柜台: 'counter',
  自助设备: 'atm',
  电话银行: 'phone-bank',
  网上银行: 'web-bank',
  网银: 'web-bank',
  手机银行: 'mobile-bank',
  代理: 'agent',
}

export const LOAN_STATUSES = ['running', 'running-overdue', 'finished', 'finished-unpaid'] as const
export const LOAN_STATUS_SPELLINGS: CodeSpellings = {
  正常: 'running',
  逾期: 'running-overdue',
  结清: 'finished',
  已结清: 'finished',
  核销: 'finished-unpaid',
}

export const CARD_KINDS = ['debit', 'credit'] as const
export const CARD_KIND_SPELLINGS: CodeSpellings = {
  借记卡: 'debit',
  储蓄卡: 'debit',
  信用卡: 'credit',
  贷记卡: 'credit',
}

export const CARD_STATUSES = ['active', 'blocked', 'closed'] as const
export const CARD_STATUS_SPELLINGS: CodeSpellings = {
  正常: 'active',
  挂失: 'blocked',
  冻结: 'blocked',
  销卡: 'closed',
}
