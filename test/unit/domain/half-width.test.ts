import { expect, it } from 'vitest'
import { toHalfWidth } from '../../../src/shared/domain/text/half-width.ts'

it('full-width figures, letters, signs and blanks become plain ones, everything else stays', () => {
  expect(toHalfWidth('１２Ａｂ＝＋～　王·𠮷')).toBe('12Ab=+~ 王·𠮷')
})
