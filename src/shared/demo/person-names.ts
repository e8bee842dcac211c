import type { Sex } from '../domain/imports/import-rows.ts'
import { drawGivenName } from './given-names.ts'
import { type Random, type Weighted, weighted } from './random.ts'

/**
 * Surnames with their rough share of the population in per mille. The order and size follow the name statistics that
 * the public-security authorities publish; a demo needs the shape, not the decimals. The tail holds names that are read
 * in an unexpected way as surnames (单 仇 解 查 区 …) and compound ones, more often than in life so that they are met.
 */
const SINGLE =
  '王72 李71 张67 刘54 陈50 杨31 黄25 赵22 吴22 周21 徐17 孙16 马15 朱14 胡14 林13 郭13 何13 高12 罗10 ' +
  '郑9 梁9 谢8 宋8 唐8 许8 邓7 冯7 韩7 曹7 曾7 彭6 萧6 蔡6 潘6 田6 董6 袁6 于6 余6 ' +
  '叶6 蒋6 杜6 苏5 魏5 程5 吕5 丁5 沈5 任5 姚5 卢5 傅5 钟5 姜5 崔5 谭5 廖4 范4 汪4 ' +
  '陆4 金4 石4 戴4 贾4 韦4 夏4 邱4 方4 侯4 邹4 熊4 孟4 秦4 白4 江4 阎3 薛3 尹3 段3 ' +
  '雷3 黎3 史3 龙3 陶3 贺3 顾3 毛3 郝3 龚3 邵3 万3 钱3 严3 赖2 覃2 洪2 武2 莫2 孔2'
const UNEXPECTED_READINGS = '单1 仇1 解1 查1 区1 盖1 朴1 翟1 缪1 乐1 尉1 种0.5 繁0.5 员0.5 冼0.5'
const COMPOUND =
  '欧阳2 上官0.7 司马0.6 诸葛0.5 尉迟0.4 司徒0.6 皇甫0.5 慕容0.5 令狐0.3 东方0.3 夏侯0.3 长孙0.2'

/** Draws the surname of a family line. */
const SURNAMES: Weighted<string> = weighted(
  `${SINGLE} ${UNEXPECTED_READINGS} ${COMPOUND}`.split(' ').map(readShare),
)

function readShare(entry: string): readonly [string, number] {
  const figure = entry.search(/[0-9]/)
  return [entry.slice(0, figure), Number(entry.slice(figure))]
}

/** How a family hands its name on. */
export type Naming = 'han' | 'uyghur' | 'mongolian' | 'tibetan'

const MINORITY_SHARE = 0.012

const UYGHUR_GIVEN: Readonly<Record<Sex, readonly string[]>> = {
  male: ['艾力', '买买提', '吐尔逊', '阿卜杜拉', '玉素甫', '亚森', '库尔班', '艾尔肯'],
  female: ['阿依古丽', '古丽娜尔', '帕提古丽', '热娜', '阿依努尔', '迪丽拜尔', '祖丽胡玛尔'],
}
const MONGOLIAN: Readonly<Record<Sex, readonly string[]>> = {
  male: ['巴特尔', '朝鲁', '苏和', '那日苏', '孟和巴雅尔', '阿古拉'],
  female: ['其其格', '乌云其木格', '萨日娜', '娜仁', '琪琪格玛', '乌兰托娅'],
}
const TIBETAN: Readonly<Record<Sex, readonly string[]>> = {
  male: ['扎西顿珠', '次仁多吉', '格桑平措', '洛桑旺堆', '丹增'],
  female: ['次仁卓玛', '格桑梅朵', '央金拉姆', '白玛措', '德吉'],
}

export function drawNaming(random: Random): Naming {
  return random.chance(MINORITY_SHARE) ? random.pick(['uyghur', 'mongolian', 'tibetan']) : 'han'
}

/**
 * What relatives share in their names: the surname in Han families, the father's given name in Uyghur ones, nothing
 * elsewhere.
 */
export function drawFamilyName(random: Random, naming: Naming): string {
  switch (naming) {
    case 'han':
      return SURNAMES.draw(random)
    case 'uyghur':
      return random.pick(UYGHUR_GIVEN.male)
    case 'mongolian':
    case 'tibetan':
      return ''
  }
}

/** What the children of this parent carry as their family name. */
export function familyNameForChildren(naming: Naming, parent: { name: string; familyName: string }): string {
  return naming === 'uyghur' ? (parent.name.split('·')[0] ?? '') : parent.familyName
}

export function drawFullName(
  random: Random,
  naming: Naming,
  familyName: string,
  sex: Sex,
  birthYear: number,
): string {
  switch (naming) {
    case 'han':
      return familyName + drawGivenName(random, sex, birthYear)
    case 'uyghur':
      return `${random.pick(UYGHUR_GIVEN[sex])}·${familyName}`
    case 'mongolian':
      return random.pick(MONGOLIAN[sex])
    case 'tibetan':
      return random.pick(TIBETAN[sex])
  }
}
