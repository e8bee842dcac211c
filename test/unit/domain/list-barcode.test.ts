import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeRow, encodeRow } from '../../../src/shared/domain/work/list-barcode.ts'
import { wildText } from '../../support/domain/arbitraries.ts'

const listRow = fc.record({
  printNo: fc.integer({ min: 1, max: 999_999 }),
  row: fc.integer({ min: 1, max: 999 }),
})
const ALPHABET = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ']

describe('F5: the barcode of a printed row', () => {
  it('is twelve upper-case letters and digits', () => {
    fc.assert(
      fc.property(listRow, (row) => {
        expect(encodeRow(row)).toMatch(/^HY\d{9}[0-9A-Z]$/)
      }),
    )
  })

  it('leads back to its row, also from a scanner in lower case with a line end', () => {
    fc.assert(
      fc.property(listRow, (row) => {
        expect(decodeRow(encodeRow(row))).toEqual(row)
        expect(decodeRow(`${encodeRow(row).toLowerCase()}\r`)).toEqual(row)
      }),
    )
  })

  it('is rejected when any one character was misread', () => {
    fc.assert(
      fc.property(listRow, fc.nat(11), fc.constantFrom(...ALPHABET), (row, place, wrong) => {
        const code = encodeRow(row)
        fc.pre(code[place] !== wrong)
        expect(decodeRow(code.slice(0, place) + wrong + code.slice(place + 1))).toBeNull()
      }),
      { numRuns: 2000 },
    )
  })

  it('is null for any other text', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        expect(decodeRow(text)).toBeNull()
      }),
    )
    expect(decodeRow('6901234567892')).toBeNull()
  })

  it.each([
    { printNo: 0, row: 1 },
    { printNo: 1_000_000, row: 1 },
    { printNo: 1, row: 1000 },
    { printNo: 1.5, row: 1 },
    { printNo: Number.NaN, row: 1 },
  ])('does not exist for %j', (row) => {
    expect(() => encodeRow(row)).toThrow(expect.objectContaining({ code: 'list.barcode-range' }))
  })
})
