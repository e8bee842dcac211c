import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digitName, digitOption, nextEnabled } from '../../../../src/renderer/ui/digit-choice.tsx'

const FREE = {}
const CLOSED = { disabled: true }

describe('choices by digit', () => {
  it('count from 1, as they are numbered on the screen', () => {
    expect(digitOption('1', [FREE, FREE])).toBe(0)
    expect(digitOption('2', [FREE, FREE])).toBe(1)
  })

  it('are no other key: a blank, a zero, a letter, a digit without an option', () => {
    for (const key of [' ', '', '0', 'a', 'Enter', '3']) expect(digitOption(key, [FREE, FREE])).toBeNull()
  })

  it('are named only where a digit reaches: the tenth has none', () => {
    expect([0, 8, 9, 13].map(digitName)).toEqual(['1', '9', '', ''])
  })

  it('pass a closed option by', () => {
    expect(digitOption('2', [FREE, CLOSED, FREE])).toBeNull()
  })
})

describe('arrows among choices', () => {
  it('go round at both ends', () => {
    expect(nextEnabled([FREE, FREE, FREE], 2, 1)).toBe(0)
    expect(nextEnabled([FREE, FREE, FREE], 0, -1)).toBe(2)
  })

  it('skip what is closed', () => {
    expect(nextEnabled([FREE, CLOSED, FREE], 0, 1)).toBe(2)
  })

  it('stay where everything else is closed', () => {
    expect(nextEnabled([CLOSED, FREE, CLOSED], 1, 1)).toBe(1)
  })

  it('never end on a closed option while an open one is left', () => {
    const options = fc.array(fc.record({ disabled: fc.boolean() }), { minLength: 1, maxLength: 9 })
    fc.assert(
      fc.property(options, fc.nat(8), fc.constantFrom(1 as const, -1 as const), (row, place, step) => {
        fc.pre(row.some(({ disabled }) => !disabled))
        expect(row[nextEnabled(row, place % row.length, step)]?.disabled).toBe(false)
      }),
    )
  })
})
