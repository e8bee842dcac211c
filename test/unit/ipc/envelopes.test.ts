import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { badInput, refused } from '../../../src/main/ipc/envelopes.ts'
import { ERROR_CODES } from '../../../src/shared/contract/envelope.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'

test('whatever is thrown becomes an envelope with a listed code', () => {
  fc.assert(
    fc.property(fc.anything(), (thrown) => {
      const envelope = refused(thrown)
      expect(envelope.ok).toBe(false)
      if (!envelope.ok) expect(ERROR_CODES).toContain(envelope.error.code)
    }),
  )
})

test('an error’s own text never leaves: it may quote what was sent', () => {
  const envelope = refused(new TypeError('张三 10012345678'))
  expect(JSON.stringify(envelope)).not.toMatch(/张三|1001/)
})

test('a refusal with a code that no catalogue explains is internal, and names that code', () => {
  const unlisted = Object.assign(new AppError('engine.busy'), { code: 'phone.letters' })
  expect(refused(unlisted)).toEqual({
    ok: false,
    error: { code: 'engine.internal', detail: { cause: 'phone.letters' } },
  })
})

test('a broken schema is told by field and kind, and a key that was sent is not repeated', () => {
  const schema = z.strictObject({ files: z.array(z.record(z.string(), z.number())) })
  const parsed = schema.safeParse({ files: [{ 张三10012345678: 'x' }] })
  if (parsed.success) throw new Error('the input is malformed')
  expect(badInput(parsed.error).detail).toEqual({ path: 'files.0.*', issue: 'invalid_type' })
})
