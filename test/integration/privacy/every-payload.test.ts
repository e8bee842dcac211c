import { expect, test } from 'vitest'
import { WRITTEN_OF } from '../../../src/main/features/privacy/retain.ts'
import { OPERATION_NAMES, operationNamed } from '../../../src/shared/contract/index.ts'
import { INTERNAL_NAMES, internalNamed, JOB_NAMES } from '../../../src/shared/contract/internal/index.ts'

const NOBODY = 'says nothing of a customer'
const CUSTOMERS = 'says what lies in the record of a customer of the bank, who is no stranger'

/** Why what a feature writes for the hub is never erased. A new feature is decided on here, or in `WRITTEN_OF`. */
const KEPT: Readonly<Record<string, string>> = {
  arrivals: NOBODY,
  audit: NOBODY,
  branch: NOBODY,
  demo: NOBODY,
  facts: NOBODY,
  imports: NOBODY,
  notices: NOBODY,
  settings: NOBODY,
  staff: NOBODY,
  undo: NOBODY,
  privacy: NOBODY,
  consents: CUSTOMERS,
  customers: CUSTOMERS,
  followups: CUSTOMERS,
  intents: CUSTOMERS,
  maintenance: CUSTOMERS,
  prompts: CUSTOMERS,
}

test('P3: what each feature writes for the hub is erased in time, or kept for a reason', () => {
  const operations = OPERATION_NAMES.filter((name) => {
    const operation = operationNamed(name)
    return operation?.place === 'engine' && operation.access === 'write'
  })
  const internals = INTERNAL_NAMES.filter((name) => internalNamed(name)?.access === 'write')
  const features = [...operations, ...internals, ...JOB_NAMES].map((name) => name.split('.')[0])
  const decided = [...Object.keys(KEPT), ...WRITTEN_OF.map(({ feature }) => feature)]
  expect(decided.sort()).toEqual([...new Set(features)].sort())
})
