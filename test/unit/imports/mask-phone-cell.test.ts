import { expect, test } from 'vitest'
import { masksOfColumns } from '../../../src/main/features/imports/reading/mask-extract.ts'

const [mask = (text: string) => text] = masksOfColumns(['手机号'], 'customers', { phone: '手机号' })

test.each([
  ['13800000301', '138****0301'],
  ['13800000301/13900001302', '138****0301、139****1302'],
  ['13800000301(妻)', '138****0301、(妻)'],
  ['13900000001(张小三)', '139****0001、(张**)'],
  ['021-88886666转801', '*******6666、转801'],
  ['手机:13800000301', '138****0301'],
  ['张小三', '张***'],
])('of a cell with phones the preview shows no number and no name in the clear: %s', (text, shown) => {
  expect(mask(text)).toBe(shown)
})
