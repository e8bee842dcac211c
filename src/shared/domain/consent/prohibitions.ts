import { addMonths, ageOn, type CivilDate } from '../calendar/civil-date.ts'
import type { ProductCode } from '../customer/products.ts'
import type { Channel } from '../work/contact.ts'

export const PROHIBITIONS = ['opted-out', 'complaint-open', 'minor', 'assessment-expired'] as const
export type ProhibitionKind = (typeof PROHIBITIONS)[number]

/** Where a refusal holds; `all` is a refusal of marketing as such. */
export type RefusedChannel = Channel | 'all'

/** One reason not to market, with the date it rests on (L4). */
export type Prohibition =
  | { kind: 'opted-out'; channel: RefusedChannel; on: CivilDate }
  | { kind: 'complaint-open'; on: CivilDate }
  /** `on` is the birthday that ends it. */
  | { kind: 'minor'; on: CivilDate }
  /** `on` is the day the assessment ran out; `null` when there never was one. Blocks wealth products only. */
  | { kind: 'assessment-expired'; on: CivilDate | null }

export interface ProhibitionInput {
  birthOn: CivilDate | null
  refusals: readonly { channel: RefusedChannel; on: CivilDate }[]
  /** The day an open complaint was made. */
  openComplaintOn: CivilDate | null
  /** The last day on which the risk assessment is valid. */
  riskExpiresOn: CivilDate | null
  asOf: CivilDate
}

/** Fixed by the sources (L4): no marketing to anybody under fourteen. */
export const MARKETING_FROM_AGE = 14

/** Products that may be offered only on a valid risk assessment. */
const NEEDS_ASSESSMENT: ReadonlySet<ProductCode> = new Set(['wealth', 'fund'])

/** Every reason against marketing to a customer on a day (L4). */
export function prohibitionsFor(input: ProhibitionInput): Prohibition[] {
  const { birthOn, refusals, openComplaintOn, riskExpiresOn, asOf } = input
  const found: Prohibition[] = refusals.map(({ channel, on }) => ({ kind: 'opted-out', channel, on }))
  if (openComplaintOn !== null) found.push({ kind: 'complaint-open', on: openComplaintOn })
  if (birthOn !== null && ageOn(birthOn, asOf) < MARKETING_FROM_AGE) {
    found.push({ kind: 'minor', on: addMonths(birthOn, MARKETING_FROM_AGE * 12) })
  }
  if (riskExpiresOn === null || riskExpiresOn < asOf) {
    found.push({ kind: 'assessment-expired', on: riskExpiresOn })
  }
  return found
}

/** Whether a reason stands against marketing on a channel, and of a product if one is named. */
export function blocks(prohibition: Prohibition, channel: Channel, product?: ProductCode): boolean {
  switch (prohibition.kind) {
    case 'opted-out':
      return prohibition.channel === 'all' || prohibition.channel === channel
    case 'assessment-expired':
      return product !== undefined && NEEDS_ASSESSMENT.has(product)
    case 'complaint-open':
    case 'minor':
      return true
  }
}
