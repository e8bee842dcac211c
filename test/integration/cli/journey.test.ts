import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Connection } from '../../../src/main/engine/connection.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import { cli, PASSPHRASE } from './command-line.ts'

const PEOPLE = [
  ['K1', '诸葛晴', '1990-02-28', '10012345678'],
  ['K2', '欧阳远', '1985-07-01', '10087654321'],
  ['K3', '王小明', '1979-12-31', ''],
] as const
const ROWS_TO_INTERRUPT = 60_000

let root: string
let dataDir: string
let extract: string
let profile: string
const run = (...args: string[]) => cli([...args, '--data-dir', dataDir, '--json'])

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'huiyan-cli-'))
  dataDir = join(root, 'data')
  extract = join(root, 'extract')
  profile = join(root, 'profile.json')
  mkdirSync(extract)
  const lines = [
    '客户号,姓名,生日,手机',
    ...PEOPLE.map((row) => row.join(',')),
    'K4,坏日期,2023-02-29,,多一列',
  ]
  writeFileSync(join(extract, 'people.csv'), `${lines.join('\n')}\n`)
  writeFileSync(profile, JSON.stringify(PROFILE))
  const made = await run('init', '--branch', '测试网点', '--staff', '1001', '--role', 'admin')
  expect(made).toMatchObject({ exitCode: 0, answer: { ok: true, branch: '测试网点' } })
  const loaded = await run('import', profile, '--dir', extract, '--as-of', '2026-11-20')
  expect(loaded).toMatchObject({
    exitCode: 0,
    answer: { ok: true, asOf: '2026-11-20', entities: { customers: { read: 4, added: 3, rejected: 1 } } },
  })
  expect(readFileSync(String(loaded.answer.rejectFile), 'utf8')).toContain('K4')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

const PROFILE = {
  version: 1,
  name: '夜间抽取',
  files: [
    {
      entity: 'customers',
      file: 'people.csv',
      fields: {
        key: { column: '客户号' },
        name: { column: '姓名' },
        birthOn: { column: '生日' },
        phone: { column: '手机' },
      },
    },
  ],
}

test('import, search, person, intent, follow-ups and audit: one account proves an installation, all of it masked', async () => {
  const again = await run('import', profile, '--dir', extract)
  expect(again.answer).toMatchObject({ entities: { customers: { added: 0, updated: 0, unchanged: 3 } } })

  const found = await run('search', '诸葛晴')
  expect(found).toMatchObject({ exitCode: 0, answer: { lines: [{ maskedName: '诸葛*' }] } })
  const person = await run('customer', 'K1')
  expect(person).toMatchObject({ exitCode: 0, answer: { ok: true, customer: { customerNo: 'K1' } } })
  const flagged = await run('intent', 'K1', '--product', 'wealth', '--level', 'high')
  expect(flagged).toMatchObject({
    exitCode: 0,
    answer: { created: true, unpublished: expect.any(Boolean), intent: { product: 'wealth' } },
  })
  const list = await run('followups', '--as-of', '2027-01-04')
  expect(list).toMatchObject({ exitCode: 0, answer: { asOf: '2027-01-04', rows: [{ group: 'overdue' }] } })

  for (const { stdout, stderr } of [again, found, person, flagged, list]) {
    expect(stdout + stderr).not.toMatch(/诸葛晴|10012345678/)
  }
  const verdict = await run('audit', 'verify')
  expect(verdict).toMatchObject({ exitCode: 0, answer: { ok: true, intact: true } })
})

test('what does not exist is refused with its code and exit 1', async () => {
  expect(await run('customer', 'K404')).toMatchObject({
    exitCode: 1,
    answer: { ok: false, error: { code: 'customers.notFound' } },
  })
  expect(await run('import', profile, '--dir', join(root, 'nowhere'))).toMatchObject({ exitCode: 1 })
  expect(await cli(['search', '王', '--data-dir', join(root, 'nowhere')])).toMatchObject({
    exitCode: 1,
    answer: { error: { code: 'session.noBranch' } },
  })
  expect(await run('init', '--branch', 'x', '--staff', '1002', '--role', 'head')).toMatchObject({
    exitCode: 1,
    answer: { error: { code: 'session.branchExists' } },
  })
})

test('wrong usage is exit 2, says what is wrong on stderr, and opens nothing', async () => {
  for (const args of [
    [],
    ['unheard-of'],
    ['search'],
    ['search', 'a', 'b'],
    ['search', 'a', '--unheard-of'],
    ['intent', 'K1', '--product', 'gold', '--level', 'high'],
    ['intent', 'K1', '--product', 'wealth', '--level', 'high', '--signals', 'gossip'],
    ['followups', '--as-of', '2026-02-30'],
    ['search', 'a', '--passphrase', 'x'],
    ['search', 'a', '--password=x'],
  ]) {
    const { exitCode, answer, stderr } = await cli([...args, '--data-dir', dataDir])
    expect([args, exitCode]).toEqual([args, 2])
    expect(answer).toMatchObject({ ok: false, error: { code: 'usage' } })
    expect(stderr).toContain('COMMAND')
  }
})

test('without a passphrase and without a terminal it does not wait: exit 2', async () => {
  const silent = await cli(['search', '王', '--data-dir', dataDir], { env: { HUIYAN_PASSPHRASE: '' } })
  expect(silent.exitCode).toBe(2)
})

test('a wrong passphrase is refused, and the passphrase is in no output', async () => {
  const wrong = await cli(['doctor', '--data-dir', dataDir], { env: { HUIYAN_PASSPHRASE: 'not this one' } })
  expect(wrong).toMatchObject({ exitCode: 1, answer: { error: { code: 'session.wrongPassphrase' } } })
  expect(wrong.stdout + wrong.stderr).not.toContain('not this one')
})

test('help for all and for each command is exit 0', async () => {
  for (const command of ['', 'init', 'import', 'search', 'customer', 'intent', 'followups', 'audit verify']) {
    const help = await cli([...command.split(' ').filter((word) => word !== ''), '--help', '--json'])
    expect(help).toMatchObject({ exitCode: 0, answer: { ok: true } })
    expect(help.answer.help).toContain(command)
  }
})

test('an interrupted import is rolled back and says so', async () => {
  const large = join(root, 'large')
  mkdirSync(large)
  const rows = Array.from({ length: ROWS_TO_INTERRUPT }, (_, index) => `L${index},赵${index},1990-01-01,`)
  writeFileSync(join(large, 'people.csv'), `客户号,姓名,生日,手机\n${rows.join('\n')}\n`)
  const args = ['import', profile, '--dir', large, '--data-dir', dataDir, '--json']
  const interrupted = await cli(args, { interruptAt: 'reading customers' })
  expect(interrupted).toMatchObject({
    exitCode: 1,
    answer: { ok: false, error: { code: 'imports.cancelled' } },
  })
  expect(await run('customer', 'L0')).toMatchObject({
    exitCode: 1,
    answer: { error: { code: 'customers.notFound' } },
  })
  expect(await run('doctor')).toMatchObject({ exitCode: 0, answer: { healthy: true } })
})

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
  expect(await inLost('doctor', '--accept-loss')).toMatchObject({
    exitCode: 0,
    answer: { lossAccepted: true },
  })
  expect(await inLost('doctor')).toMatchObject({ exitCode: 0, answer: { healthy: true } })
  expect(await inLost('doctor', '--accept-loss')).toMatchObject({ exitCode: 2 })
})

test('no output of doctor tells of a customer', async () => {
  const { stdout, stderr } = await run('doctor')
  expect(stdout + stderr).not.toMatch(/诸葛|欧阳|王小|K1|100\d{8}/)
  expect(stdout + stderr).not.toContain(PASSPHRASE)
})

test('a refusal says on stderr what to do, in the language of the terminal, and never on stdout', async () => {
  const refusedIn = (LANG: string) =>
    cli(['customer', 'K404', '--data-dir', dataDir, '--json'], { env: { LANG } })
  const english = await refusedIn('C.UTF-8')
  expect(english.stderr).toContain('customers.notFound: This customer cannot be found')
  expect(english.stdout).not.toContain('cannot be found')
  expect((await refusedIn('zh_CN.UTF-8')).stderr).toContain('找不到这位客户')
})

test('a backup into a folder that does not exist is refused with its own code', async () => {
  expect(await run('backup', join(root, 'no-such-folder', 'backup.tar'))).toMatchObject({
    exitCode: 1,
    answer: { error: { code: 'backup.folderMissing' } },
  })
})

test('a file in the place of a folder is wrong usage, and a profile that is none says where and why', async () => {
  expect(await cli(['search', '王', '--data-dir', profile, '--json'])).toMatchObject({ exitCode: 2 })
  expect(await run('import', profile, '--dir', profile)).toMatchObject({ exitCode: 2 })
  expect(await run('import', join(root, 'absent.json'), '--dir', extract)).toMatchObject({
    exitCode: 1,
    answer: { error: { code: 'imports.fileMissing', detail: { file: 'absent.json' } } },
  })
  const broken = join(root, 'broken.json')
  writeFileSync(broken, '{')
  const { exitCode, stderr } = await run('import', broken, '--dir', extract)
  expect(exitCode).toBe(1)
  expect(stderr).toContain('this is not JSON')
})

test('help for a command that does not exist is wrong usage, for the first word of one it is help', async () => {
  expect(await cli(['unheard-of', '--help'])).toMatchObject({ exitCode: 2 })
  expect(await cli(['audit', '--help', '--json'])).toMatchObject({ exitCode: 0, answer: { ok: true } })
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
