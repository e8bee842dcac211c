import type { CivilDate } from '../calendar/civil-date.ts'
import { nameKeys } from '../text/person-name.ts'

/** What a record says of the person behind a number. */
export interface NumberBearer {
  readonly name: string
  readonly birthOn: CivilDate | null
  /** Null or `unknown` where it is not said. */
  readonly sex: string | null
}

/** What a resident number says of its owner (GB 11643). */
interface NumberOwner {
  readonly birthOn: CivilDate
  readonly sex: string
}

/** How the names of firms, associations and offices end or what they hold; no person is called so. Our own list. */
const ORGANISATION =
  /(?:公司|企业|集团|工厂|合作社|个体工商户|经营部|经销部|商行|商店|商场|超市|酒店|饭店|宾馆|药店|门市部|事务所|研究[所院]|医院|诊所|学校|学院|大学|中学|小学|幼儿园|委员会|居委会|村委会|管委会|政府|协会|学会|商会|基金会|工会|党支部|管理局|分局|支行|分行|银行|服务部|服务中心|服务站|工作室|办事处|有限合伙)|(?:中心|总店|分店|商铺|经营店)$|\b(?:co\.?,? ?ltd|limited|company|corporation|inc|gmbh)\b/iu

/** Most people's names are shorter, so that few are compared with the list. */
const SHORTEST_FIRM = 4

/**
 * Whether a record cannot be of the person that its resident number was issued to: it says another birth date or another
 * sex, or it is of an organisation. The number is then somebody else's (a guardian's, an agent's) or mistyped.
 */
export function contradictsNumber(bearer: NumberBearer, owner: NumberOwner): boolean {
  if (bearer.birthOn !== null && bearer.birthOn !== owner.birthOn) return true
  return (
    differ(bearer.sex, owner.sex) || (bearer.name.length >= SHORTEST_FIRM && ORGANISATION.test(bearer.name))
  )
}

/**
 * Whether two records with one number are one person without anybody looking: the names agree, or what they are found by
 * does (traditional characters, Latin letters), and birth date and sex agree where both say them.
 */
export function agree(one: NumberBearer, other: NumberBearer): boolean {
  const sameBirth = one.birthOn === null || other.birthOn === null || one.birthOn === other.birthOn
  return sameBirth && !differ(one.sex, other.sex) && namesAgree(one.name, other.name)
}

function differ(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one !== 'unknown' && other !== 'unknown' && one !== other
}

function namesAgree(one: string, other: string): boolean {
  if (one === other) return true
  const { pinyin } = nameKeys(one)
  return pinyin !== '' && pinyin === nameKeys(other).pinyin
}
