import { toSimplified } from './simplified.ts'

/**
 * Surnames whose reading a dictionary of words gets wrong, or that families read in more than one way: the family's
 * reading first, then the others that people type for it. Compound ones have a reading for each character.
 *
 * Sources, by the letter in front:
 * X  现代汉语词典 (7th edition), a reading marked 姓; where it marks two (覃, 隗, 翟, 乐, 郇, 谌, 牟, 盖), both stand first;
 * D  中国姓氏大辞典 (袁义达, 邱家儒, 2010), a reading of families that the dictionary above leaves out;
 * and behind each the everyday reading (Unihan 16.0, kMandarin), which who does not know the family types.
 * Checked against pinyin-pro 3.29.4, which has one reading a surname and none of 种 贠 佴 炔 洗 晟 祭 as families have it.
 */
const READINGS =
  'X覃qin/tan X隗wei/kui X翟zhai/di X乐yue/le X种chong/zhong X贠yun/yuan X员yun/yuan X洗xian/xi X祭zhai/ji ' +
  'X查zha/cha X单shan/dan X曾zeng/ceng X解xie/jie X仇qiu/chou X区ou/qu X盖ge/gai X缪miao/mou/miu/mu X朴piao/pu/po ' +
  'X折she/zhe X佴nai/er D炔gui/que D晟cheng/sheng X尉wei/yu X召shao/zhao X郇xun/huan D黑hei/he D盛sheng/cheng X秘bi/mi ' +
  'X句gou/ju D繁po/fan X车che/ju X於yu/wu X幺yao/me X能nai/neng D费fei/bi X谌chen/shen X阚kan/han X郗xi/chi X郄qie/xi ' +
  'X牟mou/mu X莘shen/xin X重chong/zhong X宿su/xiu X薄bo/bao X柏bai/bo X呙guo/wai D宓mi/fu X葛ge/gai X都du/dou ' +
  'X眭sui/hui D藏zang/cang D便pian/bian D啜chuai/chuo D适kuo/shi D钭tou/dou D角jue/jiao D圈juan/quan D俞yu/shu ' +
  'X隽juan/jun D术zhu/shu X笮ze/zuo D澹tan/dan D行xing/hang D六lu/liu X炅gui/jiong X贲ben/bi D贾jia/gu D强qiang/jiang ' +
  'X乜nie/mie X冼xian/xi X长孙zhang,sun/chang,sun X尉迟yu,chi/wei,chi X万俟mo,qi/wan,si X澹台tan,tai/dan,tai ' +
  'X单于chan,yu/dan,yu/shan,yu X乐正yue,zheng/le,zheng X拓跋tuo,ba/ta,ba D子车zi,ju/zi,che'

/** The syllables of one reading, one for each character of the surname. */
type Reading = readonly string[]

const ENTRY = /^[XD](\p{Script=Han}+)(.+)$/u
const BY_SURNAME: ReadonlyMap<string, readonly Reading[]> = new Map(
  READINGS.split(' ').map((entry) => {
    const [, surname = '', readings = ''] = ENTRY.exec(entry) ?? []
    return [surname, readings.split('/').map((reading) => reading.split(','))]
  }),
)

/** Surnames of two characters that have a reading of their own begin with these. */
const COMPOUND_HEADS: ReadonlySet<string> = new Set(
  [...BY_SURNAME.keys()].flatMap((surname) => ([...surname].length > 1 ? [[...surname][0] ?? ''] : [])),
)

/**
 * How families read the surname (L2) at the head of a run of Han characters, the usual reading first; traditional forms are
 * read as their simplified ones (單 as 单). Nothing where a dictionary of words is right.
 */
export function surnameReadings(hanRun: string): readonly Reading[] {
  const first = toSimplified(pointAt(hanRun, 0))
  if (COMPOUND_HEADS.has(first)) {
    const [, second = '', ...given] = hanRun
    const compound = BY_SURNAME.get(first + toSimplified(second))
    // 单于 alone is 单 + 于.
    if (compound !== undefined && given.length > 0) return compound
  }
  return BY_SURNAME.get(first) ?? NONE
}

const NONE: readonly Reading[] = []

function pointAt(text: string, at: number): string {
  const code = text.codePointAt(at)
  return code === undefined ? '' : String.fromCodePoint(code)
}

/** Keys by letters: all syllables, and their first letters. */
export interface LetterKeys {
  readonly pinyin: string
  readonly initials: string
}

/**
 * The keys of a name under the other readings of its surname: 覃海燕, kept as `qinhaiyan`, is `tanhaiyan` as well. Computed
 * of what is kept, whichever of the readings that is.
 */
export function keysOfOtherReadings(name: string, kept: LetterKeys): LetterKeys[] {
  const readings = surnameReadings(name)
  if (readings.length < 2) return []
  const own = readings
    .filter((reading) => kept.pinyin.startsWith(reading.join('')))
    .sort((a, b) => b.join('').length - a.join('').length)[0]
  if (own === undefined) return []
  const rest = { pinyin: kept.pinyin.slice(own.join('').length), initials: kept.initials.slice(own.length) }
  return readings
    .filter((reading) => reading !== own)
    .map((reading) => ({
      pinyin: reading.join('') + rest.pinyin,
      initials: reading.map((syllable) => syllable.slice(0, 1)).join('') + rest.initials,
    }))
}
