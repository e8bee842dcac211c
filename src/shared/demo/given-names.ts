import type { Sex } from '../domain/imports/import-rows.ts'
import type { Random } from './random.ts'

/** The given names of one generation. Two-character names join one of `first` with one of `second`. */
interface NamingFashion {
  readonly first: readonly string[]
  readonly second: readonly string[]
  /** One-character names in fashion. */
  readonly alone: readonly string[]
  /** Share of one-character names, 0 to 1. */
  readonly aloneShare: number
}

interface Generation {
  readonly bornBefore: number
  readonly male: NamingFashion
  readonly female: NamingFashion
}

const GENERATIONS: readonly Generation[] = [
  {
    bornBefore: 1950,
    male: fashion('德福寿长永世国树文振玉金清贵', '明贵山林生海荣才祥义田顺昌元', '忠仁俭泰', 0.05),
    female: fashion('秀桂玉淑凤素月兰春金翠巧', '英兰珍芳云花莲梅香芝荣贞', '珍芬芝', 0.05),
  },
  {
    bornBefore: 1970,
    male: fashion('建国卫志永新爱援胜学保庆文', '国华军东民强平林生明义忠兵', '勇军平强明', 0.12),
    female: fashion('丽秀建玉淑红桂爱惠金美春', '华英珍芳萍兰琴敏霞云荣梅', '红梅英敏萍', 0.12),
  },
  {
    bornBefore: 1980,
    male: fashion('建志海永国晓俊文少立向宏', '军伟峰明强辉斌勇平涛刚波', '勇伟军涛斌刚强辉波', 0.45),
    female: fashion('丽晓海春秀艳红雪小玉淑冬', '敏静燕萍霞红梅玲丽娟琴华', '静敏燕艳丽霞娟玲', 0.42),
  },
  {
    bornBefore: 1990,
    male: fashion('志晓文俊建海少明家振宇国', '鹏磊超杰伟峰凯亮宁飞龙涛', '磊鹏超杰凯亮飞浩洋', 0.5),
    female: fashion('晓丽雅婷小雪海文佳春玉思', '婷娜丹莉倩雯颖琳玲慧洁萍', '婷娜丹倩颖雪洁莉', 0.48),
  },
  {
    bornBefore: 2000,
    male: fashion('俊文浩嘉宇子志晓泽明天家', '杰豪宇轩伟鑫阳凯涛峰博辉', '鑫宇浩阳帅博翔', 0.3),
    female: fashion('雨思佳欣梦雅诗静晓婉嘉文', '婷怡琪雪瑶颖慧娜萱琳洁彤', '雪悦瑶婧萌琪', 0.25),
  },
  {
    bornBefore: 9999,
    male: fashion('子浩宇俊梓奕一铭沐泽皓嘉', '轩然涵宸泽睿辰诺阳博航霖', '睿宸昊煜', 0.06),
    female: fashion('梓子欣一诗雨语可若思雅芷', '涵萱怡诺瑶彤汐琪妍晴桐玥', '玥妍钰', 0.05),
  },
]

function fashion(first: string, second: string, alone: string, aloneShare: number): NamingFashion {
  return { first: [...first], second: [...second], alone: [...alone], aloneShare }
}

/**
 * Given names that old systems print as a box: 䶮 𬀩 𬭎 𬱖 𬘡 lie in CJK extension A or beyond the basic plane. About
 * three people in a thousand carry one.
 */
const RARE = ['䶮', '㛃', '𬀩', '𬭎', '𬱖', '𬘡', '𬍛'] as const
const RARE_SHARE = 0.003

/** A given name in the fashion of the year of birth. */
export function drawGivenName(random: Random, sex: Sex, birthYear: number): string {
  if (random.chance(RARE_SHARE)) return random.pick(RARE)
  const { first, second, alone, aloneShare } = generationOf(birthYear)[sex]
  if (random.chance(aloneShare)) return random.pick(alone)
  const opening = random.pick(first)
  return opening + random.pick(second)
}

function generationOf(birthYear: number): Generation {
  const generation = GENERATIONS.find(({ bornBefore }) => birthYear < bornBefore)
  if (!generation) throw new RangeError(`no naming fashion for ${birthYear}`)
  return generation
}
