import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import type { SourceClock } from '../../../src/main/arrivals/arrival-source.ts'
import { ArrivalStation } from '../../../src/main/arrivals/arrival-station.ts'
import { SettingsFile } from '../../../src/main/arrivals/settings-file.ts'
import { planMorning } from '../../../src/shared/demo/morning.ts'
import type { ArrivalKey } from '../../../src/shared/domain/lobby/arrival-message.ts'
import { DEFAULT_ARRIVAL_SETTINGS } from '../../../src/shared/domain/lobby/arrival-settings.ts'
import { type Lobby, openLobby } from '../../support/arrivals/recorded-arrivals.ts'

const patience = { timeout: 20_000 }

let home: string
let queue: string
let lobby: Lobby
let waiting: Set<object>
let station: ArrivalStation
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'huiyan-station-'))
  queue = mkdtempSync(join(tmpdir(), 'huiyan-queue-'))
  lobby = openLobby()
  waiting = new Set()
  const clock: SourceClock = {
    nowAt: () => lobby.clock.nowAt(),
    after: (milliseconds, work) => {
      const timer = {}
      waiting.add(timer)
      const cancel = lobby.clock.after(milliseconds, () => {
        waiting.delete(timer)
        work()
      })
      return () => {
        waiting.delete(timer)
        cancel()
      }
    },
  }
  station = new ArrivalStation({ file: new SettingsFile(home), clock, changed: () => undefined })
  station.open(lobby.sessions)
})
afterEach(async () => {
  await station.close()
  for (const folder of [home, queue]) rmSync(folder, { recursive: true, force: true })
})

const { reader, wedge, folder } = DEFAULT_ARRIVAL_SETTINGS
const watching = (name: string) => ({
  ...folder,
  on: true,
  path: queue,
  fields: { ...folder.fields, ticket: name },
})
const lying = (path = queue) => readdirSync(path).filter((name) => name.endsWith('.json'))

/** What a source that still listened would do: its clock goes on, and the folder is looked at. */
async function letTimePass(): Promise<void> {
  for (let round = 0; round < 30; round++) {
    lobby.clock.advance(5_000)
    for (let look = 0; look < 20; look++) await new Promise((resolve) => setImmediate(resolve))
  }
}

test('settings that are saved twice at once leave one folder source, and none after the sign-out', async () => {
  await Promise.all([
    station.configure('folder', watching('first')),
    station.configure('folder', watching('ticket')),
    station.configure('folder', watching('ticket')),
  ])
  writeFileSync(join(queue, 'a.json'), '{"ticket":"A1"}')
  await expect
    .poll(() => {
      lobby.clock.advance(300)
      return lobby.sessions.tickets()
    }, patience)
    .toEqual(['A1'])
  await station.close()
  expect(waiting.size).toBe(0)
  writeFileSync(join(queue, 'b.json'), '{"ticket":"A2"}')
  await letTimePass()
  expect(lobby.sessions.tickets()).toEqual(['A1'])
  expect(lying()).toEqual(['b.json'])
})

test('settings that are saved twice at once keep one line to the reader, and none after the sign-out', async () => {
  const service = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  try {
    await new Promise((resolve) => service.once('listening', resolve))
    const address = service.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const lines: WebSocket[] = []
    service.on('connection', (line) => lines.push(line))
    const on = { ...reader, on: true, url: `ws://127.0.0.1:${port}/` }
    await Promise.all([station.configure('reader', on), station.configure('reader', on)])
    await expect.poll(() => station.view().reader.state.state, patience).toBe('running')
    await station.close()
    await expect.poll(() => service.clients.size, patience).toBe(0)
    expect(lines.length).toBeGreaterThan(0)
  } finally {
    for (const line of service.clients) line.terminate()
    service.close()
  }
})

test('of two saves at once the later one stands, in the file and in what listens', async () => {
  await Promise.all([
    station.configure('wedge', { ...wedge, on: true }),
    station.configure('wedge', { ...wedge, on: false }),
  ])
  expect(station.view().wedge).toMatchObject({ state: { state: 'off' }, settings: { on: false } })
  expect(new SettingsFile(home).read().settings.wedge.on).toBe(false)
})

test('a morning that is started twice at once is replayed once, and ends with the sign-out', async () => {
  const morning = planMorning({ seed: 1, arrivals: 20, minutes: 60 })
  const keys = Array.from(
    { length: morning.people },
    (_, n): ArrivalKey => ({ kind: 'customerNo', text: `C${n}` }),
  )
  const rehearsal = { morning, keys, compression: 60 }
  await Promise.all([station.simulate(rehearsal), station.simulate(rehearsal), station.simulate(rehearsal)])
  expect(waiting.size).toBe(1)
  const stopped = station.stopSimulation()
  await station.simulate(rehearsal)
  await stopped
  expect(station.view().simulator.state).toEqual({ state: 'running' })
  expect(waiting.size).toBe(1)
  await station.close()
  expect(waiting.size).toBe(0)
  await letTimePass()
  expect(lobby.sessions.arrivals).toEqual([])
})

test('the sign-out waits for the file that is being told of: it is put away, and the next one stays', async () => {
  const takeIn = lobby.sessions.holdBack()
  writeFileSync(join(queue, 'a.json'), '{"ticket":"A1"}')
  writeFileSync(join(queue, 'b.json'), '{"ticket":"A2"}')
  await station.configure('folder', watching('ticket'))
  await expect
    .poll(() => {
      lobby.clock.advance(300)
      return lobby.sessions.asked
    }, patience)
    .toBe(1)
  let closed = false
  const closing = station.close().then(() => {
    closed = true
  })
  await letTimePass()
  expect(closed).toBe(false)
  takeIn()
  await closing
  expect(lobby.sessions.tickets()).toEqual(['A1'])
  expect(existsSync(join(queue, 'done', 'a.json'))).toBe(true)
  expect(lying()).toEqual(['b.json'])
})

test('the sign-out waits for a scan that is being told of', async () => {
  await station.configure('wedge', { ...wedge, on: true })
  const takeIn = lobby.sessions.holdBack()
  const scanned = station.scan('A017')
  let closed = false
  const closing = station.close().then(() => {
    closed = true
  })
  await new Promise((resolve) => setImmediate(resolve))
  expect(closed).toBe(false)
  takeIn()
  await closing
  expect(await scanned).toEqual({ outcome: 'arrived', ticket: 'A017' })
})

test('settings that are saved while somebody signs out start nothing', async () => {
  const closing = station.close()
  const saving = station.configure('folder', watching('ticket'))
  await Promise.all([closing, saving])
  expect(station.view().folder.state).toEqual({ state: 'off' })
  expect(waiting.size).toBe(0)
  expect(new SettingsFile(home).read().settings.folder.path).toBe(queue)
})
