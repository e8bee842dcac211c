import type { Random } from './random.ts'

/** An invented city: 云岭省 and 澄江市 with its districts, streets and communities are made up. */
const PROVINCE_AND_CITY = '云岭省澄江市'
const DISTRICTS = ['东湖区', '西桥区', '南屏区', '北苑区', '临港新区'] as const
const STREETS = [
  '长宁路',
  '文昌街',
  '滨江大道',
  '学府路',
  '和平街',
  '工农路',
  '桃园路',
  '青石巷',
  '枫林路',
  '站前街',
] as const

interface Community {
  readonly name: string
  readonly housing: string
}

const COMMUNITIES: readonly Community[] = [
  { name: '翠湖花园', housing: '自有商品房' },
  { name: '江南新村', housing: '自有商品房' },
  { name: '紫荆苑', housing: '自有商品房' },
  { name: '机械厂家属院', housing: '单位福利房' },
  { name: '师院教工楼', housing: '单位福利房' },
  { name: '云顶别墅', housing: '自有别墅' },
  { name: '青年公寓', housing: '租住' },
  { name: '惠民小区', housing: '保障性住房' },
]

export interface Home {
  readonly address: string
  readonly housing: string
}

/** An address in the made-up city, with the form of housing that its community stands for. */
export function drawHome(random: Random): Home {
  const community = random.pick(COMMUNITIES)
  const street = `${random.pick(DISTRICTS)}${random.pick(STREETS)}${random.between(1, 380)}号`
  const flat = `${random.between(1, 32)}栋${random.between(1, 3)}单元${random.between(1, 28)}${random.pick(['01', '02', '03', '04'])}室`
  return { address: `${PROVINCE_AND_CITY}${street}${community.name}${flat}`, housing: community.housing }
}
