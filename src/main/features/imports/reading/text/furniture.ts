import { foldedName } from './column-names.ts'

/** The line of a sum, as reports and spreadsheets name it; a bracket, a colon or a number may stand behind it. */
const TOTAL =
  /^(?:本页|本行|全行|本月|本日|当日|各行|分类|机构|网点|以上)?(?:合计|小计|总计|累计|共计|总数|汇总)(?:[:：(（].*|[\d,.]*[条笔户人行元]?)$/u
const ENGLISH_TOTAL = /^(?:sub|grand)?[ -]?totals?(?:\s*[:(].*|\s+[\d,.]+)?$/i
const TOTAL_START = /^(?:sub|grand|total)/i
const LONGEST_TOTAL = 40

/** A line of dashes or equals signs under a header or around a table (SQL*Plus, isql, `mysql -t`, psql). */
const RULE = /^(?=.*(?:-{2}|={2}|─|━|═))[\s\-+=|*─━═│┼├┤┌┐└┘┬┴╪╞╡,;:^~@!]+$/u

/**
 * What programs write under the rows: counts, prompts, times, ends of data, and who made the report. Only lines that
 * are no record of the file are held against these.
 */
const FOOTERS: readonly RegExp[] = [
  /^[-(（\s]*\d[\d,]* (?:rows?|records?|lines?|tuples?)\b.*$/i,
  /^[-(（\s]*\d[\d,]* (?:row|record)\(s\).*$/i,
  /^no rows selected\.?$/i,
  /^[-(（\s]*(?:已选择|已返回|返回|共有?|总共|合计|影响了?|导出|查询到)\s*\d[\d,]*\s*(?:行|条|笔|户|人|个)?.*$/u,
  /^[-(（\s]*\d[\d,]*\s*(?:行受影响|行已选择|行记录|条记录|行数据).*$/u,
  /^未选定行$/u,
  /^\\\.$/,
  /^(?:sql|mysql|mariadb|db2|psql)[^\s>]*>.*$/i,
  /^(?:elapsed|time|execution time|query ok|已用时间|用时|耗时)\s*[:：,].*$/iu,
  /^-{0,3}\s*(?:eof|end of (?:file|report|data))\s*-{0,3}$/i,
  /^(?:\*{2,}.*\*{2,})$/,
  /^(?:制表|制单|复核|审核|经办|打印|报表|查询|统计)(?:人|员|日期|时间|机构|单位|柜员)?\s*[:：].*$/u,
  /^第\s*\d+\s*页.*$/u,
  /^(?:page)\s+\d+.*$/i,
]

const ZERO = 48
const SPACE = 32
const RULE_STARTS = new Set([...'-+=|* '].map((mark) => mark.charCodeAt(0)))
const FIRST_BOX_LINE = 0x2500
const LAST_BOX_LINE = 0x257f

/**
 * Knows the lines of a file that are no record although they may look like one: repeated headers, sums, rules, counts.
 * They are counted as skipped. A person who is called 合计 stays one, because that line has a key.
 */
export class Furniture {
  readonly #header: readonly string[]
  readonly #named: number
  readonly #keys: readonly number[]

  /**
   * @param header the header's fields as they stand in the file; empty where it has none
   * @param keys the positions of the columns that a record's key is made of
   */
  constructor(header: readonly string[], keys: readonly number[]) {
    this.#header = header
    this.#named = header.findIndex((name) => name.trim() !== '')
    this.#keys = keys.length > 0 ? keys : [0]
  }

  /** For a line that is cut like a record. */
  isNoRecord(fields: readonly string[]): boolean {
    if (this.isHeader(fields)) return true
    let keyless = true
    for (const at of this.#keys) {
      const key = fields[at]
      const isKey = key === undefined || !mayBeNoKey(key)
      if (!isKey && isTotal(key)) return true
      if (isKey || !isEmpty(key)) keyless = false
    }
    return keyless && fields.some(isTotal)
  }

  /** Whether a line repeats the header, also where records end with one more delimiter than it does. */
  isHeader(fields: readonly string[]): boolean {
    const named = this.#named
    return named >= 0 && fields[named] === this.#header[named] && this.#repeatsHeader(fields)
  }

  #repeatsHeader(fields: readonly string[]): boolean {
    return this.#header.every((name, at) => foldedName(name) === foldedName(fields[at] ?? ''))
  }

  /**
   * For a line that does not fit the file's columns.
   * @param width fields that make it a damaged record and no sum, which is shorter
   */
  isFooter(text: string, fields: readonly string[], width = Number.POSITIVE_INFINITY): boolean {
    if (fields.length > 1 && fields.length >= width) return false
    const line = text.trim()
    if (FOOTERS.some((pattern) => pattern.test(line))) return true
    const filled = fields.filter((field) => field.trim() !== '')
    return (
      isTotal(filled[0] ?? '') ||
      (filled.length === 1 && FOOTERS.some((each) => each.test(filled[0]?.trim() ?? '')))
    )
  }
}

const LAST_ASCII = 0x7f
const NINE = 57
const CAPITAL_A = 65
const SMALL_Z = 122

function isLetter(code: number): boolean {
  return code >= CAPITAL_A && code <= SMALL_Z
}

/** Almost every key begins with an ASCII digit, or with a letter and a digit; only the others are looked at closer. */
function mayBeNoKey(key: string): boolean {
  const first = key.charCodeAt(0)
  if (first <= SPACE) return mayBeNoBlankKey(key)
  if (isLetter(first)) return isLetter(key.charCodeAt(1)) && TOTAL_START.test(key)
  return first > LAST_ASCII || key === ''
}

/** Control characters are no blanks: a key that begins with one stays as it is. */
function mayBeNoBlankKey(key: string): boolean {
  const bare = key.trimStart()
  return bare === '' || bare === key || mayBeNoKey(bare)
}

function isEmpty(field: string): boolean {
  return field.trim() === ''
}

function isTotal(field: string): boolean {
  if (field.length > LONGEST_TOTAL) return false
  return TOTAL.test(field.replace(/\s+/gu, '')) || ENGLISH_TOTAL.test(field.trim())
}

/** Whether the line only draws a rule. Asked of every line, so the first character decides most of them. */
export function isRule(text: string): boolean {
  const first = text.charCodeAt(0)
  if (isLetter(first) || (first <= NINE && first >= ZERO)) return false
  return (RULE_STARTS.has(first) || (first >= FIRST_BOX_LINE && first <= LAST_BOX_LINE)) && RULE.test(text)
}
