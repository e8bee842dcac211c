import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { ReaderSource, retryDelay } from '../../../src/main/arrivals/reader-source.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'
import { DEFAULT_ARRIVAL_SETTINGS } from '../../../src/shared/domain/lobby/arrival-settings.ts'
import { ID_NUMBER, openLobby } from '../../support/arrivals/recorded-arrivals.ts'

/** A reader's service, as its maker installs it on the PC. */
class ReaderService {
  readonly #server: WebSocketServer
  readonly heard: string[] = []
  #socket: WebSocket | null = null
  connections = 0

  constructor(server: WebSocketServer) {
    this.#server = server
    server.on('connection', (socket) => {
      this.connections += 1
      this.#socket = socket
      socket.on('message', (data) => this.heard.push(String(data)))
    })
  }

  static async start(port = 0): Promise<ReaderService> {
    const server = new WebSocketServer({ host: '127.0.0.1', port })
    await once(server, 'listening')
    return new ReaderService(server)
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port
  }

  says(message: string | Buffer): void {
    this.#socket?.send(message)
  }

  get open(): number {
    return this.#server.clients.size
  }

  hangsUp(): void {
    this.#socket?.terminate()
  }

  /** Resolves when everything that was said before has been received. */
  async heardAll(): Promise<void> {
    const socket = this.#socket
    if (socket === null) return
    socket.ping()
    await once(socket, 'pong')
  }

  async stop(): Promise<void> {
    for (const client of this.#server.clients) client.terminate()
    this.#server.close()
    await once(this.#server, 'close')
  }
}

const endings: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const end of endings.splice(0)) await end().catch(() => undefined)
  vi.restoreAllMocks()
})

interface Listening {
  readonly url?: (port: number) => string
  readonly greeting?: string
  /** Counts something when the service runs and its source does not. */
  readonly before?: () => number
}

async function listen(options: Listening = {}) {
  const service = await ReaderService.start()
  const listeningBefore = options.before?.() ?? 0
  const lobby = openLobby()
  const url = options.url?.(service.port) ?? `ws://127.0.0.1:${service.port}/`
  const settings = { ...DEFAULT_ARRIVAL_SETTINGS.reader, on: true, url, greeting: options.greeting ?? '' }
  const source = new ReaderSource(settings, lobby)
  endings.push(
    () => source.stop(),
    () => service.stop(),
  )
  source.start()
  return { service, lobby, source, listeningBefore }
}

const running = (source: ReaderSource) => expect.poll(() => source.state().state).toBe('running')

describe('a reader with a local WebSocket (L1)', () => {
  test('tells who put a card on it', async () => {
    const { service, lobby, source } = await listen()
    await running(source)
    service.says(JSON.stringify({ ticket: 'A017', business: '理财', idNumber: ID_NUMBER }))
    await expect
      .poll(() => lobby.sessions.arrivals)
      .toEqual([
        { source: 'reader', ticket: 'A017', business: 'wealth', key: { kind: 'idNumber', text: ID_NUMBER } },
      ])
  })

  test('is reached by the name localhost, and greeted where it wants that', async () => {
    const { service, source } = await listen({
      url: (port) => `ws://localhost:${port}/`,
      greeting: '{"op":"start"}',
    })
    await running(source)
    await expect.poll(() => service.heard).toEqual(['{"op":"start"}'])
  })

  test('that writes GB18030 in binary frames is understood', async () => {
    const { service, lobby, source } = await listen()
    await running(source)
    const words = Buffer.concat([
      Buffer.from('{"ticket":"A1","business":"'),
      Buffer.from([0xc0, 0xed, 0xb2, 0xc6, 0x22, 0x7d]),
    ])
    service.says(words)
    await expect.poll(() => lobby.sessions.arrivals).toMatchObject([{ ticket: 'A1', business: 'wealth' }])
  })

  test('a card that stays on the reader is one arrival, until some time has passed', async () => {
    const { service, lobby, source } = await listen()
    await running(source)
    for (let again = 0; again < 5; again++) service.says(JSON.stringify({ idNumber: ID_NUMBER }))
    service.says(JSON.stringify({ ticket: 'A1' }))
    await expect.poll(() => lobby.sessions.arrivals.length).toBe(2)
    lobby.clock.advance(60_000)
    service.says(JSON.stringify({ ticket: 'A1' }))
    await expect.poll(() => lobby.sessions.arrivals.length).toBe(3)
  })

  test('nonsense is counted by its reason, twenty a minute at most, and the next card is read', async () => {
    const { service, lobby, source } = await listen()
    await running(source)
    for (let n = 0; n < 50; n++) service.says(`nonsense ${n}`)
    service.says(Buffer.from([0, 0, 0]))
    service.says('{"ticket":"A2"}')
    await expect.poll(() => lobby.sessions.tickets()).toEqual(['A2'])
    expect(lobby.sessions.unread).toEqual(Array(20).fill('notJson'))
    lobby.clock.advance(60_000)
    service.says('{"hello":1}')
    await expect.poll(() => lobby.sessions.unread.at(-1)).toBe('noFields')
  })

  test('a message longer than any arrival breaks the connection, which is made again', async () => {
    const { service, lobby, source } = await listen()
    await running(source)
    service.says(`{"x":"${'9'.repeat(100_000)}"}`)
    await expect.poll(() => source.state()).toMatchObject({ state: 'error', code: 'arrivals.readerLost' })
    await expect.poll(() => lobby.sessions.unread).toEqual(['tooLong'])
    lobby.clock.advance(1_000)
    await running(source)
    expect(service.connections).toBe(2)
  })

  test('that is not there is asked again, later each time, and works once it is started', async () => {
    const { service, lobby, source } = await listen()
    await running(source)
    const { port } = service
    await service.stop()
    await expect
      .poll(() => source.state())
      .toEqual({
        state: 'error',
        code: 'arrivals.readerLost',
        detail: { seconds: 1 },
      })
    lobby.clock.advance(1_000)
    await expect
      .poll(() => source.state())
      .toEqual({
        state: 'error',
        code: 'arrivals.readerRefused',
        detail: { seconds: 2 },
      })
    const again = await ReaderService.start(port)
    endings.push(() => again.stop())
    lobby.clock.advance(2_000)
    await running(source)
    again.says('{"ticket":"A3"}')
    await expect.poll(() => lobby.sessions.tickets()).toEqual(['A3'])
  })

  test('the wait doubles and ends at a minute', () => {
    expect([1, 2, 3, 6, 7, 50, 5_000].map(retryDelay)).toEqual([
      1_000, 2_000, 4_000, 32_000, 60_000, 60_000, 60_000,
    ])
  })

  test('on another PC is not even called', () => {
    const lobby = openLobby()
    const settings = { ...DEFAULT_ARRIVAL_SETTINGS.reader, on: true, url: 'ws://192.0.2.7:9000/' }
    const source = new ReaderSource(settings, lobby)
    source.start()
    expect(source.state()).toEqual({ state: 'error', code: 'arrivals.notLocal', detail: {} })
  })

  test('shows why the branch took nothing, and runs again with the next arrival that it takes', async () => {
    const { service, lobby, source } = await listen()
    await running(source)
    lobby.sessions.refusal = new AppError('engine.diskFull')
    service.says('{"ticket":"A1"}')
    await expect.poll(() => source.state()).toMatchObject({ state: 'error', code: 'engine.diskFull' })
    lobby.sessions.refusal = null
    service.says('{"ticket":"A2"}')
    await running(source)
    expect(lobby.sessions.tickets()).toEqual(['A2'])
  })

  test('reports nothing after it was stopped, and does not come back', async () => {
    const { service, lobby, source } = await listen()
    await running(source)
    await source.stop()
    service.says('{"ticket":"A9"}')
    lobby.clock.advance(120_000)
    await expect.poll(() => service.connections).toBe(1)
    expect(lobby.sessions.arrivals).toEqual([])
  })

  test('nothing that it said is ever printed', async () => {
    const printed = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation(() => undefined),
    )
    const { service, lobby, source } = await listen()
    await running(source)
    service.says(`${ID_NUMBER} is no JSON`)
    service.says(JSON.stringify({ idNumber: ID_NUMBER }))
    await expect.poll(() => lobby.sessions.arrivals.length).toBe(1)
    expect(printed.flatMap((spy) => spy.mock.calls)).toEqual([])
    expect(JSON.stringify([source.state(), lobby.sessions.unread])).not.toContain(ID_NUMBER)
  })

  test('no port is opened for it: no page of a browser can reach what reads cards', async () => {
    const listening = () => process.getActiveResourcesInfo().filter((kind) => kind === 'TCPServerWrap').length
    // The reader's own service, which this test runs, is listening before its source is started.
    const { source, listeningBefore } = await listen({ before: listening })
    await running(source)
    expect(listening()).toBeLessThanOrEqual(listeningBefore)
  })

  test('ten million bytes at once are not held, and the next connection reads cards', async () => {
    const { service, lobby, source } = await listen()
    await running(source)
    service.says(`{"ticket":"A1","x":"${'9'.repeat(10_000_000)}"}`)
    await expect.poll(() => source.state()).toMatchObject({ state: 'error', code: 'arrivals.readerLost' })
    lobby.clock.advance(1_000)
    await running(source)
    service.says('{"ticket":"A2"}')
    await expect.poll(() => lobby.sessions.tickets()).toEqual(['A2'])
  })

  test('that loses its connection again and again is connected to as often, one at a time', async () => {
    const { service, lobby, source } = await listen()
    for (let loss = 1; loss <= 20; loss++) {
      await running(source)
      expect(service.open).toBe(1)
      service.hangsUp()
      await expect.poll(() => source.state().state).toBe('error')
      lobby.clock.advance(60_000)
    }
    await running(source)
    expect(service.connections).toBe(21)
  })

  test('that talks faster than the branch takes it in is heard in order as far as it can be, and not kept in memory', async () => {
    const { service, lobby, source } = await listen()
    await running(source)
    const takeIn = lobby.sessions.holdBack()
    const tickets = Array.from({ length: 1_000 }, (_, n) => `B${String(n).padStart(3, '0')}`)
    for (const ticket of tickets) service.says(JSON.stringify({ ticket }))
    await service.heardAll()
    takeIn()
    await expect.poll(() => lobby.sessions.arrivals.length).toBe(200)
    expect(lobby.sessions.tickets()).toEqual(tickets.slice(0, 200))
    service.says('{"ticket":"A1"}')
    await expect.poll(() => lobby.sessions.tickets().at(-1)).toBe('A1')
  })

  const pretends = (name: string, answer: string) => [name, answer] as const
  test.each([
    pretends('a web server', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi'),
    pretends('one that sends us elsewhere', 'HTTP/1.1 301 Moved\r\nLocation: ws://192.0.2.7:9/\r\n\r\n'),
    pretends(
      'one that agrees to everything',
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: nonsense\r\n\r\n{"ticket":"A1"}',
    ),
    pretends('another protocol', '220 ready\r\n'),
    pretends('nothing at all', ''),
  ])(
    '%s in its place is no reader: nothing it says is taken, and it is asked again',
    async (_what, answer) => {
      const asked: Socket[] = []
      const impostor = createServer((socket) => {
        asked.push(socket)
        socket.on('error', () => undefined)
        socket.on('data', () => socket.end(answer))
      })
      impostor.listen(0, '127.0.0.1')
      await once(impostor, 'listening')
      const lobby = openLobby()
      const url = `ws://127.0.0.1:${(impostor.address() as AddressInfo).port}/`
      const source = new ReaderSource({ ...DEFAULT_ARRIVAL_SETTINGS.reader, on: true, url }, lobby)
      endings.push(
        () => source.stop(),
        async () => {
          for (const socket of asked) socket.destroy()
          impostor.close()
        },
      )
      source.start()
      await expect.poll(() => source.state()).toMatchObject({ code: 'arrivals.readerRefused' })
      lobby.clock.advance(1_000)
      await expect.poll(() => asked.length).toBe(2)
      expect(lobby.sessions.arrivals).toEqual([])
    },
  )
})
