import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocketServer } from 'ws'
import { DEFAULT_ARRIVAL_SETTINGS } from '../../../src/shared/domain/lobby/arrival-settings.ts'
import {
  FOUNDER,
  found,
  type House,
  hireEveryRole,
  openHouse,
  STAFF_NO,
} from '../../support/router/open-house.ts'
import { readSecrets, type Secrets } from '../../support/router/stored-secrets.ts'

const { wedge, reader, folder } = DEFAULT_ARRIVAL_SETTINGS
const { path: _path, ...folderSettings } = folder

let house: House
let secrets: Secrets
let queue: string
beforeAll(async () => {
  queue = mkdtempSync(join(tmpdir(), 'huiyan-queue-'))
  house = openHouse({ demoCustomers: 60 })
  await found(house, 'demo')
  await hireEveryRole(house)
  secrets = await readSecrets(house)
})
afterAll(async () => {
  await house.close()
  rmSync(queue, { recursive: true, force: true })
})

const arrived = async () => (await house.get('lobby.board', {})).counts.arrived
const patience = { timeout: 30_000 }

describe('machines of the lobby, as the lobby sets them up', () => {
  test('nothing listens before somebody says so', async () => {
    await house.signInAs(STAFF_NO.lobby)
    const { settingsFault, ...sources } = await house.get('arrivals.sources', {})
    expect(settingsFault).toBeNull()
    for (const { state } of Object.values(sources)) expect(state).toEqual({ state: 'off' })
    expect(await house.code('arrivals.scan', { text: 'A017' })).toBe('arrivals.wedgeOff')
  })

  test('a scanned ticket and a scanned number come to the board; the journal holds no number', async () => {
    await house.get('arrivals.configure', { source: 'wedge', settings: { ...wedge, on: true } })
    const [person] = secrets.people
    const phone = person?.phone ?? ''
    expect(await house.get('arrivals.scan', { text: 'A017' })).toEqual({ outcome: 'arrived', ticket: 'A017' })
    expect(await house.get('arrivals.scan', { text: phone })).toEqual({ outcome: 'arrived', ticket: null })
    expect(await house.get('arrivals.scan', { text: phone })).toMatchObject({ outcome: 'joined' })
    expect(await house.get('arrivals.scan', { text: '{}' })).toMatchObject({ outcome: 'unreadable' })
    const { visits } = await house.get('lobby.board', {})
    expect(visits).toMatchObject([
      { tickets: ['A017'], customer: null, source: 'wedge' },
      { tickets: [], customer: { uid: person?.uid }, source: 'wedge' },
    ])
    const events = await house.get('arrivals.events', { source: 'wedge' })
    expect(events).toMatchObject([
      { outcome: 'unreadable', why: 'noFields' },
      { outcome: 'joined', key: 'phone' },
      { outcome: 'arrived', key: 'phone' },
      { outcome: 'arrived', ticket: 'A017', key: 'none' },
    ])
    expect(JSON.stringify(events)).not.toContain(phone)
  })

  test('a reader keeps reporting while the screen is locked, and not after the sign-out', async () => {
    const service = new WebSocketServer({ host: '127.0.0.1', port: 0 })
    const say = (message: unknown) => {
      for (const client of service.clients) client.send(JSON.stringify(message))
    }
    try {
      await new Promise((resolve) => service.once('listening', resolve))
      const address = service.address()
      const port = typeof address === 'object' && address !== null ? address.port : 0
      const settings = { ...reader, on: true, url: `ws://127.0.0.1:${port}/` }
      await house.get('arrivals.configure', { source: 'reader', settings })
      const state = async () => (await house.get('arrivals.sources', {})).reader.state.state
      await expect.poll(state, patience).toBe('running')
      const before = await arrived()
      await house.get('session.lock', {})
      say({ ticket: 'R001', business: '理财' })
      await new Promise((resolve) => setTimeout(resolve, 0))
      await house.get('session.unlock', { passphrase: `passphrase ${STAFF_NO.lobby}` })
      await expect.poll(arrived, patience).toBe(before + 1)
      await house.get('session.signOut', {})
      await expect.poll(() => service.clients.size, patience).toBe(0)
      await house.signInAs(FOUNDER.no)
      await expect.poll(state, patience).toBe('running')
      await house.get('arrivals.configure', { source: 'reader', settings: { ...settings, on: false } })
    } finally {
      for (const client of service.clients) client.terminate()
      service.close()
    }
  })

  test('a folder is chosen in a dialog; windows never hear its path; 500 files at once are 500 visits', async () => {
    await house.signInAs(STAFF_NO.lobby)
    const settings = { ...folderSettings, on: true }
    expect(await house.code('arrivals.configure', { source: 'folder', settings, token: null })).toBe(
      'arrivals.noFolder',
    )
    house.dialogs.folder = house.folder
    expect(await house.code('arrivals.chooseFolder', {})).toBe('arrivals.folderOurs')
    house.dialogs.folder = queue
    for (let n = 1; n <= 500; n++) {
      const ticket = `C${String(n).padStart(3, '0')}`
      writeFileSync(join(queue, `${ticket}.json`), JSON.stringify({ ticket, business: '现金' }))
    }
    const chosen = await house.get('arrivals.chooseFolder', {})
    expect(chosen).toMatchObject({ waitingFiles: 500 })
    const before = await arrived()
    const view = await house.get('arrivals.configure', {
      source: 'folder',
      settings,
      token: chosen?.token ?? null,
    })
    expect(JSON.stringify([chosen, view])).not.toContain(tmpdir())
    await expect.poll(arrived, { timeout: 60_000 }).toBe(before + 500)
    await expect.poll(() => readdirSync(join(queue, 'done')).length, patience).toBe(500)
    expect(await house.get('arrivals.events', { source: 'folder' })).toHaveLength(50)
    await house.get('arrivals.configure', {
      source: 'folder',
      settings: { ...settings, on: false },
      token: null,
    })
  })

  test('settings are kept for this PC, outlive the program, and a damaged file switches everything off', async () => {
    const file = join(house.folder, 'arrivals.json')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      wedge: { on: true },
      folder: { path: queue },
    })
    writeFileSync(file, '{"version":1,')
    await house.signInAs(STAFF_NO.lobby)
    expect(await house.get('arrivals.sources', {})).toMatchObject({
      settingsFault: 'arrivals.settingsDamaged',
      wedge: { state: { state: 'off' } },
    })
    expect(existsSync(file)).toBe(true)
    await house.get('arrivals.configure', { source: 'wedge', settings: { ...wedge, on: false } })
    expect((await house.get('arrivals.sources', {})).settingsFault).toBeNull()
  })

  test('a reader of another PC is refused at the router, and nothing is kept of it', async () => {
    const settings = { ...reader, on: true, url: 'ws://10.0.0.8:9000' }
    expect(await house.code('arrivals.configure', { source: 'reader', settings })).toBe('call.badInput')
  })

  test('who may: the lobby and the keepers set up, a teller only scans', async () => {
    await house.signInAs(STAFF_NO.teller)
    expect(await house.code('arrivals.configure', { source: 'wedge', settings: wedge })).toBe(
      'call.notAllowed',
    )
    expect(await house.code('arrivals.events', { source: 'wedge' })).toBe('call.notAllowed')
    expect(await house.code('arrivals.simulate', {})).toBe('call.notAllowed')
    expect(await house.code('arrivals.scan', { text: 'A018' })).toBe('arrivals.wedgeOff')
  })
})

describe('a replayed morning', () => {
  test('fills the lobby of a demo branch with customers and strangers', async () => {
    await house.signInAs(STAFF_NO.lobby)
    const before = await arrived()
    await house.get('arrivals.simulate', { seed: 5, arrivals: 40, minutes: 10, compression: 10_000 })
    const progress = async () => (await house.get('arrivals.sources', {})).simulator
    await expect.poll(progress, patience).toEqual({ state: { state: 'off' }, arrived: 40, planned: 40 })
    expect(await arrived()).toBeGreaterThan(before + 20)
    const { visits } = await house.get('lobby.board', {})
    const simulated = visits.filter(({ source }) => source === 'simulator')
    expect(simulated.filter(({ customer }) => customer !== null).length).toBeGreaterThan(10)
    expect(simulated.filter(({ customer }) => customer === null).length).toBeGreaterThan(5)
  })

  test('can be stopped', async () => {
    await house.get('arrivals.simulate', { seed: 6, arrivals: 100, minutes: 600, compression: 1 })
    const { simulator } = await house.get('arrivals.stopSimulation', {})
    expect(simulator.state).toEqual({ state: 'off' })
  })

  test('is refused where the customers are real', async () => {
    const real = openHouse()
    try {
      await found(real)
      expect(await real.code('arrivals.simulate', {})).toBe('arrivals.demoOnly')
    } finally {
      await real.close()
    }
  })
})
