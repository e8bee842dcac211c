import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBack, writtenCases } from '../support/imports/written-forms/case.ts'
import { SEED } from './harness/rounds.ts'

/** `CHAOS_FORMS` and `CHAOS_SEED` repeat a run. */
const FORMS = Number(process.env.CHAOS_FORMS ?? 300)
/** As many as fit into the patience of one test. */
const AT_ONCE = 500

const stretches = Array.from({ length: Math.ceil(FORMS / AT_ONCE) }, (_, index) => ({
  seed: SEED + index,
  runs: Math.min(AT_ONCE, FORMS - index * AT_ONCE),
}))

describe('a table, written in any combination of forms', () => {
  it.each(stretches)(
    'comes back equal, or what is not read is named: $runs of seed $seed',
    async (stretch) => {
      const property = fc.asyncProperty(writtenCases, async (written) => {
        expect((await readBack(written)).silent).toEqual([])
      })
      await fc.assert(property, { numRuns: stretch.runs, seed: stretch.seed })
    },
  )
})
