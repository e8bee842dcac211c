import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  SOURCE_KINDS,
  type SourceChoices,
  sourceKindOf,
  stepsOf,
  withKind,
  withStep,
} from '../../../../src/renderer/features/imports/profile/source.ts'
import { type Expression, expressionSchema } from '../../../../src/shared/contract/import-expression.ts'
import { importProfileSchema } from '../../../../src/shared/contract/import-profile.ts'

const CHOICES: SourceChoices = { columns: ['账号', '金额'], lookups: [], codes: [] }

describe('how a field’s source is edited', () => {
  it('is by its plain controls where they show all of it', () => {
    expect(sourceKindOf(undefined)).toBe('none')
    expect(sourceKindOf({ column: '账号' })).toBe('column')
    expect(sourceKindOf({ column: '性别', map: { 1: 'male' }, otherwise: 'female' })).toBe('column')
    expect(sourceKindOf({ constant: 'demand' })).toBe('constant')
    expect(sourceKindOf({ template: '客户 {号}' })).toBe('template')
    expect(sourceKindOf({ lookup: 'owner', by: { column: '账号' }, take: '客户号' })).toBe('lookup')
  })

  it('is as text where they would lose a part of it', () => {
    const hidden: Expression[] = [
      { firstOf: [{ column: '手机' }, { column: '电话' }] },
      { column: '证件', slice: { from: 3, length: 2 } },
      { column: '日期', emptyWhen: ['00000000'] },
      { lookup: 'owner', by: { column: '账号', slice: { from: 1, length: 4 } }, take: '客户号' },
    ]
    for (const expression of hidden) expect(sourceKindOf(expression)).toBe('advanced')
  })

  it('takes every expression of a real profile for what the controls can show, and no more', () => {
    const text = readFileSync(new URL('../../../fixtures/profiles/berka.json', import.meta.url), 'utf8')
    const profile = importProfileSchema.parse(JSON.parse(text))
    for (const file of profile.files) {
      if (file.entity === 'lookup') continue
      for (const expression of Object.values(file.fields)) {
        const kind = sourceKindOf(expression)
        expect(kind === 'advanced' || Object.hasOwn(expression, kind)).toBe(true)
      }
    }
  })
})

describe('another source for the same field', () => {
  it('keeps the rules that the field had', () => {
    const amount = { column: '金额', amount: { sign: 'drop' } } satisfies Expression
    expect(withKind('template', amount, CHOICES)).toEqual({
      template: '{账号}',
      amount: { sign: 'drop' },
    })
    expect(stepsOf(amount)).toEqual({ amount: { sign: 'drop' } })
  })

  it('begins with a code that the field allows', () => {
    expect(withKind('constant', undefined, { ...CHOICES, codes: ['demand', 'term'] })).toEqual({
      constant: 'demand',
    })
  })

  it('is text that holds what was there, so that nothing is lost on the way', () => {
    const previous = { column: '金额', map: { A: 'b' } } satisfies Expression
    expect(withKind('advanced', previous, CHOICES)).toEqual({ firstOf: [previous] })
  })

  it('is always an expression that a profile may hold, or none', () => {
    const kinds = fc.constantFrom(...SOURCE_KINDS.filter((kind) => kind !== 'lookup'))
    fc.assert(
      fc.property(kinds, kinds, (first, second) => {
        const before = withKind(first, undefined, CHOICES) ?? undefined
        const after = withKind(second, before, CHOICES)
        expect(after === null || expressionSchema.safeParse(after).success).toBe(true)
      }),
    )
  })
})

describe('a rule of a field', () => {
  it('is set without touching the others, and taken away whole', () => {
    const expression = { column: '金额', map: { A: 'b' } } satisfies Expression
    const marked = withStep(expression, 'otherwise', 'other')
    expect(marked).toEqual({ ...expression, otherwise: 'other' })
    expect(withStep(marked, 'map', undefined)).toEqual({ column: '金额', otherwise: 'other' })
  })
})
