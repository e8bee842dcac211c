import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keySlotSchema, openKeySlot, sealKeySlot } from '../../../src/main/vault/key-slot.ts'

const DATA_KEY = new Uint8Array(32).fill(7)
const DEVICE = { device: new Uint8Array(32).fill(9) }
/** Each try is meant to be slow. */
const PATIENCE_MS = 120_000
const PASSPHRASE = '晨光 open sesame'

test('a slot opens for its owner, passphrase and device, and for nothing else', async () => {
  const slot = await sealKeySlot(DATA_KEY, '1001', PASSPHRASE, DEVICE)
  expect(await openKeySlot(slot, '1001', PASSPHRASE, DEVICE)).toEqual(DATA_KEY)
  expect(await openKeySlot(slot, '1002', PASSPHRASE, DEVICE)).toBeNull()
  expect(await openKeySlot(slot, '1001', `${PASSPHRASE} `, DEVICE)).toBeNull()
  expect(await openKeySlot(slot, '1001', PASSPHRASE, { device: new Uint8Array(32).fill(8) })).toBeNull()
  expect(await openKeySlot(slot, '1001', PASSPHRASE, { backup: true })).toBeNull()
})

test('a full-width passphrase and its plain twin are one: input methods switch by themselves', async () => {
  const slot = await sealKeySlot(DATA_KEY, '1001', 'abc12345', DEVICE)
  expect(await openKeySlot(slot, '1001', 'ａｂｃ１２３４５', DEVICE)).toEqual(DATA_KEY)
})

test(
  'no changed byte of a slot ever opens to another key',
  async () => {
    const slot = await sealKeySlot(DATA_KEY, '1001', PASSPHRASE, DEVICE)
    const text = Buffer.from(JSON.stringify(slot))
    await fc.assert(
      fc.asyncProperty(fc.nat(text.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
        const changed = Buffer.from(text)
        changed[at] = (changed[at] ?? 0) ^ flip
        const parsed = keySlotSchema.safeParse(jsonOf(changed))
        if (!parsed.success) return
        const opened = await openKeySlot(parsed.data, '1001', PASSPHRASE, DEVICE)
        // Unused bits at the end of base64 may change without changing a byte of what they stand for.
        if (opened !== null) expect(opened).toEqual(DATA_KEY)
      }),
      { numRuns: 150 },
    )
  },
  PATIENCE_MS,
)

test('a slot that asks for less work than today’s is refused before it is tried', async () => {
  const slot = await sealKeySlot(DATA_KEY, '1001', PASSPHRASE, DEVICE)
  for (const weaker of [{ N: 2 ** 14 }, { r: 1 }, { p: 0 }, { N: 2 ** 30 }, { N: 2 ** 15 + 1 }]) {
    expect(keySlotSchema.safeParse({ ...slot, kdf: { ...slot.kdf, ...weaker } }).success).toBe(false)
  }
})

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'))
  } catch {
    return null
  }
}
