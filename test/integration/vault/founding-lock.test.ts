import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holdForFounding } from '../../../src/main/vault/founding-lock.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-founding-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a folder in which another process founds a branch is left alone', () => {
  writeFileSync(join(folder, 'founding.lock'), String(process.ppid))
  expect(() => holdForFounding(folder)).toThrow(new AppError('session.beingFounded'))
  expect(readdirSync(folder)).toEqual(['founding.lock'])
})

test('one that a killed process held is taken over, and nothing is left afterwards', () => {
  writeFileSync(join(folder, 'founding.lock'), '99999999')
  const letGo = holdForFounding(folder)
  expect(readdirSync(folder)).toEqual(['founding.lock'])
  letGo()
  expect(readdirSync(folder)).toEqual([])
})
