import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { importProfileSchema } from '../../../src/shared/contract/import-profile.ts'
import { FOUNDER, found, type House, openHouse } from '../../support/router/open-house.ts'

const CHILD = fileURLToPath(new URL('../../support/router/importing-house.ts', import.meta.url))
const PROFILE = importProfileSchema.parse({
  version: 1,
  name: '夜间抽取',
  files: [
    {
      entity: 'customers',
      file: 'people.csv',
      fields: { key: { column: '客户号' }, name: { column: '姓名' }, phone: { column: '手机' } },
    },
  ],
})
const BEFORE = 40
const AFTER = 6_000
/** At its beginning, in its middle, and when the facts are worked out. */
const KILLED_AT = [1, 6, 14]

let folder: string
let extract: string
let house: House | null = null
beforeAll(async () => {
  extract = mkdtempSync(join(tmpdir(), 'huiyan-extract-'))
  house = openHouse()
  folder = house.folder
  await found(house)
  bring(BEFORE, '一')
  house.dialogs.folder = extract
  const chosen = await house.get('imports.choose', { kind: 'folder' })
  const { importUid } = await house.get('imports.run', { token: chosen?.token ?? '', profile: PROFILE })
  const running = async () => (await house?.get('imports.get', { importUid }))?.state === 'running'
  await vi.waitUntil(async () => !(await running()), { timeout: 60_000 })
  await house.sessions.close()
  // Others under the same numbers, and many more.
  bring(AFTER, '二')
})
afterAll(async () => {
  await house?.sessions.close()
  for (const each of [folder, extract]) rmSync(each, { recursive: true, force: true })
})

function bring(people: number, given: string): void {
  const rows = Array.from(
    { length: people },
    (_, place) => `K${place},诸葛${given},139${String(10_000_000 + place)}`,
  )
  writeFileSync(join(extract, 'people.csv'), `${['客户号,姓名,手机', ...rows].join('\n')}\n`)
}

/** Signs in and imports in a process of its own, which is killed when it has told so many steps. */
async function killedAt(steps: number): Promise<void> {
  const child = spawn(process.execPath, [CHILD, folder, extract, JSON.stringify(PROFILE)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = 0
  for await (const _line of createInterface({ input: child.stdout })) {
    if (++told < steps) continue
    child.kill('SIGKILL')
    break
  }
  await ended(child)
  expect(child.signalCode).toBe('SIGKILL')
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** Everybody whom the branch shows, as its lists show them. */
async function everybody(at: House): Promise<readonly string[]> {
  const { lines } = await at.get('customers.browse', { limit: 100 })
  return lines.map((line) => JSON.stringify(line))
}

test.each(KILLED_AT)(
  'killed at step %d of an import, the next sign-in doubts nothing, and shows the run as interrupted',
  async (steps) => {
    const before = await look(async (at) => [await everybody(at), await at.get('customers.counts', {})])
    await killedAt(steps)
    expect(readdirSync(folder).filter((name) => name.endsWith('.marker'))).toHaveLength(1)

    await look(async (at) => {
      expect(await at.get('session.state', {})).toMatchObject({ state: 'open' })
      const [last, ...others] = await at.get('imports.list', {})
      expect([last?.state, last?.error]).toEqual(['failed', 'imports.interrupted'])
      expect(others.every(({ state }) => state !== 'running')).toBe(true)
      expect([await everybody(at), await at.get('customers.counts', {})]).toEqual(before)
      expect(await at.get('customers.search', { text: '诸葛二' })).toMatchObject({ lines: [] })
      const audit = await at.get('audit.list', { limit: 200 })
      const doubted = audit.filter(
        ({ action }) => action === 'store.accepted' || action === 'session.attemptsPutBack',
      )
      expect(doubted).toEqual([])
      expect(await at.get('audit.verify', {})).toMatchObject({ intact: true })
      // What was interrupted keeps nobody from the next one.
      expect(await at.code('imports.choose', { kind: 'folder' })).toBe('ok')
      return null
    })
    expect(readdirSync(folder).filter((name) => name.endsWith('.marker'))).toEqual([])
  },
)

/** Signs in, looks and closes, as a day at the counter. */
async function look<T>(what: (at: House) => Promise<T>): Promise<T> {
  const at = openHouse({ folder })
  house = at
  try {
    expect(await at.get('session.state', {})).toMatchObject({ state: 'signed-out' })
    expect(await at.code('session.signIn', { staffNo: FOUNDER.no, passphrase: FOUNDER.passphrase })).toBe(
      'ok',
    )
    return await what(at)
  } finally {
    await at.sessions.close()
  }
}
