import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBack, writtenCases } from '../../support/imports/written-forms/case.ts'

/** `FORMS_RUNS` and `FORMS_SEED` choose others; a failure prints the seed and the smallest table and form. */
const RUNS = Number(process.env.FORMS_RUNS ?? 300)
const SEED = Number(process.env.FORMS_SEED ?? 2026)

describe('a table, written in any combination of forms', () => {
  it('comes back equal, or what is not read is named', async () => {
    let whole = 0
    await fc.assert(
      fc.asyncProperty(writtenCases, async (written) => {
        const outcome = await readBack(written)
        whole += outcome.whole
        expect(outcome.silent).toEqual([])
      }),
      { numRuns: RUNS, seed: SEED },
    )
    // a reader that refuses everything is never wrong
    expect(whole).toBeGreaterThan(RUNS / 2)
  })
})
