import type { Sex } from '../domain/imports/import-rows.ts'
import { drawGivenName } from './given-names.ts'
import type { Random } from './random.ts'
import { SURNAMES } from './surnames.ts'

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
