import type { ContactChannel } from '../domain/imports/import-fields.ts'
import { customerKeyOf } from './allocation.ts'
import type { BranchYear } from './branch-year.ts'
import type { DayNumber } from './day-number.ts'
import type { Persona } from './persona.ts'
import type { Random } from './random.ts'
import type { DemoComplaint, DemoEvent, DemoRefusal, DemoTag } from './rows.ts'

/** What passed between the customer and the bank beside money. */
export interface Contacts {
  readonly events: readonly DemoEvent[]
  readonly refusals: readonly DemoRefusal[]
  readonly complaints: readonly DemoComplaint[]
  readonly tags: readonly DemoTag[]
}

export const NO_CONTACTS: Contacts = { events: [], refusals: [], complaints: [], tags: [] }

/** Shares of customers. Our own choice: a branch of 5,000 has some of everything, and each finding stays rare. */
const ASKS_ABOUT_WEALTH_SHARE = 0.07
const ASKED_WITHIN_DAYS = 120
const MOVED_HOUSE_SHARE = 0.03
const INTRODUCED_SHARE = 0.02
const JOINED_EVENT_SHARE = 0.05
const COMPLAINED_SHARE = 0.015
const UNRESOLVED_SHARE = 0.15
const REFUSED_SHARE = 0.04

const REFUSABLE: readonly ContactChannel[] = ['phone', 'phone', 'sms', 'wechat']
const COMPLAINTS = ['排队时间过长', '手机银行转账限额无法调整', '短信提醒未收到', '柜面解释不清楚'] as const
const VISIT_TEXTS = ['柜面办理存取款', '柜面办理转账', '更换存折', '打印流水', '查询账户'] as const
const MOST_VISITS = { dormant: 0, occasional: 2, frequent: 4 } as const
const MOST_LOGINS = { dormant: 0, occasional: 2, frequent: 5 } as const

export function drawContacts(random: Random, persona: Persona, year: BranchYear): Contacts {
  const customerKey = customerKeyOf(persona.index)
  const someDay = () => random.between(year.first, year.today)
  const complaints = drawComplaints(random, customerKey, someDay(), year)
  return {
    events: [
      ...drawMeetings(random, persona, year),
      ...drawEnquiries(random, customerKey, year),
      ...drawOccasions(random, customerKey, someDay, year),
      ...complaints.map(eventOfComplaint),
    ],
    refusals: random.chance(REFUSED_SHARE)
      ? [{ customerKey, channel: random.pick(REFUSABLE), on: year.on(someDay()) }]
      : [],
    complaints,
    tags: tagsOf(random, persona),
  }
}

/** How a complaint shows on the timeline. */
export function eventOfComplaint({ customerKey, openedOn, summary }: DemoComplaint): DemoEvent {
  return {
    customerKey,
    on: openedOn,
    kind: 'non-transaction',
    code: 'complaint',
    channel: null,
    product: null,
    text: summary,
  }
}

/** One enquiry about wealth products; several in 90 days are a prompt (L3). */
export function wealthEnquiry(customerKey: string, day: DayNumber, year: BranchYear): DemoEvent {
  return {
    customerKey,
    on: year.on(day),
    kind: 'non-transaction',
    code: 'need',
    channel: 'counter',
    product: 'wealth',
    text: '咨询理财产品的期限和收益算法',
  }
}

export function counterVisit(customerKey: string, day: DayNumber, year: BranchYear, text: string): DemoEvent {
  return {
    customerKey,
    on: year.on(day),
    kind: 'channel',
    code: 'counter',
    channel: 'counter',
    product: null,
    text,
  }
}

function drawMeetings(random: Random, { index, habit, activity }: Persona, year: BranchYear): DemoEvent[] {
  const customerKey = customerKeyOf(index)
  const visits = random.below(MOST_VISITS[activity] + 1)
  const events: DemoEvent[] = []
  for (let n = 0; n < visits; n++) {
    events.push(counterVisit(customerKey, year.counterDays.draw(random), year, random.pick(VISIT_TEXTS)))
  }
  const logins = habit === 'mobile' ? random.below(MOST_LOGINS[activity] + 1) : 0
  for (let n = 0; n < logins; n++) {
    const on = year.on(year.shoppingDays.draw(random))
    const channel = 'mobile-bank'
    events.push({
      customerKey,
      on,
      kind: 'channel',
      code: channel,
      channel,
      product: null,
      text: '登录手机银行',
    })
  }
  return events
}

function drawEnquiries(random: Random, customerKey: string, year: BranchYear): DemoEvent[] {
  if (!random.chance(ASKS_ABOUT_WEALTH_SHARE)) return []
  const events: DemoEvent[] = []
  const count = random.between(1, 3)
  for (let n = 0; n < count; n++) {
    events.push(wealthEnquiry(customerKey, year.today - random.below(ASKED_WITHIN_DAYS), year))
  }
  return events
}

function drawOccasions(
  random: Random,
  customerKey: string,
  someDay: () => DayNumber,
  year: BranchYear,
): DemoEvent[] {
  const events: DemoEvent[] = []
  const note = (share: number, code: 'address-change' | 'introduction' | 'event-joined', text: string) => {
    const on = year.on(someDay())
    const facts = { customerKey, on, channel: null, product: null, text }
    if (random.chance(share)) events.push({ ...facts, kind: 'non-transaction', code })
  }
  note(MOVED_HOUSE_SHARE, 'address-change', '变更家庭住址')
  note(INTRODUCED_SHARE, 'introduction', '介绍朋友来行开户')
  note(JOINED_EVENT_SHARE, 'event-joined', '参加网点理财沙龙')
  return events
}

function drawComplaints(
  random: Random,
  customerKey: string,
  day: DayNumber,
  year: BranchYear,
): DemoComplaint[] {
  const summary = random.pick(COMPLAINTS)
  const resolved = Math.min(day + random.between(1, 14), year.today)
  const openSince = year.today - random.below(20)
  const isOpen = random.chance(UNRESOLVED_SHARE)
  if (!random.chance(COMPLAINED_SHARE)) return []
  if (isOpen) return [{ customerKey, openedOn: year.on(openSince), resolvedOn: null, summary }]
  return [{ customerKey, openedOn: year.on(day), resolvedOn: year.on(resolved), summary }]
}

function tagsOf(random: Random, persona: Persona): DemoTag[] {
  const customerKey = customerKeyOf(persona.index)
  const tags: DemoTag[] = []
  const { occupation, source } = persona.livelihood
  if (source === 'takings') tags.push({ customerKey, kind: 'business', text: '经营结算客户' })
  if (['教师', '医护人员', '公务员'].includes(occupation))
    tags.push({ customerKey, kind: 'identity', text: occupation })
  if (persona.household.filter((place) => place === 'child').length > 1 && persona.place !== 'child') {
    tags.push({ customerKey, kind: 'relation', text: '两孩家庭' })
  }
  if (random.chance(0.06)) {
    tags.push({
      customerKey,
      kind: 'preference',
      text: random.pick(['关注大额存单', '偏好短期', '喜欢亲子活动']),
    })
  }
  return tags
}
