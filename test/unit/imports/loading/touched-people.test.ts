import fc from 'fast-check'
import { expect, test } from 'vitest'
import { TouchedPeople } from '../../../../src/main/features/imports/loading/session.ts'

test('whoever is touched comes out once, in ascending order, in chunks of the size asked for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 200_000 }), { maxLength: 300 }),
      fc.integer({ min: 1, max: 50 }),
      (ids, size) => {
        const touched = new TouchedPeople()
        for (const id of ids) touched.add(id)
        const chunks = [...touched.chunks(size)]
        expect(chunks.flat()).toEqual([...new Set(ids)].sort((a, b) => a - b))
        expect(touched.count).toBe(new Set(ids).size)
        expect(chunks.slice(0, -1).every((chunk) => chunk.length === size)).toBe(true)
      },
    ),
  )
})
