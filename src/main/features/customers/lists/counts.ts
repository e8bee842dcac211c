import { FINDINGS, type FindingKind } from '../../../../shared/domain/customer/findings.ts'
import { TIERS, type Tier } from '../../../../shared/domain/customer/tiers.ts'
import type { ReadConnection } from '../../../engine/connection.ts'
import type { RowOf } from '../../../engine/schema/columns.ts'
import { TABLES } from '../../../engine/schema.ts'
import { read } from '../../../engine/statement.ts'
import { findingBit } from '../../../records/facts/finding-bits.ts'

export interface Counts {
  readonly customers: number
  readonly byFinding: Readonly<Record<FindingKind, number>>
  readonly byTier: Readonly<Record<Tier, number>>
}

const { customer_count } = TABLES

const GROUPS = read(
  { tier: customer_count.tier, findings: customer_count.findings, people: customer_count.people },
  'SELECT tier, findings, people FROM customer_count WHERE people > 0',
)

/** People who have one tier and just these findings. */
type Group = RowOf<typeof GROUPS.columns>

/** How many people each list holds: sums over the few groups that the database keeps count of with every change. */
export function countCustomers(connection: ReadConnection): Counts {
  const groups = GROUPS.all(connection)
  return {
    customers: sum(groups),
    byFinding: record(FINDINGS, (kind) =>
      sum(groups.filter(({ findings }) => (findings & findingBit(kind)) !== 0)),
    ),
    byTier: record(TIERS, (tier) => sum(groups.filter((group) => group.tier === tier))),
  }
}

/** How many people have a finding and a tier; null asks for any. */
export function countPeople(
  connection: ReadConnection,
  finding: FindingKind | null,
  wanted: Tier | null,
): number {
  const isMeant = ({ tier, findings }: Group) =>
    (wanted === null || tier === wanted) && (finding === null || (findings & findingBit(finding)) !== 0)
  return sum(GROUPS.all(connection).filter(isMeant))
}

function sum(groups: readonly Group[]): number {
  return groups.reduce((total, { people }) => total + people, 0)
}

function record<K extends string>(keys: readonly K[], countOf: (key: K) => number): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, countOf(key)])) as Record<K, number>
}
