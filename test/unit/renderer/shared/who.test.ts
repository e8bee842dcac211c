import { expect, test } from 'vitest'
import { namedOf, strangerText, whoText } from '../../../../src/renderer/shared/person/who.ts'
import type { SourcedField } from '../../../../src/shared/contract/customers.ts'

const named = { maskedName: '赵**', maskedPhone: '138****7489', customerNo: 'C0001234' }

test('a customer is named by masked name, end of the phone and customer number', () => {
  expect(whoText(named)).toBe('赵** ·7489 · C0001234')
  expect(whoText({ ...named, maskedPhone: null })).toBe('赵** · C0001234')
})

test('two people who share name and phone still read differently', () => {
  expect(whoText(named)).not.toBe(whoText({ ...named, customerNo: 'C0001235' }))
})

test('the open person is named as a line of a list names them', () => {
  const field = (name: 'name' | 'phone', text: string): SourcedField => ({
    field: name,
    text,
    class: 'C1',
    masked: true,
    source: 'extract',
    asOf: '2026-11-20',
  })
  const fields = [field('name', named.maskedName), field('phone', named.maskedPhone)]
  expect(namedOf({ fields, customerNo: named.customerNo })).toEqual(named)
})

test('a stranger is named by what they left: the end of a phone, or a ticket', () => {
  expect(strangerText('王先生', '138****5678')).toBe('王先生 ·5678')
  expect(strangerText('王先生', null, 'A017')).toBe('王先生 · A017')
  expect(strangerText('王先生', null)).toBe('王先生')
})
