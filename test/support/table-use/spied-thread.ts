import { afterEach, expect } from 'vitest'
import type { Jobs } from '../../../src/main/engine/jobs.ts'
import { consentsJobs } from '../../../src/main/features/consents/jobs.ts'
import { importsJobs } from '../../../src/main/features/imports/jobs.ts'
import { privacyJobs } from '../../../src/main/features/privacy/jobs.ts'
import { factsJobs } from '../../../src/main/records/facts/refresh-job.ts'
import { faultsOf } from './faults.ts'
import { spiedJobs, spyOnTables, type TableUse } from './table-spy.ts'

const faults = new Set<string>()
const tell = (use: TableUse) => {
  for (const fault of faultsOf(use)) faults.add(fault)
}

// Every integration test that runs operations in its own thread shows what these do to the tables, whatever it is about.
spyOnTables(tell)
for (const jobs of [consentsJobs, factsJobs, importsJobs, privacyJobs]) {
  Object.assign(jobs, spiedJobs(jobs satisfies Jobs, tell))
}

afterEach(() => {
  const found = [...faults]
  faults.clear()
  expect(found).toEqual([])
})
