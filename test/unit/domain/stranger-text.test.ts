import { describe, expect, test } from 'vitest'
import { isStrangerTextComplete, readStrangerText } from '../../../src/shared/domain/text/stranger-text.ts'

const NOTHING = { phone: null, phoneTail: null, ticket: null, unread: [] }

test.each([
  ['', NOTHING],
  ['5678', { ...NOTHING, phoneTail: '5678' }],
  ['５６７８', { ...NOTHING, phoneTail: '5678' }],
  ['13812345678', { ...NOTHING, phone: '13812345678', phoneTail: '5678' }],
  ['a017', { ...NOTHING, ticket: 'A017' }],
  ['17', { ...NOTHING, ticket: '17' }],
  ['5678 A017', { ...NOTHING, phoneTail: '5678', ticket: 'A017' }],
  ['138123', { ...NOTHING, unread: ['138123'] }],
  ['A', { ...NOTHING, unread: ['A'] }],
])('L7: %j is read by its form', (text, read) => {
  expect(readStrangerText(text)).toEqual(read)
})

describe('whether the next letter is the product', () => {
  test.each(['5678', '13812345678', 'A017', '5678 A017'])('behind %j it is', (text) => {
    expect(isStrangerTextComplete(text)).toBe(true)
  })
  test.each(['', 'A', '5678 ', '138123'])('behind %j it is not', (text) => {
    expect(isStrangerTextComplete(text)).toBe(false)
  })
})
