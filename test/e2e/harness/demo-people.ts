import { generateBranch } from '../../../src/shared/demo/branch.ts'
import type { DemoCustomer } from '../../../src/shared/demo/rows.ts'
import { SEEDED, type SeededStory } from '../../../src/shared/demo/stories.ts'
import { maskName, maskPhone } from '../../../src/shared/domain/text/masking.ts'

interface DemoBranchSize {
  readonly asOf: string
  readonly customers: number
}

/** Somebody in the demo branch, in the clear and as the screens may show them. */
export interface DemoPerson extends DemoCustomer {
  readonly maskedName: string
  readonly maskedPhone: string
  readonly idTail: string
}

/** The application's own seed for the demo branch. */
const SEED = 2026
const TAIL_LENGTH = 4

/** Everybody in the demo branch, made up by the same generator. */
export function demoPeople(size: DemoBranchSize): readonly DemoPerson[] {
  const branch = generateBranch({ seed: SEED, ...size })
  return Array.from(branch.customerRecords(), ({ customer }) => ({
    ...customer,
    maskedName: maskName(customer.name),
    maskedPhone: maskPhone(customer.phone),
    idTail: customer.idNumber.slice(-TAIL_LENGTH),
  }))
}

/** The first customer who was planted for a story. */
export function seededPerson(size: DemoBranchSize, story: SeededStory['story']): DemoPerson {
  const key = SEEDED.find((seeded) => seeded.story === story)?.customerKey
  const person = demoPeople(size).find((each) => each.key === key)
  if (person === undefined) throw new Error(`Nobody was planted for ${story}`)
  return person
}
