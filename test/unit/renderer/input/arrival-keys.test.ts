import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ArrivalKeys,
  type ArrivalStep,
  scannedCharacter,
} from '../../../../src/renderer/input/arrival-keys.ts'
import { encodeRow } from '../../../../src/shared/domain/work/list-barcode.ts'

const ENTER = { prefix: '', suffix: '\r', gapMs: 30 }

function feed(keys: ArrivalKeys, text: string, paceMs: number, startAt = 1_000): ArrivalStep[] {
  return [...text].map((character, place) => keys.key(character, startAt + place * paceMs))
}

const last = (steps: readonly ArrivalStep[]) => steps.at(-1)

describe('a reader that types who came tells itself from fingers by its pace (L2)', () => {
  test.each(['A017', '110101199003070011', '10012345678', '{"ticket":"A017"}'])('%s', (text) => {
    expect(last(feed(new ArrivalKeys(ENTER), `${text}\r`, 10))).toEqual({ state: 'scanned', text })
    expect(last(feed(new ArrivalKeys(ENTER), `${text}\r`, 30))).not.toMatchObject({ state: 'scanned' })
  })

  test('a burst that spells no arrival is typing, and the next one counts', () => {
    const keys = new ArrivalKeys(ENTER)
    expect(last(feed(keys, 'wangjianguo\r', 5))).toEqual({ state: 'typed' })
    expect(last(feed(keys, 'a017\r', 5, 2_000))).toEqual({ state: 'scanned', text: 'a017' })
  })

  test('the barcode of a printed row is left to whoever opens it', () => {
    const row = encodeRow({ printNo: 12, row: 31 })
    expect(last(feed(new ArrivalKeys(ENTER), `${row}\r`, 5))).toEqual({ state: 'row' })
  })

  test('what was typed before is no part of it', () => {
    const keys = new ArrivalKeys(ENTER)
    feed(keys, '99', 200, 0)
    expect(last(feed(keys, 'A017\r', 5, 1_000))).toEqual({ state: 'scanned', text: 'A017' })
  })

  test('the branch’s prefix is left out; without it a burst is not the scanner’s', () => {
    const settings = { prefix: '~', suffix: '\t', gapMs: 30 }
    expect(last(feed(new ArrivalKeys(settings), '~A017\t', 5))).toEqual({ state: 'scanned', text: 'A017' })
    expect(last(feed(new ArrivalKeys(settings), 'A017\t', 5))).toEqual({ state: 'typed' })
  })

  test('a scanner that sends no end is at its end when it falls silent', () => {
    const keys = new ArrivalKeys({ ...ENTER, suffix: '' })
    feed(keys, 'A017', 5)
    expect(keys.silence()).toEqual({ state: 'scanned', text: 'A017' })
  })

  test.each(['A017', '110101199003070011', '{"ticket":"A017"}'])(
    '%s without the Enter that Settings promise is nobody’s: neither an arrival, for it may be half of one, nor keys',
    (text) => {
      const keys = new ArrivalKeys(ENTER)
      feed(keys, text, 5)
      expect(keys.silence()).toEqual({ state: 'cut' })
      expect(keys.silence()).toEqual({ state: 'typed' })
      expect(last(feed(keys, 'B002\r', 5, 9_000))).toEqual({ state: 'scanned', text: 'B002' })
    },
  )

  test.each(['k1', 'w', 'wang', '12'])(
    '%s struck fast by fingers is typing, with or without Enter',
    (text) => {
      const keys = new ArrivalKeys(ENTER)
      feed(keys, text, 5)
      expect(keys.silence()).toEqual({ state: 'typed' })
    },
  )

  test('no keys make it throw', () => {
    const struck = fc.array(fc.tuple(fc.string({ maxLength: 2 }), fc.integer({ min: 0, max: 60 })))
    fc.assert(
      fc.property(struck, (keys) => {
        const burst = new ArrivalKeys(ENTER)
        let atMs = 0
        for (const [character, gapMs] of keys) {
          atMs += gapMs
          burst.key(character, atMs)
        }
      }),
    )
  })
})

describe('a key is read by its code', () => {
  test.each([
    ['KeyA', false, 'a'],
    ['KeyA', true, 'A'],
    ['Digit2', false, '2'],
    ['Digit2', true, '@'],
    ['Quote', true, '"'],
    ['BracketLeft', true, '{'],
    ['Semicolon', true, ':'],
    ['Numpad7', false, '7'],
    ['Enter', false, '\r'],
    ['ShiftLeft', true, null],
  ])('%s with shift %s is %s', (code, shiftKey, character) => {
    expect(scannedCharacter({ code, shiftKey })).toBe(character)
  })
})
