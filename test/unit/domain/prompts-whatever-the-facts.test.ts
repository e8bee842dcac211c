import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blocks } from '../../../src/shared/domain/consent/prohibitions.ts'
import { MOST_PROMPTS, type PromptInput, promptsFrom } from '../../../src/shared/domain/prompts/prompts.ts'
import { anyInput, history, TODAY } from '../../support/domain/prompt-inputs.ts'

describe('whatever the facts', () => {
  it('somebody who may not be marketed to never gets a prompt that sells', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { prompts } = promptsFrom(input)
        const barred = input.prohibitions.some((each) => blocks(each, 'face'))
        if (!barred && input.visit?.doNotDisturb !== true) return
        expect(prompts.filter(({ marketing }) => marketing)).toEqual([])
      }),
      { numRuns: 2_000 },
    )
  })

  it('somebody who withdrew from being analysed is told of nothing that rests on it, and the line says since when', () => {
    const NEEDS_NONE: readonly string[] = ['promise-due', 'referral-open', 'birthday']
    fc.assert(
      fc.property(anyInput, (input) => {
        const { prompts, blocks: said } = promptsFrom(input)
        const since = input.analysisWithdrawnOn
        const lines = said.filter(({ kind }) => kind === 'analysis-withdrawn')
        expect(lines).toEqual(since === null ? [] : [{ kind: 'analysis-withdrawn', on: since }])
        if (since === null) return
        expect(prompts.map(({ kind }) => kind).filter((kind) => !NEEDS_NONE.includes(kind))).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })

  it('no product that needs an assessment is offered without one, unless it was promised', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const unassessed = input.prohibitions.filter(({ kind }) => kind === 'assessment-expired')
        for (const { marketing, product: offered } of promptsFrom(input).prompts) {
          if (marketing && offered !== null)
            expect(unassessed.some((each) => blocks(each, 'face', offered))).toBe(false)
        }
      }),
    )
  })

  it('the same input gives the same prompts, and never more than three', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const once = promptsFrom(input)
        expect(promptsFrom(structuredClone(input))).toEqual(once)
        expect(once.prompts.length).toBeLessThanOrEqual(MOST_PROMPTS)
        expect(new Set(once.prompts.map(({ kind }) => kind)).size).toBe(once.prompts.length)
      }),
      { numRuns: 1_000 },
    )
  })

  it('more history never sells anything that less history did not', () => {
    fc.assert(
      fc.property(anyInput, history, (input, more) => {
        const longer = {
          prompts: [...input.history.prompts, ...more.prompts],
          contactDays: [...input.history.contactDays, ...more.contactDays],
        }
        const selling = (one: PromptInput) =>
          promptsFrom(one)
            .prompts.filter(({ marketing }) => marketing)
            .map(({ kind }) => kind)
        const before = selling(input)
        for (const kind of selling({ ...input, history: longer })) expect(before).toContain(kind)
      }),
      { numRuns: 2_000 },
    )
  })

  it('every prompt rests on a day that has come, but for a maturity and a birthday', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        for (const { kind, reason } of promptsFrom(input).prompts) {
          expect(reason.on).toMatch(/^\d{4}-\d\d-\d\d$/)
          if (kind === 'maturity-near' || kind === 'birthday') expect(reason.on >= TODAY).toBe(true)
          else expect(reason.on <= TODAY).toBe(true)
        }
      }),
    )
  })

  it('nobody of the care age is offered a product with risk', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        if (input.birthOn === null || input.birthOn > '1961-11-20') return
        for (const { product: offered } of promptsFrom(input).prompts) {
          expect(['wealth', 'fund', 'insurance']).not.toContain(offered)
        }
      }),
    )
  })
})
