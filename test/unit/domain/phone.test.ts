import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPhone } from '../../../src/shared/domain/text/phone.ts'
import { wildText } from '../../support/domain/arbitraries.ts'

describe('a phone number', () => {
  it.each([
    '10012345678',
    '+86 100-1234-5678',
    '0086 100 1234 5678',
    '8610012345678',
    '１００１２３４５６７８',
    ' 100.1234.5678 ',
    '\u202d10012345678\u202c',
  ])('is the same mobile however it is written: %s', (text) => {
    expect(readPhone(text)).toEqual({ ok: true, number: '10012345678', tail: '5678', kind: 'mobile' })
  })

  it.each([
    ['010-12345678', '01012345678'],
    ['(0999) 8765 4321', '099987654321'],
    ['+86 10 12345678', '01012345678'],
    ['87654321', '87654321'],
    ['4001234567', '4001234567'],
  ])('is a landline with its area code: %s', (text, number) => {
    expect(readPhone(text)).toEqual({ ok: true, number, tail: number.slice(-4), kind: 'landline' })
  })

  it.each([
    ['+1 650 253 0000', '0016502530000'],
    ['+852 9123-4567', '0085291234567'],
    ['852 9123 4567', '0085291234567'],
    ['00886 2 2345 6789', '00886223456789'],
  ])('abroad begins with 00, as it is dialled: %s', (text, number) => {
    expect(readPhone(text)).toEqual({ ok: true, number, tail: number.slice(-4), kind: 'foreign' })
  })

  it.each([
    ['', 'empty'],
    [' -　', 'empty'],
    ['100O2345678', 'letters'],
    ['电话10012345678', 'letters'],
    ['10012345678/10012345679', 'letters'],
    ['1001234567', 'length'],
    ['100123456789', 'length'],
    ['11012345678', 'length'],
    ['+1 650', 'length'],
    ['1390000', 'length'],
    ['13900000', 'length'],
    ['01391234567', 'length'],
    ['+86', 'length'],
    ['5678', 'length'],
  ])('is refused with its reason: "%s"', (text, reason) => {
    expect(readPhone(text)).toEqual({ ok: false, reason })
  })

  it('reads its own result again as the same', () => {
    const number = fc.oneof(
      fc.stringMatching(/^1[3-9]\d{9}$/),
      fc.stringMatching(/^0(?:10|2\d|[3-9]\d{2})[1-9]\d{6,7}$/),
    )
    fc.assert(
      fc.property(number, (number) => {
        expect(readPhone(number)).toMatchObject({ ok: true, number })
        expect(readPhone(`+86 ${number}`)).toMatchObject({ ok: true })
      }),
    )
  })

  it('is read from anything without failing, and only ever digits', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        const read = readPhone(text)
        if (read.ok) expect(read.number).toMatch(/^\d{7,17}$/)
      }),
    )
  })
})
