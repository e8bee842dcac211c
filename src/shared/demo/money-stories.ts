import { plusMonths } from './day-number.ts'
import type { Holdings } from './holdings.ts'
import { demandOnly, everyMonth, only, type StoryScript, visited, yuan } from './story-script.ts'

const MATURITY_IN_DAYS = 9

/** C0000001 to C0000006: what the money tells. */
export const MONEY_STORIES: readonly StoryScript[] = [
  {
    story: 'leaking',
    zh: '资产流失：一年内最高 42 万元，现余 12 万元；近90天转出 30 万元',
    en: 'Money leaking out: 420,000 yuan at the peak of the year, 120,000 now; 300,000 left within 90 days',
    name: '陈建华',
    sex: 'male',
    age: 54,
    holdings: demandOnly(120_000),
    movements: everyMonth(11_000, [
      {
        daysAgo: 75,
        direction: 'out',
        yuan: 180_000,
        kind: 'transfer',
        channel: 'mobile-bank',
        note: '转至本人他行账户',
      },
      {
        daysAgo: 38,
        direction: 'out',
        yuan: 120_000,
        kind: 'transfer',
        channel: 'mobile-bank',
        note: '转至本人他行账户',
      },
    ]),
    contacts: visited(160),
  },
  {
    story: 'dormant',
    zh: '睡眠户：六个月以上无主动交易，活期余额约 3.86 万元',
    en: 'Dormant with money: no active transaction for more than six months, about 38,600 yuan on demand',
    name: '吴桂英',
    sex: 'female',
    age: 63,
    livelihood: {
      occupation: '退休人员',
      industry: '退休',
      employer: '已退休',
      incomeFen: yuan(48_000),
      source: 'pension',
    },
    holdings: demandOnly(38_600),
    movements: only([
      { daysAgo: 250, direction: 'in', yuan: 20_000, kind: 'cash', channel: 'counter', note: '现金' },
      { daysAgo: 240, direction: 'out', yuan: 2000, kind: 'cash', channel: 'counter', note: '现金' },
    ]),
    contacts: visited(240),
  },
  {
    story: 'near-next-tier',
    zh: '临界客户：资产 28.65 万元，距高净值 30 万元线差 1.35 万元',
    en: 'Near the next tier: 286,500 yuan in assets, 13,500 short of the high-net-worth line at 300,000',
    name: '周晓梅',
    sex: 'female',
    age: 47,
    holdings: nearHighNetWorth,
    movements: everyMonth(9000),
    contacts: visited(25),
  },
  {
    story: 'near-next-tier',
    zh: '临界客户：资产 4.72 万元，距优质 5 万元线差 2,800 元',
    en: 'Near the next tier: 47,200 yuan in assets, 2,800 short of the preferred line at 50,000',
    name: '徐鹏',
    sex: 'male',
    age: 36,
    holdings: demandOnly(47_200),
    movements: everyMonth(12_500),
    contacts: visited(48),
  },
  {
    story: 'maturity-near',
    zh: '到期提醒：15 万元定期存款 9 天后到期',
    en: 'Maturity near: a term deposit of 150,000 yuan matures in 9 days',
    name: '孙志强',
    sex: 'male',
    age: 58,
    holdings: (today) => {
      const matures = today + MATURITY_IN_DAYS
      return {
        demandFen: yuan(8300),
        placements: [
          {
            kind: 'term',
            productName: '定期存款 1年',
            balanceFen: yuan(150_000),
            opened: plusMonths(matures, -12),
            matures,
            ratePercent: 0.95,
            status: 'open',
          },
        ],
      }
    },
    movements: everyMonth(7800),
    contacts: visited(70),
  },
  {
    story: 'large-cash',
    zh: '大额现金：12 天前柜面存入现金 20 万元',
    en: 'Large cash: 200,000 yuan paid in at the counter 12 days ago',
    name: '马国栋',
    sex: 'male',
    age: 45,
    holdings: demandOnly(236_000),
    movements: everyMonth(10_000, [
      { daysAgo: 12, direction: 'in', yuan: 200_000, kind: 'cash', channel: 'counter', note: '现金' },
    ]),
    contacts: visited(12),
  },
]

function nearHighNetWorth(today: number): Holdings {
  const longAgo = plusMonths(today, -14)
  const deposit = {
    kind: 'term',
    productName: '定期存款 3年',
    balanceFen: yuan(200_000),
    ratePercent: 1.25,
  } as const
  const fund = {
    kind: 'fund',
    productName: '云岭稳健债券基金',
    balanceFen: yuan(60_000),
    ratePercent: null,
  } as const
  return {
    demandFen: yuan(26_500),
    placements: [
      { ...deposit, opened: longAgo, matures: plusMonths(longAgo, 36), status: 'open' },
      { ...fund, opened: longAgo, matures: null, status: 'open' },
    ],
  }
}
