import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTicket, ticketsMeant } from '../../../src/shared/domain/lobby/ticket.ts'

test('a ticket is read as people and input methods leave it', () => {
  expect(['a017', 'Ａ０１７', ' A 017 ', 'A-017', '17'].map(readTicket)).toEqual([
    'A017',
    'A017',
    'A017',
    'A017',
    '17',
  ])
})

test('a name, a phone or a long number is no ticket', () => {
  expect(
    ['王', '13812345678', 'ABCDE12', 'A1234567', '123456', '', 'A', '请稍候', 'VIP', '窗口3前'].map(
      readTicket,
    ),
  ).toEqual(Array(10).fill(null))
})

test('a search for a17 means the machine’s A017 too', () => {
  expect(ticketsMeant('a17')).toEqual(['A17', 'A017', 'A0017', 'A00017', 'A000017'])
  expect(ticketsMeant('A017')).toContain('A017')
})

test('digits alone are a phone’s tail in the search box, never a ticket', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,19}$/), (digits) => {
      expect(ticketsMeant(digits)).toEqual([])
    }),
  )
})
