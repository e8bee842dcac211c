import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importProfileSchema } from '../../../src/shared/contract/import-profile.ts'
import { found, type House, openHouse, passphraseOf } from '../../support/router/open-house.ts'

const PROFILE = importProfileSchema.parse({
  version: 1,
  name: '夜间抽取',
  files: [
    {
      entity: 'customers',
      file: 'people.csv',
      fields: { key: { column: '客户号' }, name: { column: '姓名' }, birthOn: { column: '生日' } },
    },
  ],
})

let house: House
let extract: string
beforeAll(async () => {
  house = openHouse()
  await found(house)
  extract = join(house.folder, 'extract')
  mkdirSync(extract)
  const lines = ['客户号,姓名,生日', 'K1,诸葛晴,1990-02-28', 'K2,欧阳远,2023-02-29']
  writeFileSync(join(extract, 'people.csv'), `${lines.join('\n')}\n`)
  writeFileSync(join(extract, 'other.csv'), 'a,b\n1,2\n')
})
afterAll(() => house.close())

async function chooseFolder(): Promise<string> {
  house.dialogs.folder = extract
  const chosen = await house.get('imports.choose', { kind: 'folder' })
  if (chosen === null) throw new Error('the dialog was answered')
  expect(chosen.files.map(({ name }) => name)).toEqual(['other.csv', 'people.csv'])
  return chosen.token
}

test('a window learns names and sizes of what was chosen, and never a path', async () => {
  house.dialogs.folder = extract
  const chosen = await house.get('imports.choose', { kind: 'folder' })
  expect(JSON.stringify(chosen)).not.toContain(house.folder)
  house.dialogs.folder = null
  expect(await house.get('imports.choose', { kind: 'folder' })).toBeNull()
})

test('only chosen files are read: no other token, no other name, no way out of the folder', async () => {
  const token = await chooseFolder()
  const stranger = '0190a000-0000-7000-8000-000000000000'
  expect(await house.code('imports.detect', { token: stranger, fileName: 'people.csv' })).toBe(
    'imports.notChosen',
  )
  for (const fileName of ['absent.csv', '../vault.json', '/etc/passwd', '']) {
    expect(await house.code('imports.detect', { token, fileName })).toBe('imports.notChosen')
  }
  house.dialogs.files = [join(extract, 'people.csv')]
  const files = await house.get('imports.choose', { kind: 'files' })
  expect(await house.code('imports.detect', { token: files?.token ?? '', fileName: 'other.csv' })).toBe(
    'imports.notChosen',
  )
})

test('detect, preview, run, reject file and undo: the wizard’s way through the router', async () => {
  const token = await chooseFolder()
  const detected = await house.get('imports.detect', { token, fileName: 'people.csv' })
  expect(detected).toMatchObject({ encoding: 'utf-8', delimiter: ',', header: ['客户号', '姓名', '生日'] })
  const preview = await house.get('imports.preview', { token, profile: PROFILE, fileName: 'people.csv' })
  expect(preview.rows.map(({ line, problems }) => [line, problems.length > 0])).toEqual([
    [2, false],
    [3, true],
  ])

  const survey = {
    surveyUid: '0190a000-0000-4000-8000-000000000001',
    token,
    profile: PROFILE,
    fileName: 'people.csv',
  }
  const { files } = await house.get('imports.survey', survey)
  expect(files).toMatchObject([{ records: 2, accepted: 1, rejected: 1 }])
  expect(JSON.stringify(files)).not.toMatch(/诸葛晴|欧阳远|2023-02-29/)
  expect(house.told.some(({ topic }) => topic === 'survey')).toBe(true)
  expect(await house.get('imports.cancelSurvey', { surveyUid: survey.surveyUid })).toBeNull()
  expect(await house.get('imports.list', {})).toEqual([])

  const { importUid } = await house.get('imports.run', { token, profile: PROFILE })
  const sheet = await ended(importUid)
  expect(sheet.state).toBe('done')
  expect(sheet.entities.customers).toMatchObject({ read: 2 })
  expect(house.told.some(({ topic }) => topic === 'import')).toBe(true)

  const target = join(house.folder, 'saved.csv')
  house.dialogs.path = target
  expect(await house.get('imports.saveRejects', { importUid })).toEqual({ saved: true })
  expect(readFileSync(target, 'utf8')).toContain('2023-02-29')
  const audited = (await house.get('audit.list', {})).map(({ action }) => action)
  expect(audited).toContain('imports.takeRejects')

  await house.get('imports.undo', { importUid })
  expect((await house.get('imports.get', { importUid })).state).toBe('undone')
  expect((await house.get('customers.counts', {})).customers).toBe(0)
})

test('P2: an administrator, who sees no customers, sees none in the wizard either', async () => {
  await house.get('staff.add', { no: '9001', name: '冯远', role: 'admin', passphrase: passphraseOf('9001') })
  await house.signInAs('9001')
  const token = await chooseFolder()
  const detected = await house.get('imports.detect', { token, fileName: 'people.csv' })
  const preview = await house.get('imports.preview', { token, profile: PROFILE, fileName: 'people.csv' })
  for (const shown of [detected, preview]) {
    expect(JSON.stringify(shown)).not.toMatch(/诸葛晴|欧阳远/)
  }
  expect(preview.rows[0]?.values).toMatchObject({ name: '诸葛*', key: 'K1', birthOn: '1990-02-28' })
  await house.signInAs('8001')
  const clear = await house.get('imports.preview', { token, profile: PROFILE, fileName: 'people.csv' })
  expect(clear.rows[0]?.values.name).toBe('诸葛晴')
})

test('a profile is saved and opened through the dialog; a file that is none is refused with its fault', async () => {
  const path = join(house.folder, 'profile.json')
  house.dialogs.path = path
  expect(await house.get('imports.saveProfile', { profile: PROFILE })).toEqual({ saved: true })
  expect(await house.get('imports.openProfile', {})).toEqual(PROFILE)
  writeFileSync(path, '{"version": 2}')
  expect(await house.code('imports.openProfile', {})).toBe('imports.profileInvalid')
  house.dialogs.path = null
  expect(await house.get('imports.openProfile', {})).toBeNull()
  expect(await house.get('imports.saveProfile', { profile: PROFILE })).toEqual({ saved: false })
})

test('cancelling an import that does not run here is refused', async () => {
  const importUid = '0190a000-0000-7000-8000-000000000000'
  expect(await house.code('imports.cancel', { importUid })).toBe('imports.notFound')
})

async function ended(importUid: string) {
  for (;;) {
    const sheet = await house.get('imports.get', { importUid })
    if (sheet.state !== 'running') return sheet
  }
}
