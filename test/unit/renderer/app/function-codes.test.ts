import { describe, expect, test } from 'vitest'
import { codesFor, codesOf, exactCode, FUNCTION_CODES } from '../../../../src/renderer/app/function-codes.ts'

const codes = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code)

describe('function codes (L9)', () => {
  test('no code is another’s beginning, so that a code typed in full is never ambiguous', () => {
    for (const { code } of FUNCTION_CODES) expect(codes(codesFor(code, FUNCTION_CODES))).toEqual([code])
  })

  test('a teller is offered neither import nor audit', () => {
    expect(codes(codesOf('teller'))).not.toContain('DR')
    expect(codes(codesOf('teller'))).not.toContain('SJ')
    expect(codes(codesOf('head'))).toEqual(expect.arrayContaining(['DR', 'SJ']))
  })

  test('an administrator, who sees no customers, is offered no way to them', () => {
    expect(codes(codesOf('admin'))).toEqual(['DR', 'SZ', 'SJ', 'BZ', 'SP', 'TC'])
  })

  test('the first letter offers every code that begins with it, in either case', () => {
    expect(codes(codesFor(' s', FUNCTION_CODES))).toEqual(['SZ', 'SJ', 'SP'])
  })

  test('an empty box offers none', () => {
    expect(codesFor('  ', FUNCTION_CODES)).toEqual([])
  })

  test('only a whole code is taken for one', () => {
    expect(exactCode('yx', FUNCTION_CODES)?.zh).toBe('意向')
    expect(exactCode('y', FUNCTION_CODES)).toBeNull()
    expect(exactCode('yxx', FUNCTION_CODES)).toBeNull()
  })
})
