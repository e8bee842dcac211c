import { expect, test } from 'vitest'
import { newUid, systemClockAndEntropy } from '../../../src/main/engine/uid.ts'

test('no two identifiers of a large import are the same, and each is a UUIDv7', () => {
  const uids = Array.from({ length: 20_000 }, () => newUid(systemClockAndEntropy))
  expect(new Set(uids).size).toBe(uids.length)
  for (const uid of uids.slice(0, 500)) {
    expect(uid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  }
})

test('chance fills arrays of every size to their end', () => {
  for (const length of [0, 1, 16, 4_095, 4_096, 4_097, 10_000]) {
    const seen = new Uint8Array(length)
    for (let round = 0; round < 8; round++) {
      systemClockAndEntropy.fill(new Uint8Array(length)).forEach((byte, place) => {
        seen[place] = (seen[place] ?? 0) | byte
      })
    }
    // Eight random bytes are all zero once in 2^64.
    expect(seen.every((byte) => byte !== 0)).toBe(true)
  }
})
