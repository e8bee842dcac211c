import type { DemoCustomer } from '../../../src/shared/demo/rows.ts'
import { nameKeys } from '../../../src/shared/domain/text/person-name.ts'
import { benchBranch } from './branch-store.ts'
import { type Scale, TRANSACTIONS_PER_CUSTOMER } from './scale.ts'

const TAIL = 4
/** Coprime with every size of branch, so that the chosen people lie all over it. */
const STRIDE = 7_919

/** What counter staff type to find somebody (L2). */
const KINDS: readonly ((person: DemoCustomer) => string)[] = [
  ({ name }) => [...name].slice(0, 2).join(''),
  ({ name }) => nameKeys(name).initials,
  ({ phone }) => phone.slice(-TAIL),
  ({ name, phone }) => `${[...name][0]} ${phone.slice(-TAIL)}`,
]

/** Texts of every kind in turn, of people all over the branch; the same in every run. */
export function searchTexts(scale: Scale, count: number): readonly string[] {
  const branch = benchBranch(scale.customers, TRANSACTIONS_PER_CUSTOMER)
  return Array.from({ length: count }, (_, index) => {
    const { customer } = branch.customerRecord((index * STRIDE) % scale.customers)
    return KINDS[index % KINDS.length]?.(customer) ?? ''
  })
}
