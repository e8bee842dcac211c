import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { cli } from '../../support/cli/command-line.ts'
import { Installation, PATIENCE_MS } from '../../support/cli/installation.ts'

const ROWS_TO_INTERRUPT = 60_000

vi.setConfig({ testTimeout: PATIENCE_MS, hookTimeout: PATIENCE_MS })

const installation = new Installation()
const { root, dataDir, extract, profile } = installation
const run = (...args: string[]) => installation.run(...args)

beforeAll(() => installation.found())
afterAll(() => installation.remove())

test('import, search, person, intent, follow-ups and audit: one account proves an installation, all of it masked', async () => {
  expect(await run('import', profile, '--dir', extract)).toMatchObject({
    exitCode: 1,
    answer: { ok: false, error: { code: 'imports.sameNight', detail: { asOf: '2026-11-20' } } },
  })
  const runs = (await run('import', 'list')).answer
  const looked = await run('import', profile, '--dir', extract, '--dry-run')
  expect(looked).toMatchObject({
    exitCode: 1,
    answer: {
      ok: false,
      error: { code: 'imports.sameNight' },
      dryRun: true,
      files: [{ entity: 'customers', accepted: 3 }],
    },
  })
  const anew = await run('import', profile, '--dir', extract, '--dry-run', '--again')
  expect(anew).toMatchObject({ exitCode: 0, answer: { ok: true, dryRun: true } })
  expect((await run('import', 'list')).answer).toEqual(runs)
  expect(looked.stdout).not.toMatch(/诸葛晴|10012345678/)
  const again = await run('import', profile, '--dir', extract, '--again')
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

test('an import is undone by the number that it answered; a second time, or any other number, is refused', async () => {
  const folder = join(root, 'to-undo')
  mkdirSync(folder)
  writeFileSync(
    join(folder, 'people.csv'),
    '客户号,姓名,生日,手机\nU1,赵安,1990-01-01,\nU1,赵宁,1990-01-01,\n',
  )
  const imported = await run('import', profile, '--dir', folder)
  expect(imported.answer).toMatchObject({
    entities: { customers: { added: 1, rejected: 1 } },
    filterTookAll: [],
    faults: [
      {
        file: 'people.csv',
        line: 3,
        column: '客户号',
        code: 'key-repeated',
        other: { file: 'people.csv', line: 2 },
        problem: { en: 'key occurs twice in this import', 'zh-CN': '同一次导入中主键重复' },
        advice: { en: expect.stringContaining('Remove one'), 'zh-CN': expect.stringContaining('请删去一条') },
      },
    ],
  })
  const importUid = String(imported.answer.importUid)
  expect(await run('import', 'undo', importUid)).toMatchObject({
    exitCode: 0,
    answer: { ok: true, importUid, state: 'undone', keptRows: 0 },
  })
  expect(await run('customer', 'U1')).toMatchObject({ exitCode: 1 })
  expect(await run('import', 'undo', importUid)).toMatchObject({
    exitCode: 1,
    answer: { error: { code: 'imports.notUndoable', detail: { state: 'undone' } } },
  })
  expect(await run('import', 'undo', 'none')).toMatchObject({
    answer: { error: { code: 'imports.notFound' } },
  })
  const { answer } = await run('import', 'list')
  expect(answer.imports).toContainEqual(expect.objectContaining({ importUid, state: 'undone' }))
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

test('a refusal says on stderr what to do, in the language of the terminal, and never on stdout', async () => {
  const refusedIn = (LANG: string) =>
    cli(['customer', 'K404', '--data-dir', dataDir, '--json'], { env: { LANG } })
  const english = await refusedIn('C.UTF-8')
  expect(english.stderr).toContain('customers.notFound: This customer cannot be found')
  expect(english.stdout).not.toContain('cannot be found')
  expect((await refusedIn('zh_CN.UTF-8')).stderr).toContain('找不到这位客户')
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
