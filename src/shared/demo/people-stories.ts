import { eventOfComplaint, NO_CONTACTS, wealthEnquiry } from './contacts.ts'
import type { DemoComplaint } from './rows.ts'
import { demandOnly, everyMonth, only, type StoryScript, visited } from './story-script.ts'

const BIRTHDAY_AGE = 56
const ENQUIRED_DAYS_AGO = [80, 41, 11] as const
const COMPLAINED_DAYS_AGO = 9
const REFUSED_DAYS_AGO = 33
/** The two of one name share their birthday. */
const SHARED_DAYS_SINCE_BIRTHDAY = 150
/** Twelve months of validity ran out forty days ago. */
const ASSESSED_DAYS_AGO = 405

/** The customer who asked about wealth products is the mother of the minor after her. */
const MOTHER_INDEX = 7
const MOTHER_AND_SON = ['head', 'child'] as const

/** C0000007 onwards: what the person tells. */
export const PEOPLE_STORIES: readonly StoryScript[] = [
  {
    story: 'birthday',
    zh: '今天生日，满 56 岁',
    en: 'Birthday today, 56 years old',
    name: '郭红',
    sex: 'female',
    // A leap year lies 56 years before a leap year, so the story holds on 29 February too.
    age: BIRTHDAY_AGE,
    daysSinceBirthday: 0,
    holdings: demandOnly(18_600),
    movements: everyMonth(6500),
    contacts: visited(54),
  },
  {
    story: 'wealth-enquiries',
    zh: '近90天咨询理财 3 次，最近一次 11 天前',
    en: 'Asked about wealth products three times within 90 days, last 11 days ago',
    name: '赵丽娟',
    sex: 'female',
    age: 39,
    family: { place: 'head', household: MOTHER_AND_SON, headIndex: MOTHER_INDEX },
    holdings: demandOnly(83_000),
    movements: everyMonth(8800),
    contacts: (year, customerKey) => ({
      ...NO_CONTACTS,
      events: ENQUIRED_DAYS_AGO.map((daysAgo) => wealthEnquiry(customerKey, year.today - daysAgo, year)),
    }),
  },
  {
    story: 'minor',
    zh: '未满 14 周岁：不做营销',
    en: 'Under 14: no marketing',
    name: '赵子轩',
    sex: 'male',
    age: 11,
    family: { place: 'child', household: MOTHER_AND_SON, headIndex: MOTHER_INDEX },
    livelihood: {
      occupation: '学生',
      industry: '教育',
      employer: '东湖实验小学',
      incomeFen: 0,
      source: 'none',
    },
    assessment: null,
    holdings: demandOnly(3200),
    movements: only([
      { daysAgo: 100, direction: 'in', yuan: 600, kind: 'cash', channel: 'counter', note: '压岁钱' },
    ]),
    contacts: () => NO_CONTACTS,
  },
  {
    story: 'opted-out',
    zh: '33 天前拒绝电话和短信营销：不再致电、不发短信',
    en: 'Refused marketing by phone and text message 33 days ago: both channels are closed',
    name: '高敏',
    sex: 'female',
    age: 51,
    holdings: demandOnly(72_000),
    movements: everyMonth(9300),
    contacts: (year, customerKey) => ({
      ...NO_CONTACTS,
      refusals: (['phone', 'sms'] as const).map((channel) => ({
        customerKey,
        channel,
        on: year.on(year.today - REFUSED_DAYS_AGO),
      })),
    }),
  },
  {
    story: 'complaint-open',
    zh: '9 天前的投诉尚未办结：暂停营销',
    en: 'A complaint of 9 days ago is still open: marketing is paused',
    name: '林涛',
    sex: 'male',
    age: 43,
    holdings: demandOnly(64_000),
    movements: everyMonth(10_600),
    contacts: (year, customerKey) => {
      const openedOn = year.on(year.today - COMPLAINED_DAYS_AGO)
      const complaint: DemoComplaint = {
        customerKey,
        openedOn,
        resolvedOn: null,
        summary: '自助设备吞卡后无人处理',
      }
      return { ...NO_CONTACTS, events: [eventOfComplaint(complaint)], complaints: [complaint] }
    },
  },
  {
    story: 'assessment-expired',
    zh: '风险测评约 40 天前过期：先重新测评',
    en: 'The risk assessment ran out about 40 days ago: assess again first',
    name: '何志明',
    sex: 'male',
    age: 49,
    assessment: { grade: 'C3', daysAgo: ASSESSED_DAYS_AGO },
    holdings: demandOnly(95_000),
    movements: everyMonth(13_000),
    contacts: visited(66),
  },
  {
    story: 'same-name',
    zh: '同名同生日的两位客户之一：须看证件尾号',
    en: 'One of two customers with the same name and birthday: tell them apart by the ID tail',
    name: '王丽',
    sex: 'female',
    age: 40,
    daysSinceBirthday: SHARED_DAYS_SINCE_BIRTHDAY,
    holdings: demandOnly(12_400),
    movements: everyMonth(5600),
    contacts: visited(44),
  },
  {
    story: 'same-name',
    zh: '同名同生日的两位客户之二：须看证件尾号',
    en: 'The other of two customers with the same name and birthday: tell them apart by the ID tail',
    name: '王丽',
    sex: 'female',
    age: 40,
    daysSinceBirthday: SHARED_DAYS_SINCE_BIRTHDAY,
    holdings: demandOnly(5100),
    movements: everyMonth(4900),
    contacts: visited(92),
  },
  {
    story: 'rare-name',
    zh: '姓名含基本平面以外的生僻字',
    en: 'A character of the name lies beyond the basic plane',
    name: '周𬀩',
    sex: 'male',
    age: 29,
    holdings: demandOnly(9800),
    movements: everyMonth(8200),
    contacts: visited(35),
  },
  {
    story: 'rare-name',
    zh: '姓名带间隔号的少数民族客户',
    en: 'A minority name written with a middle dot',
    name: '阿依古丽·买买提',
    sex: 'female',
    age: 34,
    holdings: demandOnly(15_700),
    movements: everyMonth(7400),
    contacts: visited(28),
  },
  {
    story: 'rare-name',
    zh: '复姓、多音姓加扩展区生僻字：尉迟（Yùchí）',
    en: 'A compound surname with an unexpected reading, Yuchi, and a character of extension A',
    name: '尉迟䶮',
    sex: 'male',
    age: 31,
    holdings: demandOnly(22_300),
    movements: everyMonth(9900),
    contacts: visited(57),
  },
  {
    story: 'long-address',
    zh: '40 个字的住址须完整显示',
    en: 'An address of 40 characters has to be shown whole',
    name: '欧阳明华',
    sex: 'male',
    age: 66,
    address: '云岭省澄江市临港新区滨江大道一千二百八十八号江南新村二期二十六栋三单元二零零二室',
    livelihood: {
      occupation: '退休人员',
      industry: '退休',
      employer: '已退休',
      incomeFen: 6_000_000,
      source: 'pension',
    },
    holdings: demandOnly(31_000),
    movements: everyMonth(5000),
    contacts: visited(20),
  },
]
