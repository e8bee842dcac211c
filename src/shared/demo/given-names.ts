import { type Random } from './random.ts'
import type { Sex } from './rows.ts'

/** What parents of one generation chose from. Two-character names join one of `first` with one of `second`. */
interface NamingFashion {
  readonly first: string
  readonly second: string
  /** One-character names in fashion. */
  readonly alone: string
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
    male: { first: '德福寿长永世国树文振玉金清贵', second: '明贵山林生海荣才祥义田顺昌元', alone: '忠仁俭泰', aloneShare: 0.05 },
    female: { first: '秀桂玉淑凤素月兰春金翠巧', second: '英兰珍芳云花莲梅香芝荣贞', alone: '珍芬芝', aloneShare: 0.05 },
  },
  {
    bornBefore: 1970,
    male: { first: '建国卫志永新爱援胜学保庆文', second: '国华军东民强平林生明义忠兵', alone: '勇军平强明', aloneShare: 0.12 },
    female: { first: '丽秀建玉淑红桂爱惠金美春', second: '华英珍芳萍兰琴敏霞云荣梅', alone: '红梅英敏萍', aloneShare: 0.12 },
  },
  {
    bornBefore: 1980,
    male: { first: '建志海永国晓俊文少立向宏', second: '军伟峰明强辉斌勇平涛刚波', alone: '勇伟军涛斌刚强辉波', aloneShare: 0.45 },
    female: { first: '丽晓海春秀艳红雪小玉淑冬', second: '敏静燕萍霞红梅玲丽娟琴华', alone: '静敏燕艳丽霞娟玲', aloneShare: 0.42 },
  },
  {
    bornBefore: 1990,
    male: { first: '志晓文俊建海少明家振宇国', second: '鹏磊超杰伟峰凯亮宁飞龙涛', alone: '磊鹏超杰凯亮飞浩洋', aloneShare: 0.5 },
    female: { first: '晓丽雅婷小雪海文佳春玉思', second: '婷娜丹莉倩雯颖琳玲慧洁萍', alone: '婷娜丹倩颖雪洁莉', aloneShare: 0.48 },
  },
  {
    bornBefore: 2000,
    male: { first: '俊文浩嘉宇子志晓泽明天家', second: '杰豪宇轩伟鑫阳凯涛峰博辉', alone: '鑫宇浩阳帅博翔', aloneShare: 0.3 },
    female: { first: '雨思佳欣梦雅诗静晓婉嘉文', second: '婷怡琪雪瑶颖慧娜萱琳洁彤', alone: '雪悦瑶婧萌琪', aloneShare: 0.25 },
  },
  {
    bornBefore: 9999,
    male: { first: '子浩宇俊梓奕一铭沐泽皓嘉', second: '轩然涵宸泽睿辰诺阳博航霖', alone: '睿宸昊煜', aloneShare: 0.06 },
    female: { first: '梓子欣一诗雨语可若思雅芷', second: '涵萱怡诺瑶彤汐琪妍晴桐玥', alone: '玥妍钰', aloneShare: 0.05 },
  },
]

/**
 * Given names that old systems print as a box: 䶮 𬀩 𬭎 𬱖 𬘡 lie in CJK extension A or beyond the basic plane. About
 * three people in a thousand carry one.
 */
const RARE = ['䶮', '㛃', '𬀩', '𬭎', '𬱖', '𬘡', '𬍛'] as const
const RARE_SHARE = 0.003

/** A given name in the fashion of the year of birth. */
export function drawGivenName(random: Random, sex: Sex, birthYear: number): string {
  if (random.chance(RARE_SHARE)) return random.pick(RARE)
  const fashion = fashionOf(birthYear)[sex]
  if (random.chance(fashion.aloneShare)) return random.pick([...fashion.alone])
  const first = random.pick([...fashion.first])
  const second = random.pick([...fashion.second])
  return first + second
}

function fashionOf(birthYear: number): Generation {
  return GENERATIONS.find((generation) => birthYear < generation.bornBefore) ?? lastGeneration()
}

function lastGeneration(): Generation {
  const last = GENERATIONS.at(-1)
  if (!last) throw new RangeError('no naming fashions')
  return last
}
