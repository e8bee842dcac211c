import { type ChildProcessByStdio, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import { hitsIn, mayReadMemoryOf } from '../../support/vault/process-memory.ts'
import { spokenFrom } from '../../support/vault/spoken.ts'

const SCRIPT = fileURLToPath(new URL('../../support/vault/memory-process.ts', import.meta.url))
const PATIENCE_MS = 240_000
const NOON = Date.parse('2026-11-20T12:00:00+08:00')

let folder: string
let child: ChildProcessByStdio<Writable, Readable, null> | null = null
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-memory-'))
})
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function secretsOf(passphrase: string): Promise<Record<string, Buffer>> {
  const { dataKey } = await Vault.at(folder, plainProtector).unlock('1001', passphrase, NOON)
  const key = Buffer.from(dataKey)
  return {
    passphrase: Buffer.from(passphrase),
    'passphrase as UTF-16': Buffer.from(passphrase, 'utf16le'),
    key,
    'key in hexadecimal': Buffer.from(key.toString('hex')),
    'key in hexadecimal, UTF-16': Buffer.from(key.toString('hex'), 'utf16le'),
    'key in base64': Buffer.from(key.toString('base64')),
  }
}

const NONE = {
  passphrase: 0,
  'passphrase as UTF-16': 0,
  key: 0,
  'key in hexadecimal': 0,
  'key in hexadecimal, UTF-16': 0,
  'key in base64': 0,
}

test(
  'the memory of a process that signed out holds neither passphrase nor key; signed in, the key once and in SQLite',
  async (context) => {
    const seed = folder
    child = spawn(process.execPath, ['--expose-gc', SCRIPT, folder, seed], {
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const running = child
    expect(String(await once(running.stdout, 'data'))).toContain('signed-in')
    const pid = running.pid ?? 0
    if (!mayReadMemoryOf(pid)) {
      context.skip('this platform does not let a process read the memory of its child')
      return
    }
    const secrets = await secretsOf(spokenFrom(seed))
    const signedIn = hitsIn(pid, secrets)
    // Ours, which all threads share, and the ciphers of two connections, each with one for reading and one for writing.
    expect(signedIn).toEqual({ ...NONE, key: 5 })
    running.stdin.write('\n')
    expect(String(await once(running.stdout, 'data'))).toContain('signed-out')
    expect(hitsIn(pid, secrets)).toEqual(NONE)
    running.stdin.write('\n')
  },
  PATIENCE_MS,
)
