import type { OpenIntent } from '../../../../shared/contract/customers.ts'
import type { InputOf } from '../../../../shared/contract/index.ts'
import type { ReferralCandidate, ReferralSuggestion } from '../../../../shared/contract/referrals.ts'
import type { ProductCode } from '../../../../shared/domain/customer/products.ts'
import { type IntentLevel, LEVELS, levelToTreat } from '../../../../shared/domain/work/intent.ts'

/** Reasons that a digit picks (our own default). */
export const QUICK_REASONS = ['talk', 'amount', 'compare', 'papers', 'time'] as const
export type QuickReason = (typeof QUICK_REASONS)[number]

/** Whom a referral is about. */
export type Referred = { readonly customerUid: string } | { readonly leadUid: string }

/** A referral while it is being made. */
export interface ReferDraft {
  readonly product: ProductCode
  readonly level: IntentLevel
  /** Null leaves it to the routing table. */
  readonly chosenNo: string | null
  readonly quick: QuickReason | null
  /** What was written stands above the quick reason. */
  readonly text: string
}

/** What a person wants, as it is handed on. */
export interface ReferredWish {
  readonly product: ProductCode
  readonly level: IntentLevel
}

/**
 * The wish that the dialog begins with: the strongest that is open, of two alike the one heard of last; one that has
 * faded is handed on as a light one. Undefined where nothing is open.
 */
export function wishToRefer(intents: readonly OpenIntent[]): ReferredWish | undefined {
  const [first] = intents
    .map(({ product, currentLevel, lastEvidenceOn }) => ({
      product,
      level: levelToTreat(currentLevel),
      lastEvidenceOn,
    }))
    .sort(
      (a, b) =>
        LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || (a.lastEvidenceOn < b.lastEvidenceOn ? 1 : -1),
    )
  return first === undefined ? undefined : { product: first.product, level: first.level }
}

/** What was written stands above the reason that was picked. */
export function reasonOf(draft: ReferDraft, quickText: (quick: QuickReason) => string): string {
  const written = draft.text.trim()
  if (written !== '') return written
  return draft.quick === null ? '' : quickText(draft.quick)
}

/** Who is meant by a name, a part of one or a number; everybody where nothing was typed. */
export function candidatesNamed(
  typed: string,
  candidates: readonly ReferralCandidate[],
): readonly ReferralCandidate[] {
  const wanted = typed.trim().toLowerCase()
  return candidates.filter(
    ({ no, name }) => no.toLowerCase().startsWith(wanted) || name.toLowerCase().includes(wanted),
  )
}

export function receiverOf(draft: ReferDraft, suggestion: ReferralSuggestion): string | null {
  return draft.chosenNo ?? suggestion.candidates[0]?.no ?? null
}

/** What is sent for a draft; null while somebody to refer to, or a reason, is missing. */
export function offerOf(
  about: Referred,
  draft: ReferDraft,
  suggestion: ReferralSuggestion,
  quickText: (quick: QuickReason) => string,
): InputOf<'referrals.offer'> | null {
  const toNo = receiverOf(draft, suggestion)
  const reason = reasonOf(draft, quickText)
  if (toNo === null || reason === '') return null
  return { ...about, toNo, product: draft.product, level: draft.level, reason }
}
