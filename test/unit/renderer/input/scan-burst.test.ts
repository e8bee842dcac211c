import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  characterOf,
  ScanBurst,
  type ScanSettings,
  type ScanStep,
} from '../../../../src/renderer/input/scan-burst.ts'
import { encodeRow } from '../../../../src/shared/domain/work/list-barcode.ts'

const ENTER: ScanSettings = { prefix: '', suffix: '\r', gapMs: 30 }
const BARCODE = encodeRow({ printNo: 12, row: 31 })

/** Feeds keys at a steady pace and gives what each meant. */
function feed(burst: ScanBurst, keys: string, paceMs: number, startAt = 1000): ScanStep[] {
  return [...keys].map((key, index) => burst.key(key, startAt + index * paceMs))
}

const last = (steps: readonly ScanStep[]) => steps.at(-1)

describe('a scanner tells itself from fingers by its pace', () => {
  test('a row barcode at a scanner’s pace is read at its Enter', () => {
    const steps = feed(new ScanBurst(ENTER), `${BARCODE}\r`, 5)
    expect(last(steps)).toEqual({ state: 'scanned', barcode: BARCODE })
  })

  test('the same keys at a typist’s pace are typing', () => {
    const steps = feed(new ScanBurst(ENTER), `${BARCODE}\r`, 30)
    expect(steps.every((step) => step.state === 'typing')).toBe(true)
  })

  test('its digits reach nothing else, so that none of them flags an intent', () => {
    const steps = feed(new ScanBurst(ENTER), BARCODE, 5)
    expect(steps.map((step) => step.state)).toEqual(['typing', 'typing', ...Array(10).fill('scanning')])
  })

  test('another burst, such as a pasted name, stays in its field and keeps its Enter', () => {
    const steps = feed(new ScanBurst(ENTER), 'WANGJIANGUO\r', 5)
    expect(steps.every((step) => step.state === 'typing')).toBe(true)
  })

  test('what was typed before the scan is no part of it', () => {
    const burst = new ScanBurst(ENTER)
    feed(burst, 'ABC', 100, 0)
    expect(last(feed(burst, `${BARCODE}\r`, 5, 1000))).toEqual({ state: 'scanned', barcode: BARCODE })
  })

  test('two scans in a row are two barcodes', () => {
    const burst = new ScanBurst(ENTER)
    const other = encodeRow({ printNo: 12, row: 32 })
    feed(burst, `${BARCODE}\r`, 5, 1000)
    expect(last(feed(burst, `${other}\r`, 5, 1070))).toEqual({ state: 'scanned', barcode: other })
  })

  test('every barcode that a list can carry is read, at any pace below the gap', () => {
    const row = fc.record({
      printNo: fc.integer({ min: 1, max: 999_999 }),
      row: fc.integer({ min: 1, max: 999 }),
    })
    fc.assert(
      fc.property(row, fc.integer({ min: 0, max: 29 }), (listRow, paceMs) => {
        const barcode = encodeRow(listRow)
        expect(last(feed(new ScanBurst(ENTER), `${barcode}\r`, paceMs))).toEqual({
          state: 'scanned',
          barcode,
        })
      }),
    )
  })
})

describe('a branch’s scanner as it is set up', () => {
  test('its prefix is left out of the barcode', () => {
    const burst = new ScanBurst({ prefix: '/', suffix: '\t', gapMs: 30 })
    expect(last(feed(burst, `/${BARCODE}\t`, 5))).toEqual({ state: 'scanned', barcode: BARCODE })
  })

  test('without its prefix a burst is not the scanner’s', () => {
    const burst = new ScanBurst({ prefix: '/', suffix: '\r', gapMs: 30 })
    expect(last(feed(burst, `${BARCODE}\r`, 5))).toEqual({ state: 'typing' })
  })

  test('without a suffix the silence after the last key ends it, once', () => {
    const burst = new ScanBurst({ prefix: '', suffix: '', gapMs: 30 })
    feed(burst, BARCODE, 5)
    expect(burst.silence()).toEqual({ state: 'scanned', barcode: BARCODE })
    expect(burst.silence()).toEqual({ state: 'typing' })
  })

  test('with a suffix silence ends nothing', () => {
    const burst = new ScanBurst(ENTER)
    feed(burst, BARCODE, 5)
    expect(burst.silence()).toEqual({ state: 'typing' })
  })

  test('a line end of two characters is the one Enter key', () => {
    const burst = new ScanBurst({ prefix: '', suffix: '\r\n', gapMs: 30 })
    expect(last(feed(burst, `${BARCODE}\r`, 5))).toEqual({ state: 'scanned', barcode: BARCODE })
  })
})

test('keys are read by their place: letters, both rows of digits, Enter; Shift writes nothing', () => {
  expect(['KeyH', 'Digit7', 'Numpad7', 'NumpadEnter', 'ShiftLeft'].map(characterOf)).toEqual([
    'H',
    '7',
    '7',
    '\r',
    null,
  ])
})
