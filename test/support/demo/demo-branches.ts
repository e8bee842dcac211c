import { createHash } from 'node:crypto'
import { type DemoBranch, generateBranch } from '../../../src/shared/demo/branch.ts'
import type { DemoAccount, DemoDossier } from '../../../src/shared/demo/rows.ts'

export const AS_OF = '2026-11-20'

export function branchOf(customers: number, seed = 7, asOf = AS_OF): DemoBranch {
  return generateBranch({ seed, asOf, customers })
}

export function digestOf(customerRecords: Iterable<DemoDossier>): string {
  const hash = createHash('sha256')
  for (const customerRecord of customerRecords) hash.update(JSON.stringify(customerRecord))
  return hash.digest('hex')
}

export function assetsFen({ accounts }: DemoDossier): number {
  return accounts.reduce((sum, account) => sum + account.balanceFen, 0)
}

export function demandAccountOf({ accounts, customer }: DemoDossier): DemoAccount {
  const demand = accounts.find((account) => account.kind === 'demand')
  if (!demand) throw new Error(`${customer.key} has no demand account`)
  return demand
}
