import type { Holding } from '../../../../shared/contract/customers.ts'

/** The kinds of the assets line, in its order; deposits on demand and for a term are one. */
export const ASSET_KINDS = ['deposit', 'wealth', 'fund', 'insurance', 'loan'] as const
export type AssetKind = (typeof ASSET_KINDS)[number]

const KIND_OF: Readonly<Record<Exclude<Holding['kind'], 'card'>, AssetKind>> = {
  demand: 'deposit',
  term: 'deposit',
  wealth: 'wealth',
  fund: 'fund',
  insurance: 'insurance',
  loan: 'loan',
}

/** What somebody holds of each kind, in fen; null where they hold none, which is not the same as a balance of nothing. */
export function sumsByKind(holdings: readonly Holding[]): Readonly<Record<AssetKind, number | null>> {
  const sums: Record<AssetKind, number | null> = {
    deposit: null,
    wealth: null,
    fund: null,
    insurance: null,
    loan: null,
  }
  for (const { kind, balanceFen } of holdings) {
    if (kind !== 'card') sums[KIND_OF[kind]] = (sums[KIND_OF[kind]] ?? 0) + balanceFen
  }
  return sums
}
