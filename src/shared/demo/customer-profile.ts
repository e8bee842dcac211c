import { DEFAULT_TIER_LINES, tierOf } from '../domain/customer/tiers.ts'
import type { ContactChannel } from '../domain/imports/import-fields.ts'
import type { RiskGrade } from '../domain/imports/import-rows.ts'
import { customerKeyOf, phoneOf } from './allocation.ts'
import { civilDateOf, type DayNumber, plusMonths } from './day-number.ts'
import type { Persona } from './persona.ts'
import { type Random, weighted } from './random.ts'
import type { DemoCustomer } from './rows.ts'
import { managerOf } from './staff.ts'

/** A risk assessment (风险测评). */
export interface Assessment {
  readonly grade: RiskGrade
  readonly assessed: DayNumber
}

/** Banks assess private customers anew every year. */
const ASSESSMENT_MONTHS = 12
const ASSESSED_SHARE = 0.65
const ADULT_AGE = 18

const GRADES = weighted<RiskGrade>([
  ['C1', 20],
  ['C2', 34],
  ['C3', 28],
  ['C4', 13],
  ['C5', 5],
])
const LEANINGS: Readonly<Record<RiskGrade, string>> = {
  C1: '保本优先',
  C2: '稳健',
  C3: '平衡',
  C4: '成长',
  C5: '进取',
}
const HOBBIES = [
  '太极',
  '广场舞',
  '书法',
  '钓鱼',
  '旅游',
  '摄影',
  '跑步',
  '阅读',
  '园艺',
  '烘焙',
  '篮球',
  '象棋',
] as const
const YOUNG_CHANNELS: readonly ContactChannel[] = ['app', 'wechat', 'sms', 'phone']
const OLD_CHANNELS: readonly ContactChannel[] = ['face', 'phone', 'face', 'wechat']
const OLD_AGE = 60

export function drawAssessment(random: Random, age: number, today: DayNumber): Assessment | null {
  const grade = GRADES.draw(random)
  const assessed = today - random.between(5, 500)
  return age >= ADULT_AGE && random.chance(ASSESSED_SHARE) ? { grade, assessed } : null
}

/** The customer's own row. */
export function customerOf(
  seed: number,
  random: Random,
  persona: Persona,
  assessment: Assessment | null,
): DemoCustomer {
  const { index, age, livelihood, home, household } = persona
  const isPreferred = tierOf(persona.aumFen, DEFAULT_TIER_LINES) !== 'standard'
  return {
    key: customerKeyOf(index),
    name: persona.name,
    birthOn: civilDateOf(persona.birth),
    sex: persona.sex,
    idNumber: persona.idNumber,
    phone: phoneOf(seed, index),
    occupation: livelihood.occupation,
    employer: livelihood.employer,
    industry: livelihood.industry,
    address: home.address,
    housing: home.housing,
    incomeFen: livelihood.incomeFen,
    marriage: marriageOf(random, persona),
    education: educationOf(random, age),
    family: familyOf(persona),
    ...assessmentFields(assessment),
    channelPreference: random.pick(age >= OLD_AGE ? OLD_CHANNELS : YOUNG_CHANNELS),
    hobbies: random.pick(HOBBIES),
    leaning: LEANINGS[assessment?.grade ?? 'C1'],
    householdNo: household.length > 1 ? customerKeyOf(persona.firstIndex).replace('C', 'H') : null,
    ownerStaffNo: isPreferred ? managerOf(index) : null,
  }
}

function assessmentFields(assessment: Assessment | null) {
  if (!assessment) return { riskGrade: null, riskAssessedOn: null, riskExpiresOn: null }
  return {
    riskGrade: assessment.grade,
    riskAssessedOn: civilDateOf(assessment.assessed),
    riskExpiresOn: civilDateOf(plusMonths(assessment.assessed, ASSESSMENT_MONTHS)),
  }
}

function marriageOf(random: Random, { place, age, household }: Persona): string {
  const isCouple = household.includes('spouse')
  if (place === 'spouse' || place === 'elder' || (place === 'head' && isCouple)) return '已婚'
  if (place === 'head') return random.pick(['离异', '丧偶'])
  if (place === 'child' || age < 25) return '未婚'
  if (age < 35) return random.pick(['未婚', '未婚', '已婚'])
  return random.pick(age < 65 ? ['已婚', '已婚', '离异', '未婚'] : ['已婚', '丧偶'])
}

function educationOf(random: Random, age: number): string {
  if (age < 7) return '学龄前'
  if (age < 13) return '小学'
  if (age < 16) return '初中'
  if (age < 19) return '高中'
  if (age < 45) return random.pick(['大专', '本科', '本科', '硕士', '高中'])
  return random.pick(age < 65 ? ['高中', '大专', '本科', '初中'] : ['小学', '初中', '高中', '大专'])
}

function familyOf({ household }: Persona): string {
  if (household.length === 1) return '独立户'
  if (household.includes('elder')) return '三代同堂'
  const children = household.filter((place) => place === 'child').length
  if (!household.includes('spouse')) return '单亲家庭'
  return ['夫妻二人', '三口之家', '四口之家'][children] ?? '大家庭'
}
