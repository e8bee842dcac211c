import { expect, test } from 'vitest'
import { columnChanges } from '../../../src/shared/domain/imports/column-change.ts'

const of = (filled: number, records: number) => ({ customers: { phone: { filled, records } } })
const lost = (before: object, now: object) => columnChanges(before, now).map((change) => change.lost)

test('a column that keeps less than nine tenths of its share has lost values, however many records there are', () => {
  expect(lost(of(100, 100), of(70, 100))).toEqual([true])
  expect(lost(of(100, 100), of(89, 100))).toEqual([true])
  expect(lost(of(100, 100), of(90, 100))).toEqual([false])
  expect(lost(of(100, 100), of(45, 50))).toEqual([false])
  expect(lost(of(50, 100), of(88, 200))).toEqual([true])
  expect(lost(of(50, 100), of(100, 100))).toEqual([false])
})

test('a share of few records is not judged, and a column that was empty can lose nothing', () => {
  expect(lost(of(10, 10), of(0, 10))).toEqual([false])
  expect(lost(of(100, 100), of(0, 19))).toEqual([false])
  expect(lost(of(0, 100), of(0, 100))).toEqual([false])
})

test('a column that is not read any more is lost, a new one is not, and a new entity is nothing to compare', () => {
  const now = { customers: { email: { filled: 3, records: 40 } }, cards: { key: { filled: 1, records: 1 } } }
  expect(columnChanges(of(100, 100), now)).toEqual([
    { entity: 'customers', field: 'email', before: null, now: { filled: 3, records: 40 }, lost: false },
    { entity: 'customers', field: 'phone', before: { filled: 100, records: 100 }, now: null, lost: true },
  ])
})
