import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Diagnosis } from '../../../src/main/diagnosis/diagnosis-file.ts'
import { databaseIn } from '../../../src/main/vault/store-files.ts'
import { STAFF } from '../../../src/shared/demo/staff.ts'
import { FOUNDER, found, type House, openHouse, WINDOW } from '../../support/router/open-house.ts'
import { readSecrets, type Secrets, secretsIn } from '../../support/router/stored-secrets.ts'

const CHINESE = /\p{Script=Han}/u

let house: House
let secrets: Secrets
let file: string
beforeAll(async () => {
  house = openHouse({ demoCustomers: 60 })
  await found(house, 'demo')
  secrets = await readSecrets(house)
  file = join(house.folder, 'diagnosis.json')
})
afterAll(() => house.close())

const lastAction = async () => (await house.get('audit.list', { limit: 1 }))[0]?.action

describe('what whoever is on call is shown', () => {
  test('operations are counted with their times', async () => {
    for (const { name } of secrets.people.slice(0, 5)) await house.get('customers.search', { text: name })
    const { slowest } = await house.get('diagnosis.view', {})
    const search = slowest.find(({ operation }) => operation === 'customers.search')
    expect(search?.count).toBe(5)
    expect(search?.slowestMs).toBeGreaterThanOrEqual(search?.meanMs ?? 0)
    expect(slowest.map(({ slowestMs }) => slowestMs)).toEqual(
      slowest.map(({ slowestMs }) => slowestMs).toSorted((a, b) => b - a),
    )
  })

  test('an ordinary refusal is no fault', async () => {
    expect(await house.code('leads.open', { leadUid: '0190a000-0000-7000-8000-000000000000' })).toBe(
      'leads.notFound',
    )
    expect((await house.get('diagnosis.view', {})).incidents).toEqual([])
  })

  test('a bug outside the engine is counted under its operation, and logged without what it quotes', async () => {
    const [person] = secrets.people
    const { saveFile } = house.dialogs
    house.dialogs.saveFile = () => Promise.reject(new RangeError(`cannot write ${person?.name}`))
    for (const _turn of [1, 2])
      expect(await house.code('consents.exportAll', { reason: '核对登记', language: 'en' })).toBe(
        'engine.internal',
      )
    house.dialogs.saveFile = saveFile
    const { incidents } = await house.get('diagnosis.view', {})
    expect(incidents).toMatchObject([
      { operation: 'consents.exportAll', code: 'engine.internal', error: 'RangeError', count: 2 },
    ])
    const logged = house.logged.join('\n')
    expect(logged).toContain('failed consents.exportAll engine.internal RangeError\n    at ')
    expect(logged).toContain('(test/integration/diagnosis/diagnosis.test.ts:')
    expect(secretsIn(logged, secrets)).toEqual([])
    expect(logged).not.toMatch(CHINESE)
  })

  test('a stranger at the router is logged by scheme and host, and by nothing else that it sent', async () => {
    const [person] = secrets.people
    const sender = { ...WINDOW, frameUrl: `https://example.com/${person?.phone}?q=1` }
    await house.router.call(sender, 'session.state', {})
    await house.router.call({ ...WINDOW, mainFrame: false }, 'session.state', {})
    await house.router.call({ ...WINDOW, frameUrl: '' }, 'session.state', {})
    expect(house.logged.filter((line) => line.includes('untrustedSender'))).toEqual([
      'failed ipc.call call.untrustedSender https://example.com',
      'failed ipc.call call.untrustedSender app://huiyan frame',
      'failed ipc.call call.untrustedSender nowhere',
    ])
  })

  test('sizes and versions are those of the files and of SQLite', async () => {
    const { sizes, versions } = await house.get('diagnosis.view', {})
    expect(sizes.databaseBytes).toBe(statSync(databaseIn(house.folder)).size)
    expect(versions.sqlite).toMatch(/^3\.\d+\.\d+$/)
  })
})

describe('the file', () => {
  test('is not written where the user thinks better of it', async () => {
    const before = await lastAction()
    house.dialogs.path = null
    expect(await house.get('diagnosis.save', {})).toEqual({ saved: false })
    expect(await lastAction()).toBe(before)
  })

  test('holds what the page shows and the lines of each fault; the audit says that it was written', async () => {
    house.dialogs.path = file
    expect(await house.get('diagnosis.save', {})).toEqual({ saved: true })
    expect(await lastAction()).toBe('diagnosis.save')
    const written: Diagnosis = JSON.parse(readFileSync(file, 'utf8'))
    const view = await house.get('diagnosis.view', {})
    expect(written.incidents.map(({ stack: _stack, ...incident }) => incident)).toEqual(view.incidents)
    expect(written.versions).toEqual(view.versions)
    const bug = written.incidents.find(({ error }) => error === 'RangeError')
    expect(bug?.stack[0]).toContain('test/integration/diagnosis/diagnosis.test.ts')
  })

  test('names nobody of the branch, neither customers nor staff, and no folder', async () => {
    const text = readFileSync(file, 'utf8')
    expect(secretsIn(text, secrets)).toEqual([])
    expect(secrets.people.length).toBeGreaterThan(50)
    for (const { name, no } of [...STAFF, { name: '赵明', no: FOUNDER.no }]) {
      expect(text).not.toContain(name)
      expect(text).not.toMatch(new RegExp(`"[^"]*\\b${no}\\b[^"]*"`))
    }
    expect(text).not.toContain(house.folder)
    // Every name and address of the demo branch is written in Chinese, every number has eight digits or more.
    expect(text).not.toMatch(CHINESE)
    expect(text.replaceAll(/"(\w+At)": \d+/g, '')).not.toMatch(/\d{8}/)
  })
})
