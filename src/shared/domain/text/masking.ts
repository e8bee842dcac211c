import { NAME_DOT } from './name-dots.ts'
import { surnameLengthOf } from './surnames.ts'

/** Stands for one hidden character. */
const HIDDEN = '*'
/** Stands for a hidden rest whose length would itself say something. */
const HIDDEN_REST = '***'

/** Stars in a row of a masked name. Our own default: the longest given name in Han characters is shorter. */
const MOST_IN_A_ROW = 9
const LONG_RUN = /\*{10,}/g

/**
 * 王建国 → 王**, 欧阳娜娜 → 欧阳**, 阿依古丽·买买提 → 阿依古丽·***, John Smith → J*********.
 * One star a hidden character, and no more than nine in a row: a long Latin name would fill a line with stars that say
 * nothing but its length. A single character is hidden, because it is the whole name.
 */
export function maskName(name: string): string {
  const points = [...name]
  if (points.length <= 1) return HIDDEN.repeat(points.length)
  const kept = [...shownOfName(name)].length
  const masked = points.map((point, index) => (index < kept || point === NAME_DOT ? point : HIDDEN)).join('')
  return masked.replace(LONG_RUN, HIDDEN.repeat(MOST_IN_A_ROW))
}

/** What the mask leaves of a name: the surname, the first part of a dotted name, or a first letter. */
export function shownOfName(name: string): string {
  const points = [...name]
  return points.length <= 1 ? '' : points.slice(0, Math.max(surnameLengthOf(name), 1)).join('')
}

/** 13812345678 → 138****5678; of a landline or a foreign number only the last four stay. */
export function maskPhone(number: string): string {
  return /^1\d{10}$/.test(number) ? keepEnds(number, 3, 4) : keepEnds(number, 0, 4)
}

/** A stranger's number as far as it is known: whole, or only its tail, which a whole one would show too. */
export function maskKnownPhone(phone: string | null, tail: string | null): string | null {
  if (phone !== null) return maskPhone(phone)
  return tail === null ? null : HIDDEN.repeat(4) + tail
}

/**
 * The first and the last four of a resident number; shorter documents keep less. The panel shows the birth date, and
 * the check digit rules out ten numbers of eleven: with three characters of the region in sight, ninety would be left.
 */
export function maskIdNumber(number: string): string {
  return [...number].length >= LONG_DOCUMENT ? keepEnds(number, 1, 4) : keepEnds(number, 1, 2)
}

/** From so many characters on, a document keeps its last four. */
const LONG_DOCUMENT = 15

/** The last four of a card or account number. */
export function maskCard(number: string): string {
  return keepEnds(number, 0, 4)
}

const PROVINCE =
  '(?:北京|天津|上海|重庆)市?|(?:河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|' +
  '海南|四川|贵州|云南|陕西|甘肃|青海|台湾)省?|(?:内蒙古|西藏)(?:自治区)?|广西(?:壮族自治区)?|' +
  '宁夏(?:回族自治区)?|新疆(?:维吾尔自治区)?|(?:香港|澳门)(?:特别行政区)?'
/** Parts of a street address. With one of them a name such as 城市花园 or 菜市口 is not taken for a city. */
const IN_CITY = '(?![路街巷弄号楼栋院苑区县])\\p{Script=Han}'
const IN_DISTRICT = '(?![路街道巷弄镇乡村号楼栋院园苑市])\\p{Script=Han}'
/** Leagues and banners exist in Inner Mongolia alone; elsewhere 旗 is a flagpole. */
const BANNER = '(?<=^内蒙古.*)'
const CITY = `(?:${IN_CITY}){2,9}?(?:自治州|地区|${BANNER}盟|(?<![夜菜超集门])市(?!场))`
const DISTRICT =
  `\\p{Script=Han}(?:(?:${IN_DISTRICT}){0,9}?(?:(?<![小社园校厂院景片里一二三四五六七八九十])区|县|${BANNER}旗)` +
  `|(?:${IN_DISTRICT}){1,9}?(?<![夜菜超集门])市(?!场))`
const ADMINISTRATIVE = new RegExp(`^(?:${PROVINCE})(?:${CITY})?(?:${DISTRICT})?`, 'u')

/** Province, city and district stay; the rest is three stars. An address that names no province is hidden whole. */
export function maskAddress(address: string): string {
  return address === '' ? '' : (ADMINISTRATIVE.exec(address)?.[0] ?? '') + HIDDEN_REST
}

/** The first two characters of a longer name of a firm; all of it is hidden when it is short. */
export function maskEmployer(employer: string): string {
  const points = [...employer]
  if (points.length === 0) return ''
  return (points.length > 4 ? points.slice(0, 2).join('') : '') + HIDDEN_REST
}

/** A fact about somebody's life, such as a marriage or an income: any part of it would say the whole. */
export function maskFact(text: string): string {
  return text === '' ? '' : HIDDEN_REST
}

/**
 * Numbers that may be somebody's: eleven digits in a row and more (a date has eight, an amount at a counter hardly ten),
 * and the ways in which people part the digits of mobile phones, landlines and cards.
 */
const NUMBER_IN_TEXT =
  /(?<!\d)(?:\d{11,}[Xx]?|1\d{2}[ -]\d{4}[ -]\d{4}|0\d{2,3}[ -]\d{7,8}|\d{4}(?:[ -]\d{4}){2,}(?:[ -]\d{1,3})?)(?!\d)/g

/**
 * Free text about a person as it may be shown before any reveal: long numbers and the person's own names are masked;
 * the rest stays, because a note that cannot be read is of no use.
 * @param names as they are written in the person's records
 */
export function maskFreeText(text: string, names: readonly string[]): string {
  const masked = text.replace(NUMBER_IN_TEXT, (found) => maskNumber(found.replace(/[ -]/g, '')))
  return names
    .filter((name) => [...name].length > 1)
    .reduce((rest, name) => rest.replaceAll(name, maskName(name)), masked)
}

function maskNumber(digits: string): string {
  return digits.length === RESIDENT_NUMBER_LENGTH ? maskIdNumber(digits) : maskPhone(digits)
}

const RESIDENT_NUMBER_LENGTH = 18

/** Fewer hidden characters than this could be guessed: three digits are a thousand numbers, and a search tries one. */
const LEAST_HIDDEN = 4

/** Keeps the ends if enough is hidden between them; else hides all. */
function keepEnds(text: string, head: number, tail: number): string {
  const points = [...text]
  const hidden = points.length - head - tail
  if (hidden < LEAST_HIDDEN) return HIDDEN.repeat(points.length)
  return points.slice(0, head).join('') + HIDDEN.repeat(hidden) + points.slice(points.length - tail).join('')
}
