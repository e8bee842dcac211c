import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attemptsOfBoth, keepAttempts } from '../../../src/main/vault/attempts-file.ts'
import { type Attempts, afterFailure } from '../../../src/main/vault/lock-out.ts'

const MOMENT = { nowAt: Date.parse('2026-11-20T12:00:00+08:00'), machineRanFor: 3_600_000 }
const NOBODY: Readonly<Record<string, Attempts>> = {}

const step = fc.record({
  who: fc.constantFrom('aa', 'bb', 'cc'),
  does: fc.constantFrom('fails', 'opens'),
  killed: fc.constantFrom('never', 'before', 'after'),
})

test('killed before or after the vault is written, whatever fails or opens: nobody is accused, and no failure is lost', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const folder = mkdtempSync(join(tmpdir(), 'huiyan-attempts-'))
      const path = join(folder, 'attempts.json')
      let vault = NOBODY
      let kept: true | undefined
      const look = () =>
        attemptsOfBoth(
          path,
          { attempts: vault, ...(kept ? { attemptsKept: kept } : {}) },
          MOMENT.machineRanFor,
        )
      for (const { who, does, killed } of steps) {
        const now = look()
        const { [who]: mine, ...others } = now.attempts
        const next = does === 'opens' ? others : { ...others, [who]: afterFailure(mine, MOMENT) }
        try {
          keepAttempts(path, { ...now, attempts: next }, () => {
            if (killed === 'before') throw new Error('killed')
            vault = next
            kept = true
            if (killed === 'after') throw new Error('killed')
          })
        } catch {
          // As a process that ends there.
        }
        const found = look()
        expect(found.putBack).toBe(false)
        expect(found.unknownSince).toBeNull()
        expect(found.attempts).toEqual(killed === 'before' ? now.attempts : next)
      }
      rmSync(folder, { recursive: true })
    }),
    { numRuns: 40 },
  )
})

test('a vault that says less than the file was put back, and the stricter count holds for each number', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyan-attempts-'))
  const path = join(folder, 'attempts.json')
  const once = afterFailure(undefined, MOMENT)
  const twice = afterFailure(once, MOMENT)
  keepAttempts(
    path,
    { attempts: { aa: twice, bb: once }, unknownSince: null, putBack: false },
    () => undefined,
  )
  const found = attemptsOfBoth(path, { attempts: { aa: once, cc: twice }, attemptsKept: true }, 0)
  expect(found).toEqual({ attempts: { aa: twice, bb: once, cc: twice }, unknownSince: null, putBack: true })
  rmSync(folder, { recursive: true })
})
