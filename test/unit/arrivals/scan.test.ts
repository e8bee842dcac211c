import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isArrivalScan, readScan } from '../../../src/shared/domain/lobby/arrival-scan.ts'
import { encodeRow } from '../../../src/shared/domain/work/list-barcode.ts'
import { ID_NUMBER, MAPPING } from '../../support/arrivals/recorded-arrivals.ts'

const CARD = '9999990000000001'

describe('what a keyboard wedge types (L2)', () => {
  test.each([
    ['a ticket', 'A017', { ticket: 'A017', key: { kind: 'none' } }],
    ['a ticket of digits', '0017', { ticket: '0017', key: { kind: 'none' } }],
    ['a document', ID_NUMBER, { ticket: null, key: { kind: 'idNumber', text: ID_NUMBER } }],
    ['a card', CARD, { ticket: null, key: { kind: 'cardNumber', text: CARD } }],
    ['a phone', '10012345678', { ticket: null, key: { kind: 'phone', text: '10012345678' } }],
    [
      'a QR code',
      `{"ticket":"A017","idNumber":"${ID_NUMBER}"}`,
      { ticket: 'A017', key: { kind: 'idNumber' } },
    ],
  ])('%s', (_what, text, arrival) => {
    expect(isArrivalScan(text)).toBe(true)
    expect(readScan(text, MAPPING)).toMatchObject({ ok: true, arrival })
  })

  test('a document that was misread is nobody’s, not a card', () => {
    const misread = `${ID_NUMBER.slice(0, -1)}3`
    expect(isArrivalScan(misread)).toBe(true)
    expect(readScan(misread, MAPPING)).toEqual({ ok: false, reason: 'badValues' })
  })

  test('every document with a right check digit is a document', () => {
    const first17 = fc.integer({ min: 0, max: 999 }).map((n) => `99999919800101${String(n).padStart(3, '0')}`)
    fc.assert(
      fc.property(first17, fc.constantFrom(...'0123456789X'), (head, check) => {
        const read = readScan(head + check, MAPPING)
        if (read.ok) expect(['idNumber', 'cardNumber']).toContain(read.arrival.key.kind)
      }),
    )
  })

  test.each(['WANGJIANGUO', 'GJ', 'A1', '12', '你好', 'password1', ''])('%j is no arrival', (text) => {
    expect(isArrivalScan(text)).toBe(false)
  })

  test('the barcode of a printed row stays a row', () => {
    const row = fc.record({
      printNo: fc.integer({ min: 1, max: 999_999 }),
      row: fc.integer({ min: 1, max: 999 }),
    })
    fc.assert(fc.property(row, (each) => !isArrivalScan(encodeRow(each))))
  })

  test('no text makes it throw', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        isArrivalScan(text)
        readScan(text, MAPPING)
      }),
    )
  })
})
