import { expect, test } from 'vitest'
import { contactKey } from '../../../../src/renderer/features/lobby/contact-keys.ts'
import { boardKey } from '../../../../src/renderer/shared/keys/board-keys.ts'
import { PRODUCTS } from '../../../../src/shared/domain/customer/products.ts'
import { BUSINESSES } from '../../../../src/shared/domain/lobby/visit.ts'

const LETTERS = 'LDKCBJ'

test('each step on the board is one letter, by its place on the keyboard', () => {
  expect(['KeyS', 'KeyF', 'KeyX', 'KeyU'].map((code) => boardKey(code))).toEqual(
    ['serve', 'finish', 'leave', 'undo'].map((move) => ({ kind: 'move', move })),
  )
  expect([boardKey('KeyI')?.kind, boardKey('KeyN')?.kind]).toEqual(['identify', 'arrival'])
  expect([boardKey('KeyL'), boardKey('s'), boardKey('Escape')]).toEqual([null, null, null])
})

test('the first contact takes two keys at most (L5)', () => {
  expect(contactKey('KeyT', null, LETTERS)).toEqual({ kind: 'ask', asking: 'business' })
  expect(contactKey('KeyQ', null, LETTERS)).toEqual({ kind: 'ask', asking: 'clue' })
  expect(contactKey('KeyM', null, LETTERS)).toEqual({ kind: 'do-not-disturb' })
  const businesses = BUSINESSES.map((_, index) => contactKey(`Digit${index + 1}`, 'business', LETTERS))
  expect(businesses).toEqual(BUSINESSES.map((business) => ({ kind: 'business', business })))
  const clues = [...LETTERS].map((letter) => contactKey(`Key${letter}`, 'clue', LETTERS))
  expect(clues).toEqual(PRODUCTS.map(({ code }) => ({ kind: 'clue', product: code })))
})

test('the branch’s own letters count for the clue', () => {
  expect(contactKey('KeyW', 'clue', 'WDKCBJ')).toEqual({ kind: 'clue', product: 'wealth' })
  expect(contactKey('KeyL', 'clue', 'WDKCBJ')).toBeNull()
})

test('an open question is left with Esc and takes no key of another', () => {
  expect(contactKey('Escape', 'clue', LETTERS)).toEqual({ kind: 'ask', asking: null })
  expect(contactKey('Escape', null, LETTERS)).toBeNull()
  expect(contactKey('Digit3', 'clue', LETTERS)).toBeNull()
  expect(contactKey('Digit0', 'business', LETTERS)).toBeNull()
})
