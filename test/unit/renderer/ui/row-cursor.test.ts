import { describe, expect, test } from 'vitest'
import { movedTo, rowOfKey, selectedBy } from '../../../../src/renderer/ui/row-cursor.ts'

describe('the keys that move in a list', () => {
  test.each([
    ['ArrowDown', 4, 5],
    ['ArrowUp', 4, 3],
    ['PageDown', 4, 14],
    ['PageUp', 24, 14],
    ['Home', 24, 0],
    ['End', 4, 99],
  ])('%s from row %i goes to row %i of a hundred', (key, at, to) => {
    expect(movedTo(key, at, 100)).toBe(to)
  })

  test('none of them leaves the list', () => {
    expect(movedTo('ArrowUp', 0, 3)).toBe(0)
    expect(movedTo('PageDown', 1, 3)).toBe(2)
  })

  test('other keys, and an empty list, move nothing', () => {
    expect(movedTo('Enter', 0, 3)).toBeNull()
    expect(movedTo('ArrowDown', 0, 0)).toBeNull()
  })
})

describe('a list of which no row is selected', () => {
  test('an arrow selects the row at the cursor; Home, End and pages go where they always go', () => {
    expect(selectedBy('ArrowDown', 4, 100, true)).toBe(4)
    expect(selectedBy('ArrowUp', 4, 100, true)).toBe(4)
    expect(selectedBy('Home', 4, 100, true)).toBe(0)
    expect(selectedBy('PageDown', 4, 100, true)).toBe(14)
    expect(selectedBy('ArrowDown', 4, 100, false)).toBe(5)
    expect(selectedBy('Enter', 4, 100, true)).toBeNull()
  })
})

describe('the row that a key acts on', () => {
  const rows = ['a', 'b', 'c', 'd']

  test('is the one it was put on, wherever that stands by now', () => {
    expect(rowOfKey(rows, 'c', 0)).toBe(2)
    expect(rowOfKey(['new', ...rows], 'c', 2)).toBe(3)
  })

  test('where it is gone, is the one in its place, and the last one at the end', () => {
    expect(rowOfKey(['a', 'c', 'd'], 'b', 1)).toBe(1)
    expect(rowOfKey(['a', 'b'], 'd', 3)).toBe(1)
  })
})
