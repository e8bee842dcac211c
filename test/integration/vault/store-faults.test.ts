import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { Connection } from '../../../src/main/engine/connection.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { OpenMarker, otherOpeners, removeDeadMarkers } from '../../../src/main/vault/open-marker.ts'
import { inspectStore } from '../../../src/main/vault/store-faults.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import { FOUNDER, found, type House, openHouse } from '../../support/router/open-house.ts'

const PAGE_BYTES = 4096
let template: string
let folder: string
let house: House

beforeAll(async () => {
  const founding = openHouse()
  await found(founding)
  await founding.get('session.signOut', {})
  template = mkdtempSync(join(tmpdir(), 'huiyan-template-'))
  cpSync(founding.folder, template, { recursive: true })
  await founding.close()
})
afterAll(() => rmSync(template, { recursive: true, force: true }))
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-store-'))
  cpSync(template, folder, { recursive: true })
  house = openHouse({ folder })
})
afterEach(() => house.close())

const database = () => join(folder, 'branch.db')
const signIn = () => house.code('session.signIn', { staffNo: FOUNDER.no, passphrase: FOUNDER.passphrase })
const markers = () => readdirSync(folder).filter((name) => name.endsWith('.marker'))

async function faultCode(): Promise<string> {
  const view = await house.get('session.state', {})
  return view.state === 'faulty' ? view.fault.code : view.state
}

test('a sign-in leaves a marker while the branch is open, a sign-out takes it away with the WAL', async () => {
  expect(await signIn()).toBe('ok')
  expect(markers()).toHaveLength(1)
  await house.get('session.signOut', {})
  expect(markers()).toEqual([])
  expect(existsSync(`${database()}-wal`)).toBe(false)
})

test('a damaged first page is told at the sign-in, and the screen stays on it until somebody looks again', async () => {
  const bytes = readFileSync(database())
  bytes.fill(0xa5, 1024, 2048)
  writeFileSync(database(), bytes)
  expect(await signIn()).toBe('engine.damaged')
  expect(await faultCode()).toBe('engine.damaged')
  cpSync(join(template, 'branch.db'), database())
  expect(await house.get('session.signOut', {})).toMatchObject({ state: 'signed-out' })
  expect(await signIn()).toBe('ok')
})

test('one flipped bit in the plain part of the header is damage, and not a folder that cannot be written to', async () => {
  const whole = readFileSync(database())
  for (let at = 16; at < 24; at++) {
    for (let bit = 0; bit < 8; bit++) {
      const flipped = Buffer.from(whole)
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
      writeFileSync(database(), flipped)
      const condition = inspectStore(folder)
      expect(condition, `byte ${at}, bit ${bit}`).toMatchObject({ fault: { code: 'engine.damaged' } })
    }
  }
  expect(await signIn()).toBe('engine.damaged')
  expect(await faultCode()).toBe('engine.damaged')
  writeFileSync(database(), whole)
  await house.get('session.signOut', {})
  expect(await signIn()).toBe('ok')
})

test('a flipped bit of the salt, which a raw key has no use for, does no harm', async () => {
  const flipped = readFileSync(database())
  flipped[3] = (flipped[3] ?? 0) ^ 0x40
  writeFileSync(database(), flipped)
  expect(await signIn()).toBe('ok')
  expect(await house.get('audit.verify', {})).toMatchObject({ intact: true })
})

test('a file that was cut off is damaged, an absent one as well', async () => {
  writeFileSync(database(), readFileSync(database()).subarray(0, PAGE_BYTES / 2))
  expect(await signIn()).toBe('engine.damaged')
  rmSync(database())
  await house.get('session.signOut', {})
  expect(await faultCode()).toBe('engine.damaged')
})

test('an emptied file is damaged, and no new database is begun in it', async () => {
  writeFileSync(database(), '')
  expect(await signIn()).toBe('engine.damaged')
  expect(readFileSync(database())).toHaveLength(0)
})

test('another branch’s file in this folder is named as that, not as damage', async () => {
  const other = openHouse()
  await found(other)
  await other.get('session.signOut', {})
  cpSync(join(other.folder, 'branch.db'), database())
  await other.close()
  expect(await signIn()).toBe('engine.wrongKey')
})

test('a file of a newer version is refused and left as it is', async () => {
  const vault = Vault.at(folder, plainProtector)
  const { dataKey } = await vault.unlock(FOUNDER.no, FOUNDER.passphrase, Date.now())
  const connection = Connection.open({ file: database(), dataKey, mode: 'writer' })
  connection.script('PRAGMA user_version = 9990')
  connection.close()
  const before = readFileSync(database())
  expect(await signIn()).toBe('engine.tooNew')
  expect(await faultCode()).toBe('engine.tooNew')
  expect(readFileSync(database()).equals(before)).toBe(true)
})

test('a full disk is told before anything is opened', () => {
  expect(inspectStore(folder, () => 1024)).toMatchObject({
    state: 'faulty',
    fault: { code: 'engine.diskFull' },
  })
  expect(inspectStore(folder, () => Number.MAX_SAFE_INTEGER)).toMatchObject({ state: 'ready' })
})

test('an unreadable vault is told as such', async () => {
  writeFileSync(join(folder, 'vault.json'), '{"version": 1')
  expect(await faultCode()).toBe('vault.unreadable')
  expect(await signIn()).toBe('vault.unreadable')
})

test('after a killed process a WAL that is there is recovered, one that is gone is told', async () => {
  const pid = await killedProcess()
  writeFileSync(join(folder, `open-${pid}.marker`), JSON.stringify({ state: 'open' }))
  writeFileSync(`${database()}-wal`, '')
  expect(await faultCode()).toBe('signed-out')
  rmSync(`${database()}-wal`)
  expect(await faultCode()).toBe('engine.walMissing')
  expect(await signIn()).toBe('engine.walMissing')
  writeFileSync(`${database()}-wal`, '')
  expect(await faultCode()).toBe('engine.walMissing')
})

test('a process that died while closing had everything in the file: nothing is missing', async () => {
  const pid = await killedProcess()
  writeFileSync(join(folder, `open-${pid}.marker`), JSON.stringify({ state: 'closing' }))
  expect(await signIn()).toBe('ok')
  expect(markers()).toEqual([`open-${process.pid}.marker`])
})

test('two processes’ worth of desks may have one branch open, and each sees what the other wrote', async () => {
  expect(await signIn()).toBe('ok')
  const second = openHouse({ folder })
  await second.get('session.signIn', { staffNo: FOUNDER.no, passphrase: FOUNDER.passphrase })
  await second.get('staff.add', { no: '1001', name: '孙', role: 'rm', passphrase: 'passphrase 1001' })
  expect((await house.get('staff.list', {})).map(({ no }) => no)).toContain('1001')
  await second.sessions.close()
  expect(await house.code('session.whoami', {})).toBe('ok')
})

/** A marker as a process left it that was killed that long ago. */
function leftBehind(pid: number, minutesAgo: number, state = 'open'): string {
  const path = join(folder, `open-${pid}.marker`)
  writeFileSync(path, JSON.stringify({ state }))
  const at = Date.now() / 1000 - minutesAgo * 60
  utimesSync(path, at, at)
  return path
}

describe('after a crash whose process number belongs to another program by now', () => {
  let other: ChildProcess
  let pid: number
  beforeEach(() => {
    other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
    pid = other.pid ?? 0
  })
  afterEach(() => {
    other.kill('SIGKILL')
  })

  test('a WAL that is gone is told, and stays told until the loss is accepted', async () => {
    leftBehind(pid, 60)
    expect(await faultCode()).toBe('engine.walMissing')
    expect(await signIn()).toBe('engine.walMissing')
    expect(await faultCode()).toBe('engine.walMissing')
    writeFileSync(`${database()}-wal`, '')
    expect(await faultCode()).toBe('engine.walMissing')
    removeDeadMarkers(folder)
    expect(markers()).toEqual([])
  })

  test('a WAL that is there is recovered, and the mark is taken away', async () => {
    leftBehind(pid, 60)
    writeFileSync(`${database()}-wal`, '')
    expect(await signIn()).toBe('ok')
    expect(markers()).toEqual([`open-${process.pid}.marker`])
    await house.get('session.signOut', {})
    expect(markers()).toEqual([])
  })

  test('nobody else counts as having the branch open, so that a restore is not refused', () => {
    leftBehind(pid, 60)
    expect(otherOpeners(folder)).toEqual([])
    leftBehind(pid, 0)
    expect(otherOpeners(folder)).toEqual([pid])
  })

  test('the number may even be our own', async () => {
    leftBehind(process.pid, 60)
    expect(await faultCode()).toBe('engine.walMissing')
    removeDeadMarkers(folder)
    expect(await signIn()).toBe('ok')
    expect(otherOpeners(folder)).toEqual([])
    removeDeadMarkers(folder)
    expect(markers()).toEqual([`open-${process.pid}.marker`])
  })

  test('a folder that takes no file cannot be asked what time it is: then the other counts as living', () => {
    leftBehind(pid, 60)
    mkdirSync(join(folder, `clock-${process.pid}.probe`))
    expect(otherOpeners(folder)).toEqual([pid])
  })
})

describe('a process that has the branch open', () => {
  /** The folder's marker, how long it has been silent (ms), and what makes it beat. */
  function put() {
    let beat = () => {}
    let stopped = false
    const marker = OpenMarker.put(folder, (work) => {
      beat = work
      return () => {
        stopped = true
      }
    })
    const path = join(folder, `open-${process.pid}.marker`)
    return { marker, path, beat: () => beat(), isStopped: () => stopped }
  }
  const ageOf = (path: string) => Date.now() - statSync(path).mtimeMs

  test('beats, and its marker says what it said', () => {
    const { marker, path, beat, isStopped } = put()
    const before = readFileSync(path, 'utf8')
    utimesSync(path, 1, 1)
    beat()
    expect(ageOf(path)).toBeLessThan(60_000)
    expect(readFileSync(path, 'utf8')).toBe(before)
    marker.closing()
    expect(isStopped()).toBe(true)
    marker.remove()
    expect(markers()).toEqual([])
  })

  test('puts its marker back that somebody took for a dead one’s, as after a long sleep of the machine', () => {
    const { marker, path, beat } = put()
    const before = readFileSync(path, 'utf8')
    rmSync(path)
    beat()
    expect(readFileSync(path, 'utf8')).toBe(before)
    writeFileSync(path, JSON.stringify({ state: 'lost' }))
    beat()
    expect(readFileSync(path, 'utf8')).toBe(before)
    marker.closing()
    marker.remove()
  })

  test('is not held up by a folder that takes nothing for the moment', () => {
    const { marker, path, beat } = put()
    rmSync(path)
    mkdirSync(path)
    expect(beat).not.toThrow()
    rmSync(path, { recursive: true })
    beat()
    expect(markers()).toHaveLength(1)
    marker.remove()
  })

  test('twice has one marker, which goes with the last', async () => {
    const first = put()
    const second = put()
    second.marker.closing()
    second.marker.remove()
    expect(readFileSync(first.path, 'utf8')).toContain('open')
    expect(markers()).toHaveLength(1)
    first.marker.closing()
    first.marker.remove()
    expect(markers()).toEqual([])
  })
})

/** The number of a process that existed and does not any more. */
async function killedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  const exited = once(child, 'exit')
  child.kill('SIGKILL')
  await exited
  if (child.pid === undefined) throw new Error('the process did not start')
  return child.pid
}
