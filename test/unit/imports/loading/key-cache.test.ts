import { expect, test } from 'vitest'
import { KeyCache } from '../../../../src/main/features/imports/loading/holders.ts'

/** More than both generations hold. */
const MANY = 200_000

test('a key in use stays however many others pass, and one that is not is forgotten', () => {
  const cache = new KeyCache<number>()
  cache.set('used', 1)
  cache.set('unused', 2)
  for (let index = 0; index < MANY; index++) {
    cache.set(`K${index}`, index)
    if (index % 1_000 === 0) cache.get('used')
  }
  expect(cache.get('used')).toBe(1)
  expect(cache.get('unused')).toBeUndefined()
})
