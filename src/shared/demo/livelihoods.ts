import { type Random, weighted } from './random.ts'

/** How somebody earns their money. */
export interface Livelihood {
  readonly occupation: string
  readonly industry: string
  readonly employer: string
  readonly incomeFen: number
  /** How the money arrives: a monthly salary, a pension, the till of a shop, or not at all. */
  readonly source: 'salary' | 'pension' | 'takings' | 'none'
}

interface Trade {
  readonly occupation: string
  readonly industry: string
  readonly employers: readonly string[]
  /** Income of a year in yuan. */
  readonly yuan: readonly [number, number]
  readonly source: Livelihood['source']
}

/** Pay as in a city of middle size; every employer is made up. */
const TRADES = weighted<Trade>([
  [trade('制造业工人', '制造业', '澄江轴承厂 云岭机械集团 东湖电子公司', [48_000, 96_000]), 16],
  [trade('企业职员', '商务服务', '云岭物流公司 澄江商贸集团 南屏软件园服务中心', [54_000, 140_000]), 18],
  [trade('教师', '教育', '澄江第一中学 云岭师范学院 东湖实验小学', [78_000, 150_000]), 6],
  [trade('医护人员', '卫生', '澄江市第二医院 南屏社区卫生服务中心', [80_000, 220_000]), 5],
  [trade('公务员', '公共管理', '澄江市市政服务中心 西桥区街道办事处', [84_000, 150_000]), 5],
  [trade('软件工程师', '信息技术', '云岭数码公司 南屏软件园', [120_000, 380_000]), 5],
  [trade('销售人员', '批发零售', '澄江百货公司 北苑汽车销售公司', [48_000, 180_000]), 10],
  [trade('司机', '交通运输', '澄江公共交通公司 临港货运公司', [60_000, 110_000]), 6],
  [trade('建筑工程师', '建筑业', '云岭第三建设公司 澄江设计院', [90_000, 240_000]), 4],
  [trade('企业管理人员', '商务服务', '云岭机械集团 澄江水务公司 临港港务公司', [160_000, 600_000]), 5],
  [trade('个体经营者', '批发零售', '自营', [50_000, 400_000], 'takings'), 12],
  [trade('私营企业主', '制造业', '自办企业', [150_000, 1_500_000], 'takings'), 3],
  [trade('自由职业者', '文化艺术', '无固定单位', [36_000, 200_000], 'takings'), 5],
])

const RETIRED: Trade = {
  occupation: '退休人员',
  industry: '退休',
  employers: ['已退休'],
  yuan: [28_000, 96_000],
  source: 'pension',
}
const STUDENT: Trade = {
  occupation: '学生',
  industry: '教育',
  employers: ['在校'],
  yuan: [0, 0],
  source: 'none',
}
const INFANT: Trade = { ...STUDENT, occupation: '学龄前儿童', employers: ['无'] }

const SCHOOL_AGE = 6
const LEAVES_UNIVERSITY_AT = 22
const RETIRES_AT = { male: 60, female: 55 } as const

/** @param age in full years */
export function drawLivelihood(random: Random, age: number, sex: 'male' | 'female'): Livelihood {
  const { occupation, industry, employers, yuan, source } = drawTrade(random, age, sex)
  const [low, high] = yuan
  // Squaring leans towards the lower end: many are paid little, few a lot.
  const share = random.unit() ** 2 * seniorityAt(age)
  const thousands = Math.round((low + (high - low) * share) / 1000)
  return { occupation, industry, employer: random.pick(employers), incomeFen: thousands * 100_000, source }
}

/** The upper half of a trade's pay is for those who have been in it for years. */
function seniorityAt(age: number): number {
  return Math.min(1, 0.2 + 0.8 * Math.max(0, (age - 20) / 20))
}

function drawTrade(random: Random, age: number, sex: 'male' | 'female'): Trade {
  if (age < SCHOOL_AGE) return INFANT
  if (age < 18) return STUDENT
  if (age < LEAVES_UNIVERSITY_AT && random.chance(0.6)) return STUDENT
  if (age >= RETIRES_AT[sex]) return RETIRED
  return TRADES.draw(random)
}

function trade(
  occupation: string,
  industry: string,
  employers: string,
  yuan: readonly [number, number],
  source: Livelihood['source'] = 'salary',
): Trade {
  return { occupation, industry, employers: employers.split(' '), yuan, source }
}
