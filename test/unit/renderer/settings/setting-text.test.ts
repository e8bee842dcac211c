import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readText, textOf } from '../../../../src/renderer/features/settings/branch-rules/setting-text.ts'

test('money is shown in grouped yuan', () => {
  expect(textOf(30_000_000, 'yuan')).toBe('300,000')
  expect(textOf(1_050, 'yuan')).toBe('10.50')
})

test('every amount reads back as the fen it was shown from', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000_000 }), (fen) => {
      expect(readText(textOf(fen, 'yuan'), 'yuan')).toEqual({ value: fen })
    }),
  )
})

test('keys that cannot be seen have names, read in any case', () => {
  expect(textOf('\t A\r', 'keys')).toBe('<Tab><Space>A<Enter>')
  expect(readText('<TAB><space>A<enter>', 'keys')).toEqual({ value: '\t A\r' })
})

test('however a scanner ends its line, it is the Enter key', () => {
  expect(textOf('\r\n', 'keys')).toBe('<Enter>')
  expect(textOf('\n', 'keys')).toBe('<Enter>')
})

test('a scanner may send nothing before the code', () => {
  expect(readText('', 'keys')).toEqual({ value: '' })
})

test('parts of a day and other writing are no whole number', () => {
  for (const text of ['1.5', '1e2', 'O1', '12 3', '9'.repeat(20)]) {
    expect(readText(text, 'days'), text).toEqual({ fault: 'notWhole' })
  }
})
