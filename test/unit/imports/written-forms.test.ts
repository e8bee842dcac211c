import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBack, writtenCases } from '../../support/imports/written-forms/case.ts'
import type { Cell } from '../../support/imports/written-forms/cells.ts'
import { writtenLines } from '../../support/imports/written-forms/delimited-lines.ts'
import type { TextForm } from '../../support/imports/written-forms/form.ts'

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

describe('what no reader can tell, because two forms write the same text', () => {
  it('is what ends the lines of a file that has one line without an end', () => {
    const row: readonly Cell[] = [
      { text: 'C1', meaning: 'key', empty: false },
      { text: '一\n二', meaning: 'text', empty: false },
    ]
    const written = (lineEnd: '\r' | '\n', rows: number) => {
      const form: TextForm = {
        as: 'delimited',
        delimiter: ',',
        protection: { by: 'quotes', mark: '"', where: 'needed' },
        guard: 'none',
        lineEnd,
        lastLineEnds: false,
        titles: 0,
        header: 'none',
        endDelimiter: 'no',
        below: [],
      }
      const columns = [null, null]
      return writtenLines(['客户号', '地址'], Array(rows).fill(row), columns, form)
    }
    expect(written('\r', 1).text).toBe(written('\n', 1).text)
    expect([written('\r', 1).physical, written('\n', 1).physical]).toEqual([null, 2])
    // with a second line there is an end to go by
    expect(written('\r', 2).physical).toBe(2)
  })
})
