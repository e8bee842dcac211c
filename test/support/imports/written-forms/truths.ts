import fc from 'fast-check'

/** What a cell means; how it is written is the form's affair. */
export type Meaning = 'key' | 'name' | 'text' | 'money' | 'date' | 'code' | 'phone'

export interface Column {
  readonly field: string
  readonly title: string
  readonly meaning: Meaning
}

export interface Table {
  readonly entity: 'customers' | 'accounts' | 'transactions'
  readonly columns: readonly Column[]
}

/**
 * One record as it is true: by field; money in fen, dates as YYYY-MM-DD, texts with the line breaks and blanks that they
 * were typed with, nothing as an empty text.
 */
export type Truth = Readonly<Record<string, string>>

function column(field: string, title: string, meaning: Meaning): Column {
  return { field, title, meaning }
}

export const TABLES: readonly Table[] = [
  {
    entity: 'customers',
    columns: [
      column('key', '客户号', 'key'),
      column('name', '姓名', 'name'),
      column('sex', '性别', 'code'),
      column('birthOn', '出生日期', 'date'),
      column('phone', '手机号码', 'phone'),
      column('address', '联系地址', 'text'),
      column('income', '年收入', 'money'),
      column('hobbies', '爱好', 'text'),
    ],
  },
  {
    entity: 'accounts',
    columns: [
      column('key', '账号', 'key'),
      column('customerKey', '客户号', 'key'),
      column('kind', '账户种类', 'code'),
      column('productName', '产品名称', 'text'),
      column('balance', '余额', 'money'),
      column('openedOn', '开户日期', 'date'),
      column('maturesOn', '到期日期', 'date'),
    ],
  },
  {
    entity: 'transactions',
    columns: [
      column('key', '流水号', 'key'),
      column('accountKey', '账号', 'key'),
      column('on', '交易日期', 'date'),
      column('direction', '借贷标志', 'code'),
      column('amount', '交易金额', 'money'),
      column('balance', '交易后余额', 'money'),
      column('kind', '交易类型', 'code'),
      column('note', '摘要', 'text'),
    ],
  },
]

/** What each field without which there is no record holds a value in. */
const REQUIRED = ['key', 'name', 'customerKey', 'accountKey', 'on', 'direction', 'amount', 'kind']

const CODES: Readonly<Record<string, readonly string[]>> = {
  sex: ['男', '女', 'male'],
  direction: ['贷', '借', 'in', 'out'],
  'accounts.kind': ['活期', '定期', 'wealth', '基金'],
  'transactions.kind': ['转账', '现金', 'salary', '利息'],
}

const NAMES = [
  '王小二',
  '阿依古丽·买买提',
  '迪丽热巴·迪力木拉提',
  '𠮷田花子',
  '李𬀩',
  '张䶮',
  '欧阳娜娜',
  '覃小红',
  "Sean O'Brien",
  'Anna-Maria Müller',
  '赵,敏',
  '合计',
  '总计平',
  '模范',
  '联通',
  '陈大文',
]

const KEYS: readonly ((row: number) => string)[] = [
  (row) => `000${100 + row}`,
  (row) => `C${row + 1}`,
  (row) => `622202000000${1000 + row}`,
  (row) => `A-${row}/7`,
  (row) => `${10 + row}E5`,
  (row) => `0${row}`,
  (row) => `户${row}`,
  (row) => `x y${row}`,
  (row) => `9${String(row).padStart(18, '0')}`,
]

/** Texts that writers and readers stumble over; each is what somebody may type. */
const PIECES = [
  '北京市朝阳区',
  '6寸"蛋糕',
  'C:\\new\\table',
  '\\\\srv\\n',
  '甲\\',
  '\\',
  'a,b',
  '1,234',
  'x|y',
  '|',
  '||',
  '^',
  '~',
  '@',
  ';',
  '、',
  '，',
  '｜',
  '¦',
  '"',
  '""',
  '"引用"',
  "it's",
  '“书”',
  '\n',
  '\r\n',
  '\t',
  ' ',
  '　',
  '👍',
  '𠮷野家',
  '合计',
  '小计:',
  'N',
  't',
  '100%',
  '=1+1',
  '+86',
  '-5',
  '2026-01-02',
  '€',
  'ü',
  'é',
  '中',
  '模',
  '备注',
  '〇',
  '·',
  '—',
  '(3 rows)',
]

/** Texts that the product documents to mean something else: nothing, an error, a guard, or marks of a web page. */
const MEANS_ELSE =
  /^(?:\\n|n\/a|nan|nil|none|nat|null|[-－–—/]+|['`‘’＇｀].*|=\s?(?:t\()?".*|#.*|err.*)$|[&<\ufffd]|^sep=/iu

function textOf(pieces: readonly string[]): string {
  const text = pieces.join('')
  return meansElse(text) ? `文${text}` : text
}

/** Whether a text is documented to be no text. */
export function meansElse(text: string): boolean {
  return MEANS_ELSE.test(shown(text))
}

/** A text as the product shows it: any run of blanks and line breaks is one blank, in composed form. */
export function shown(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .normalize('NFC')
}

const text = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 4 })
  .map((pieces) => textOf(pieces))

/** 90 trillion yuan, beyond which no amount is believed. */
const MOST_FEN = 9_000_000_000_000_000n

const money = fc.oneof(
  fc.constantFrom(
    0n,
    1n,
    -1n,
    5n,
    50n,
    -35n,
    99n,
    100n,
    1234n,
    123450n,
    -123456n,
    1000000n,
    1230000000n,
    100000000000n,
  ),
  fc.constantFrom(MOST_FEN, -MOST_FEN, MOST_FEN - 1n),
  fc.bigInt({ min: -10_000_000_00n, max: 10_000_000_00n }),
)

const date = fc
  .integer({ min: Date.UTC(1931, 0, 1) / 86_400_000, max: Date.UTC(2029, 11, 31) / 86_400_000 })
  .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10))

const phone = fc.integer({ min: 0, max: 99_999_999 }).map((tail) => `100${String(tail).padStart(8, '0')}`)

function meantBy(entity: string, { field, meaning }: Column): fc.Arbitrary<string | number> {
  switch (meaning) {
    case 'key':
      return fc.integer({ min: 0, max: KEYS.length - 1 })
    case 'name':
      return fc.constantFrom(...NAMES)
    case 'text':
      return text
    case 'money':
      return money.map(String)
    case 'date':
      return date
    case 'phone':
      return phone
    case 'code':
      return fc.constantFrom(...(CODES[`${entity}.${field}`] ?? CODES[field] ?? ['']))
  }
}

/** One record, still without the number that makes its keys its own. */
function draft({ entity, columns }: Table): fc.Arbitrary<Readonly<Record<string, string | number>>> {
  return fc.record(
    Object.fromEntries(
      columns.map((each) => {
        const value = meantBy(entity, each)
        const optional = fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constant('') })
        return [each.field, REQUIRED.includes(each.field) ? value : optional]
      }),
    ),
  )
}

/** A table of one to twelve records with different keys. */
export function truthsOf(table: Table): fc.Arbitrary<readonly Truth[]> {
  return fc
    .array(draft(table), { minLength: 1, maxLength: 12 })
    .map((drafts) =>
      drafts.map((each, row) =>
        Object.fromEntries(
          Object.entries(each).map(([field, value]) => [
            field,
            typeof value === 'number' ? (KEYS[value]?.(row) ?? '') : value,
          ]),
        ),
      ),
    )
}
