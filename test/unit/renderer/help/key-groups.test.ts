import { expect, test } from 'vitest'
import { keyGroups } from '../../../../src/renderer/features/help/key-groups.ts'
import { padKey } from '../../../../src/renderer/shared/keys/pad-keys.ts'
import { ROLES } from '../../../../src/shared/domain/branch/roles.ts'
import { PRODUCTS } from '../../../../src/shared/domain/customer/products.ts'
import { chinese } from '../../../support/renderer/chinese.ts'

/** A branch that gave every product another key than ours. */
const LETTERS = 'QWERTY'
const CHOSEN = { letters: LETTERS, stripShortcut: 'Control+Shift+F2' }

const groupOf = (title: string) => keyGroups('teller', CHOSEN, chinese).find((group) => group.title === title)
const keysOf = (key: 'product' | 'level' | 'signal') =>
  groupOf(chinese(`help.group.${key}`))?.lines.flatMap(({ keys }) => keys) ?? []

test('every key that the card names for the flag pad does on the pad what its heading says', () => {
  expect(keysOf('product').map((letter) => padKey(`Key${letter}`, LETTERS))).toEqual(
    PRODUCTS.map(({ code }) => ({ kind: 'product', product: code })),
  )
  expect(keysOf('level').map((digit) => padKey(`Digit${digit}`, LETTERS)?.kind)).toEqual(
    Array(3).fill('level'),
  )
  expect(keysOf('signal').map((digit) => padKey(`Digit${digit}`, LETTERS)?.kind)).toEqual(
    Array(7).fill('signal'),
  )
})

test('Alt and a digit go to the screens in the order of the role’s own rail', () => {
  const lineOf = (role: 'teller' | 'admin') =>
    keyGroups(role, CHOSEN, chinese)[0]?.lines.find(({ keys }) => keys.join('+') === 'Alt+1')?.text
  expect(lineOf('teller')).toBe('厅堂')
  expect(
    keyGroups('teller', CHOSEN, chinese)[0]?.lines.find(({ keys }) => keys.join('+') === 'Alt+Home')?.text,
  ).toBe('首页')
  expect(lineOf('admin')).toBe('导入')
})

test('an administrator, who sees no customers, is given no keys for them', () => {
  const groups = keyGroups('admin', CHOSEN, chinese)
  expect(groups.map(({ title }) => title)).toEqual([chinese('help.group.anywhere')])
  expect(groups.flatMap(({ lines }) => lines.map(({ keys }) => keys.join('+')))).not.toContain('Ctrl+K')
})

test('within a group no keys are promised twice', () => {
  for (const { lines } of ROLES.flatMap((role) => keyGroups(role, CHOSEN, chinese))) {
    const keys = lines.map((line) => line.keys.join('+'))
    expect(new Set(keys).size).toBe(keys.length)
  }
})

test('the card names the keys that this PC raises its strip with', () => {
  const keys = keyGroups('teller', CHOSEN, chinese)[0]?.lines.map((line) => line.keys.join('+'))
  expect(keys).toContain('Ctrl+Shift+F2')
})
