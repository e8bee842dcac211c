import type { AccountKind } from '../domain/imports/import-rows.ts'

/** What the branch sells. The products are invented; deposit rates are of the height usual in 2025 and 2026. */
export interface ShelfProduct {
  readonly kind: Exclude<AccountKind, 'demand'>
  readonly name: string
  /** How long money is tied up; null for products without an end. */
  readonly months: number | null
  readonly ratePercent: number | null
  /** Smallest amount in yuan. */
  readonly fromYuan: number
}

export const TERM_DEPOSITS: readonly ShelfProduct[] = [
  { kind: 'term', name: '定期存款 3个月', months: 3, ratePercent: 0.65, fromYuan: 5000 },
  { kind: 'term', name: '定期存款 6个月', months: 6, ratePercent: 0.85, fromYuan: 5000 },
  { kind: 'term', name: '定期存款 1年', months: 12, ratePercent: 0.95, fromYuan: 5000 },
  { kind: 'term', name: '定期存款 2年', months: 24, ratePercent: 1.05, fromYuan: 5000 },
  { kind: 'term', name: '定期存款 3年', months: 36, ratePercent: 1.25, fromYuan: 5000 },
  { kind: 'term', name: '大额存单 3年', months: 36, ratePercent: 1.55, fromYuan: 200_000 },
]

export const INVESTMENTS: readonly ShelfProduct[] = [
  { kind: 'wealth', name: '稳盈90天理财', months: 3, ratePercent: 2.1, fromYuan: 10_000 },
  { kind: 'wealth', name: '恒利半年理财', months: 6, ratePercent: 2.25, fromYuan: 10_000 },
  { kind: 'wealth', name: '安享一年理财', months: 12, ratePercent: 2.4, fromYuan: 10_000 },
  { kind: 'wealth', name: '日日宽理财', months: null, ratePercent: 1.5, fromYuan: 5000 },
  { kind: 'fund', name: '云岭稳健债券基金', months: null, ratePercent: null, fromYuan: 5000 },
  { kind: 'fund', name: '云岭成长混合基金', months: null, ratePercent: null, fromYuan: 5000 },
  { kind: 'insurance', name: '安心养老年金险', months: null, ratePercent: null, fromYuan: 5000 },
  { kind: 'insurance', name: '康宁终身寿险', months: null, ratePercent: null, fromYuan: 5000 },
]

export const DEMAND_PRODUCT = '活期存款'
export const DEMAND_RATE_PERCENT = 0.05
