import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { readWitnessFile, WITNESS_FILE } from '../../../src/main/engine/chain/witness-file.ts'
import { Connection } from '../../../src/main/engine/connection.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import { isAcceptable } from '../../../src/shared/contract/session.ts'
import { forge } from '../../support/audit/forger.ts'
import {
  FOUNDER,
  found,
  type House,
  hireEveryRole,
  openHouse,
  passphraseOf,
  STAFF_NO,
} from '../../support/router/open-house.ts'

const REASON = '断电后核对过纸质清单'
/** As many as went unnoticed in the trial that this comes from. */
const FLAGS = 60

const folders: string[] = []
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huiyan-witness-'))
  folders.push(folder)
  return folder
}
function copyOf(folder: string): string {
  const copy = newFolder()
  cpSync(folder, copy, { recursive: true })
  return copy
}

let opened: House[] = []
function houseOn(folder: string): House {
  const house = openHouse({ folder })
  opened.push(house)
  return house
}
const closeAll = async () => {
  for (const house of opened) await house.close()
  opened = []
}
afterEach(closeAll)
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

const linksIn = async (house: House) => (await house.get('audit.list', { limit: 1 }))[0]?.seq ?? 0
const signIn = (house: House, no: string = FOUNDER.no) =>
  house.call('session.signIn', { staffNo: no, passphrase: passphraseOf(no) })
const accept = (house: House, no: string = FOUNDER.no, reason = REASON) =>
  house.code('session.acceptDoubts', { staffNo: no, passphrase: passphraseOf(no), reason })
const refusalOf = async (house: House) => {
  const envelope = await signIn(house)
  if (envelope.ok) throw new Error('signed in')
  return envelope.error
}
const newest = (folder: string) => {
  const witness = readWitnessFile(join(folder, WITNESS_FILE))
  if (witness === null || witness === 'unreadable') throw new Error('no witness')
  return witness
}

/** Closed well in the evening before. */
let yesterday: string
let linksYesterday: number
/** What a killed process leaves after a day's flags: database, log, marker and witness as they were at that moment. */
let killed: string
let linksToday: number
/** Closed well after the same day. */
let today: string

beforeAll(async () => {
  const folder = newFolder()
  const house = houseOn(folder)
  await found(house, 'demo')
  await hireEveryRole(house)
  const { lines } = await house.get('customers.found', { text: '王' })
  const customerUid = lines[0]?.uid ?? ''
  linksYesterday = (await linksIn(house)) + 1
  await house.get('session.signOut', {})
  yesterday = copyOf(folder)

  await signIn(house)
  // A reader that looks at an old state keeps the log from being folded, so that all of the day is still in it.
  const { dataKey } = await Vault.at(folder, plainProtector).unlock(
    FOUNDER.no,
    FOUNDER.passphrase,
    Date.now(),
  )
  const reader = Connection.open({ file: join(folder, 'branch.db'), dataKey, mode: 'reader' })
  reader.statement('BEGIN').run()
  reader.statement('SELECT count(*) FROM audit').get()
  await house.get('customers.open', { uid: customerUid })
  for (let count = 0; count < FLAGS; count++) {
    await house.get('intents.flag', { customerUid, product: 'loan', level: count % 2 === 0 ? 'mid' : 'high' })
  }
  linksToday = await linksIn(house)
  killed = copyOf(folder)
  reader.statement('COMMIT').run()
  reader.close()
  await house.get('session.signOut', {})
  today = copyOf(folder)
  await closeAll()
})

test('P2: the witness names the newest acknowledged link, and stays there after a sign-out', () => {
  expect(newest(killed).seq).toBe(linksToday)
  expect(newest(today).seq).toBe(linksToday + 1)
  expect(newest(yesterday).seq).toBe(linksYesterday)
})

test('a killed process accuses nobody: the day’s work is in the log, and the next sign-in goes on', async () => {
  const house = houseOn(copyOf(killed))
  expect((await signIn(house)).ok).toBe(true)
  expect(await linksIn(house)).toBe(linksToday + 1)
})

test('a process that is killed between a commit and the witness leaves one that lags behind, which accuses nobody', async () => {
  const folder = copyOf(killed)
  cpSync(join(yesterday, WITNESS_FILE), join(folder, WITNESS_FILE))
  const house = houseOn(folder)
  expect((await signIn(house)).ok).toBe(true)
  expect(newest(folder).seq).toBe(linksToday + 1)
})

test.each([
  ['half', 0.5],
  ['the whole', 0],
])('a log that lost %s of the day is told at the sign-in, and not gone over', async (_name, rest) => {
  const folder = copyOf(killed)
  const wal = join(folder, 'branch.db-wal')
  truncateSync(wal, Math.floor(statSync(wal).size * rest))
  const house = houseOn(folder)
  const { code, detail } = await refusalOf(house)
  expect(code).toBe('engine.chainShort')
  expect(Number(detail.link) + Number(detail.lost)).toBe(linksToday)
  expect(Number(detail.lost)).toBeGreaterThan(rest === 0 ? FLAGS : 10)
  expect(detail.until).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
  expect(await house.get('session.state', {})).toMatchObject({ state: 'faulty', fault: { code } })
  // Nothing was written meanwhile: it is told again, word for word.
  expect(await refusalOf(house)).toEqual({ code, detail })
})

test('an older database in the same folder is told, with how many entries are gone', async () => {
  const folder = copyOf(today)
  cpSync(join(yesterday, 'branch.db'), join(folder, 'branch.db'))
  const { code, detail } = await refusalOf(houseOn(folder))
  expect(code).toBe('engine.chainShort')
  expect(detail).toMatchObject({ link: linksYesterday, lost: linksToday + 1 - linksYesterday })
})

test('an older database and an older witness file: the vault still knows', async () => {
  const folder = copyOf(today)
  for (const name of ['branch.db', WITNESS_FILE]) cpSync(join(yesterday, name), join(folder, name))
  expect(await refusalOf(houseOn(folder))).toMatchObject({ code: 'engine.chainShort' })
})

test('the whole folder put back from yesterday is not noticed on this PC: what docs/operations.md says of it', async () => {
  expect((await signIn(houseOn(copyOf(yesterday)))).ok).toBe(true)
})

describe('who has the folder and one passphrase', () => {
  const byHead = { no: FOUNDER.no, passphrase: FOUNDER.passphrase }

  test.each([
    [
      'a name in links changed, every hash computed anew',
      `UPDATE audit SET staff_no = '1001' WHERE seq = 5`,
      true,
    ],
    [
      'a link in the middle removed, the rest numbered and hashed anew',
      'DELETE FROM audit WHERE seq = 6',
      true,
    ],
    ['the newest link cut off', 'DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)', false],
    ['the newest four cut off', 'DELETE FROM audit WHERE seq > (SELECT max(seq) FROM audit) - 4', false],
    [
      'the newest twenty cut off, outbox and its counter set back',
      `DELETE FROM audit WHERE seq > (SELECT max(seq) FROM audit) - 20;
       DELETE FROM outbox WHERE seq > (SELECT max(seq) FROM outbox) - 20;
       UPDATE sqlite_sequence SET seq = seq - 20 WHERE name = 'outbox'`,
      false,
    ],
    ['audit and outbox emptied', 'DELETE FROM audit; DELETE FROM outbox', false],
  ])('%s: told at the next sign-in', async (_name, sql, rehash) => {
    const folder = copyOf(today)
    await forge(folder, byHead, sql, { rehash })
    const { code } = await refusalOf(houseOn(folder))
    expect(['engine.chainShort', 'engine.chainChanged']).toContain(code)
  })

  test('a row of a customer changed by SQL is not noticed: what docs/operations.md says of it', async () => {
    const folder = copyOf(today)
    await forge(folder, byHead, `UPDATE customer SET name = '甲' WHERE id = 1`)
    expect((await signIn(houseOn(folder))).ok).toBe(true)
  })
})

describe('the witness file itself', () => {
  test('removed, it is missed, because the vault has one', async () => {
    const folder = copyOf(today)
    rmSync(join(folder, WITNESS_FILE))
    expect(await refusalOf(houseOn(folder))).toMatchObject({
      code: 'engine.witnessMissing',
      detail: { cause: 'missing' },
    })
  })

  test('one damaged slot is not used, and the other one is', async () => {
    const folder = copyOf(today)
    const path = join(folder, WITNESS_FILE)
    const bytes = readFileSync(path)
    const seqOf = () => newest(folder).seq
    const slots = [0, 256].map((start) => {
      const damaged = Buffer.from(bytes)
      damaged[start + 12] = (damaged[start + 12] ?? 0) ^ 1
      writeFileSync(path, damaged)
      return seqOf()
    })
    expect(Math.max(...slots)).toBe(linksToday + 1)
    expect(Math.min(...slots)).toBe(linksToday)
    writeFileSync(path, '')
    expect(await refusalOf(houseOn(folder))).toMatchObject({
      code: 'engine.witnessMissing',
      detail: { cause: 'unreadable' },
    })
  })

  test('a branch of an earlier version has none anywhere, and gets one', async () => {
    const folder = copyOf(today)
    rmSync(join(folder, WITNESS_FILE))
    const vault = join(folder, 'vault.json')
    const { chain: _chain, ...before } = JSON.parse(readFileSync(vault, 'utf8'))
    writeFileSync(vault, JSON.stringify(before))
    expect((await signIn(houseOn(folder))).ok).toBe(true)
    expect(newest(folder).seq).toBe(linksToday + 2)
  })
})

describe('going on all the same', () => {
  async function withLoss(): Promise<{ readonly house: House; readonly folder: string }> {
    const folder = copyOf(today)
    cpSync(join(yesterday, 'branch.db'), join(folder, 'branch.db'))
    return { folder, house: houseOn(folder) }
  }

  test('a head accepts with a reason, which stands in the audit with what is gone; the next sign-in asks nobody', async () => {
    const { house, folder } = await withLoss()
    const { code, detail } = await refusalOf(house)
    expect(isAcceptable(code)).toBe(true)
    expect(await accept(house)).toBe('ok')
    const entries = await house.get('audit.list', { limit: 5 })
    expect(entries.find(({ action }) => action === 'store.accepted')).toMatchObject({
      staffNo: FOUNDER.no,
      detail: { code, reason: REASON, lost: detail.lost, link: detail.link },
    })
    await house.get('session.signOut', {})
    expect((await signIn(house)).ok).toBe(true)
    expect(newest(folder).seq).toBe(await linksIn(house))
  })

  test('a teller cannot, and it is told again', async () => {
    const { house } = await withLoss()
    const told = await refusalOf(house)
    expect(await accept(house, STAFF_NO.teller)).toBe('call.notAllowed')
    expect(await refusalOf(house)).toEqual(told)
  })

  test('without a reason, or with nothing to accept, it is refused', async () => {
    const { house } = await withLoss()
    expect(await accept(house, FOUNDER.no, '好的')).toBe('customers.reasonTooShort')
    expect(await accept(houseOn(copyOf(today)))).toBe('session.noDoubt')
  })
})
