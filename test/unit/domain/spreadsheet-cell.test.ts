import { expect, it } from 'vitest'
import { safeCell } from '../../../src/shared/domain/text/spreadsheet-cell.ts'

it.each(["=cmd|' /C calc'!A0", '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '＋1', '－1', '＠a'])(
  'a cell that a spreadsheet would run is made text: %j',
  (text) => {
    expect(safeCell(text)).toBe(`'${text}`)
  },
)

it.each(['王建国', '1-2', 'a=b', '', "'=1", ' '])('a cell that is only text stays as it is: %j', (text) => {
  expect(safeCell(text)).toBe(text)
})
