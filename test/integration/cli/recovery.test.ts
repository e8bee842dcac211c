import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { Connection } from '../../../src/main/engine/connection.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import { cli, PASSPHRASE } from '../../support/cli/command-line.ts'
import { Installation, PATIENCE_MS } from '../../support/cli/installation.ts'

vi.setConfig({ testTimeout: PATIENCE_MS, hookTimeout: PATIENCE_MS })

const installation = new Installation()
const { root, dataDir, profile } = installation
const run = (...args: string[]) => installation.run(...args)

beforeAll(() => installation.found())
afterAll(() => installation.remove())

test('a backup opens on another machine with the passphrase of who made it, and nobody else’s', async () => {
  const file = join(root, 'backup.tar')
  expect(await run('backup', file)).toMatchObject({ exitCode: 0, answer: { ok: true, staffNo: '1001' } })
  expect(await run('backup', file)).toMatchObject({
    exitCode: 1,
    answer: { error: { code: 'backup.targetExists' } },
  })

  const elsewhere = join(root, 'elsewhere')
  const into = ['restore', file, '--data-dir', elsewhere, '--json']
  expect(await cli(into, { env: { HUIYAN_PASSPHRASE: 'somebody else' } })).toMatchObject({
    exitCode: 1,
    answer: { error: { code: 'session.wrongPassphrase' } },
  })
  expect(await cli(into)).toMatchObject({
    exitCode: 0,
    answer: { ok: true, canSignIn: ['1001'], keptAside: null },
  })
  const person = await cli(['customer', 'K2', '--data-dir', elsewhere, '--json'])
  expect(person).toMatchObject({ exitCode: 0, answer: { customer: { customerNo: 'K2' } } })
})

test('a backup that was changed or is something else is refused, and leaves the folder as it was', async () => {
  const file = join(root, 'changed.tar')
  await run('backup', file)
  const bytes = readFileSync(file)
  bytes[bytes.length - 20_000] = (bytes[bytes.length - 20_000] ?? 0) ^ 0xff
  writeFileSync(file, bytes)
  const elsewhere = join(root, 'untouched')
  mkdirSync(elsewhere)
  for (const each of [file, profile, join(root, 'absent.tar')]) {
    const { exitCode, answer } = await cli(['restore', each, '--data-dir', elsewhere, '--json'])
    expect(exitCode).toBe(1)
    expect(JSON.stringify(answer)).toMatch(/backup\.(unreadable|notABackup)/)
    expect(readdirSync(elsewhere)).toEqual([])
  }
})

test('doctor finds a damaged page, and restore puts the branch back and keeps the damaged files aside', async () => {
  const file = join(root, 'good.tar')
  const sick = join(root, 'sick')
  await run('backup', file)
  cpSync(dataDir, sick, { recursive: true })
  const inSick = (...args: string[]) => cli([...args, '--data-dir', sick, '--json'])
  expect(await inSick('restore', file)).toMatchObject({
    exitCode: 1,
    answer: { error: { code: 'backup.storeHealthy' } },
  })

  const database = join(sick, 'branch.db')
  const bytes = readFileSync(database)
  bytes.fill(0x5a, 4096 * 3, 4096 * 3 + 512)
  writeFileSync(database, bytes)
  expect(await inSick('doctor')).toMatchObject({
    exitCode: 1,
    answer: { ok: false, healthy: false, error: { code: 'engine.damaged' } },
  })
  const restored = await inSick('restore', file)
  expect(restored).toMatchObject({ exitCode: 0, answer: { ok: true, canSignIn: ['1001'] } })
  expect(readFileSync(join(sick, String(restored.answer.keptAside), 'branch.db')).equals(bytes)).toBe(true)
  expect(await inSick('doctor')).toMatchObject({ exitCode: 0, answer: { healthy: true } })
})

test('a lost WAL is told by doctor, and its loss can be accepted with an audit row', async () => {
  const lost = join(root, 'lost')
  cpSync(dataDir, lost, { recursive: true })
  const inLost = (...args: string[]) => cli([...args, '--data-dir', lost, '--json'])
  // No process has this number: they end at 2^22.
  writeFileSync(join(lost, 'open-99999999.marker'), JSON.stringify({ state: 'open' }))
  expect(await inLost('search', '王')).toMatchObject({
    exitCode: 1,
    answer: { error: { code: 'engine.walMissing' } },
  })
  expect(await inLost('doctor')).toMatchObject({
    exitCode: 1,
    answer: { error: { code: 'engine.walMissing' } },
  })
  expect(await inLost('doctor', '--accept-loss')).toMatchObject({ exitCode: 2 })
  const accepting = ['doctor', '--accept-loss', '--reason', '磁盘更换，日志未找回']
  expect(await inLost(...accepting)).toMatchObject({
    exitCode: 0,
    answer: { lossAccepted: true, accepted: [{ code: 'engine.walMissing' }] },
  })
  expect(await inLost('doctor')).toMatchObject({ exitCode: 0, answer: { healthy: true } })
  expect(await inLost(...accepting)).toMatchObject({ exitCode: 2 })
})

test('no output of doctor tells of a customer', async () => {
  const { stdout, stderr } = await run('doctor')
  expect(stdout + stderr).not.toMatch(/诸葛|欧阳|王小|K1|100\d{8}/)
  expect(stdout + stderr).not.toContain(PASSPHRASE)
})

test('a backup into a folder that does not exist is refused with its own code', async () => {
  expect(await run('backup', join(root, 'no-such-folder', 'backup.tar'))).toMatchObject({
    exitCode: 1,
    answer: { error: { code: 'backup.folderMissing' } },
  })
})

describe('a folder whose files are at fault', () => {
  let sick: string
  let backup: string
  const inSick = (...args: string[]) => cli([...args, '--data-dir', sick, '--json'])

  beforeAll(async () => {
    backup = join(root, 'before-the-fault.tar')
    await run('backup', backup)
  })
  beforeEach(() => {
    sick = mkdtempSync(join(root, 'fault-'))
    cpSync(dataDir, sick, { recursive: true })
  })

  test('without its vault it is no empty folder: the vault is named, not a missing branch', async () => {
    rmSync(join(sick, 'vault.json'))
    expect(await inSick('search', '王')).toMatchObject({ answer: { error: { code: 'vault.unreadable' } } })
    expect(await inSick('restore', backup)).toMatchObject({ exitCode: 0 })
    expect(await inSick('customer', 'K2')).toMatchObject({ exitCode: 0 })
  })

  test('an emptied database is told by every command and by doctor, and restored', async () => {
    writeFileSync(join(sick, 'branch.db'), '')
    for (const command of [['search', '王'], ['doctor']]) {
      expect(await inSick(...command)).toMatchObject({
        exitCode: 1,
        answer: { error: { code: 'engine.damaged', detail: { cause: 'truncated' } } },
      })
    }
    expect(readFileSync(join(sick, 'branch.db'))).toHaveLength(0)
    expect(await inSick('restore', backup)).toMatchObject({ exitCode: 0 })
  })

  test('doctor names an absent database as damage', async () => {
    rmSync(join(sick, 'branch.db'))
    expect(await inSick('doctor')).toMatchObject({ answer: { error: { code: 'engine.damaged' } } })
  })

  test.each(['lost', 'damaged'])(
    'with a %s device key nobody signs in, and a backup is restored',
    async (how) => {
      const key = join(sick, 'device.key')
      if (how === 'lost') rmSync(key)
      else writeFileSync(key, '{"version":1')
      expect(await inSick('search', '王')).toMatchObject({
        answer: { error: { code: 'vault.deviceMismatch' } },
      })
      expect(await inSick('restore', backup)).toMatchObject({ exitCode: 0 })
      expect(await inSick('customer', 'K2')).toMatchObject({ exitCode: 0 })
    },
  )

  test('a newer version’s database is whole: restore says so and replaces nothing', async () => {
    const { dataKey } = await Vault.at(sick, plainProtector).unlock('1001', PASSPHRASE, Date.now())
    const connection = Connection.open({ file: join(sick, 'branch.db'), dataKey, mode: 'writer' })
    connection.script('PRAGMA user_version = 9990')
    connection.close()
    const before = readFileSync(join(sick, 'branch.db'))
    expect(await inSick('restore', backup)).toMatchObject({
      exitCode: 1,
      answer: { error: { code: 'engine.tooNew' } },
    })
    expect(readFileSync(join(sick, 'branch.db')).equals(before)).toBe(true)
  })
})

test('doctor on a folder without a branch says that', async () => {
  expect(await cli(['doctor', '--data-dir', join(root, 'nowhere'), '--json'])).toMatchObject({
    exitCode: 1,
    answer: { error: { code: 'session.noBranch' } },
  })
})

describe('witnesses of the audit’s chain', () => {
  let old: string
  let folder: string
  const inFolder = (...args: string[]) => cli([...args, '--data-dir', folder, '--json'])
  const shortForm = (answer: Record<string, unknown>) => String(answer.end)

  beforeAll(async () => {
    old = join(root, 'old.tar')
    folder = join(root, 'witnessed')
    cpSync(dataDir, folder, { recursive: true })
    await inFolder('backup', old)
  })

  test('a check names the end of the chain, and finds it and a backup’s in it later', async () => {
    const { answer } = await inFolder('audit', 'verify')
    expect(shortForm(answer)).toMatch(/^\d+-[0-9a-f]{8}$/)
    const later = ['audit', 'verify', '--new', '--witness', shortForm(answer), '--backup', old]
    expect(await inFolder(...later)).toMatchObject({ exitCode: 0, answer: { intact: true, witnesses: 2 } })
    const other = shortForm(answer).replace(/.$/, (digit) => (digit === '0' ? '1' : '0'))
    expect(await inFolder('audit', 'verify', '--witness', other)).toMatchObject({
      exitCode: 1,
      answer: { error: { code: 'audit.notWitnessed', detail: { reason: 'changed' } } },
    })
    expect(await inFolder('audit', 'verify', '--witness', 'nothing')).toMatchObject({ exitCode: 2 })
  })

  test('an older database in the folder: every command and doctor say so, and doctor accepts it with a reason', async () => {
    const before = readFileSync(join(folder, 'branch.db'))
    await inFolder('search', '王')
    writeFileSync(join(folder, 'branch.db'), before)
    const told = { exitCode: 1, answer: { error: { code: 'engine.chainShort' } } }
    for (const command of [['audit', 'verify'], ['search', '王'], ['doctor']]) {
      expect(await inFolder(...command)).toMatchObject(told)
    }
    expect(await inFolder('doctor', '--accept-loss', '--reason', '已按纸质清单补录')).toMatchObject({
      exitCode: 0,
      answer: { accepted: [{ code: 'engine.chainShort' }] },
    })
    expect(await inFolder('doctor')).toMatchObject({ exitCode: 0, answer: { healthy: true } })
  })

  test('a restored backup leaves a link that names both ends', async () => {
    const { answer } = await inFolder('audit', 'verify')
    const end = Number(shortForm(answer).split('-')[0])
    expect(await inFolder('restore', old, '--force')).toMatchObject({ exitCode: 0 })
    expect(await inFolder('audit', 'verify')).toMatchObject({ exitCode: 0, answer: { intact: true } })
    const { dataKey } = await Vault.at(folder, plainProtector).unlock('1001', PASSPHRASE, Date.now())
    const connection = Connection.open({ file: join(folder, 'branch.db'), dataKey, mode: 'reader' })
    const [link] = connection
      .statement<{ detail: string }>(
        `SELECT detail FROM audit WHERE json_extract(detail, '$.action') = 'store.restored'`,
      )
      .all()
    connection.close()
    const detail = JSON.parse(link?.detail ?? '{}')
    // Signing out of the check left one more link behind its end.
    expect(Number(String(detail.replaced).split('-')[0])).toBe(end + 1)
    expect(Number(String(detail.backup).split('-')[0])).toBeLessThan(end)
    expect(await inFolder('doctor')).toMatchObject({ exitCode: 0, answer: { healthy: true } })
  })
})
