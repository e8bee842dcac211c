import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeDurably } from '../../../src/main/vault/durable-file.ts'
import { aloneWithVault } from '../../../src/main/vault/vault-lock.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'

let folder: string
let vault: string
let lock: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-vault-lock-'))
  vault = join(folder, 'vault.json')
  lock = `${vault}.lock`
  writeFileSync(vault, 'before')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const write = (text: string) =>
  aloneWithVault(vault, (requireOwn) => writeDurably(vault, text, undefined, requireOwn))

test('who waits for another process lets everything else go on', async () => {
  writeFileSync(lock, `${process.ppid} vault of-another`)
  const written = write('after')
  // With a thread that is held, this would only come after the wait.
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(readFileSync(vault, 'utf8')).toBe('before')
  rmSync(lock)
  await written
  expect(readFileSync(vault, 'utf8')).toBe('after')
  expect(readdirSync(folder)).toEqual(['vault.json'])
})

test('one that a power cut left, whose number another program has since, keeps nobody out', async () => {
  writeFileSync(lock, `${process.ppid} vault of-a-dead-one`)
  const cutAt = new Date(Date.now() - 11_000)
  utimesSync(lock, cutAt, cutAt)
  await write('after')
  expect(readFileSync(vault, 'utf8')).toBe('after')
})

test('whoever slept over a change and was taken over writes nothing over the other’s', async () => {
  const late = aloneWithVault(vault, (requireOwn) => {
    writeFileSync(lock, `${process.ppid} vault of-a-successor`)
    writeFileSync(vault, 'of the successor')
    writeDurably(vault, 'of the sleeper', undefined, requireOwn)
  })
  await expect(late).rejects.toThrow(new AppError('engine.busy'))
  expect(readFileSync(vault, 'utf8')).toBe('of the successor')
  expect(readFileSync(lock, 'utf8')).toBe(`${process.ppid} vault of-a-successor`)
  expect(readdirSync(folder).sort()).toEqual(['vault.json', 'vault.json.lock'])
})
