import type { Tier } from '../domain/customer/tiers.ts'
import type { ValueLevel } from '../domain/customer/value.ts'

/** One line of a search result or a work list. Every personal field is masked. */
export interface CustomerLine {
  readonly uid: string
  readonly maskedName: string
  readonly maskedPhone: string | null
  /** Shown as it is: with name and phone it says beyond doubt whom a key acts on. */
  readonly customerNo: string
  readonly idTail: string | null
  readonly birthYear: number | null
  readonly sex: Sex
  readonly tier: Tier
  readonly value: ValueLevel
  /** Which key of the search text found the person. */
  readonly matched: MatchedKey | null
}

export type Sex = 'male' | 'female' | 'unknown'
export type MatchedKey = 'ticket' | 'name' | 'pinyin' | 'initials' | 'phone' | 'id' | 'card' | 'customer-no'
