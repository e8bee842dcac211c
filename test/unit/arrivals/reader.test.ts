import { once } from 'node:events'
import { type AddressInfo, createServer, Socket } from 'node:net'
import iconv from 'iconv-lite'
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

  /** The bytes as they are in a text frame, whichever encoding they have. */
  saysAsText(bytes: Buffer): void {
    this.#socket?.send(bytes, { binary: false })
  }

  /** Bytes beside the protocol. */
  breaksFraming(): void {
    const socket: unknown = this.#socket === null ? null : Reflect.get(this.#socket, '_socket')
    if (socket instanceof Socket) socket.write(Buffer.from([0xff, 0xff, 0xff]))
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
  readonly repeatSeconds?: number
  /** Counts something when the service runs and its source does not. */
  readonly before?: () => number
}

async function listen(options: Listening = {}) {
  const service = await ReaderService.start()
  const listeningBefore = options.before?.() ?? 0
  const lobby = openLobby()
  const url = options.url?.(service.port) ?? `ws://127.0.0.1:${service.port}/`
  const { greeting = '', repeatSeconds = 0 } = options
  const settings = { ...DEFAULT_ARRIVAL_SETTINGS.reader, on: true, url, greeting, repeatSeconds }
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

  test('a card with its photograph in the same message is read', async () => {
    const { service, lobby, source } = await listen()
    await running(source)
    service.says(JSON.stringify({ photo: 'Qk1'.repeat(800_000), idNumber: ID_NUMBER }))
    await expect.poll(() => lobby.sessions.arrivals).toMatchObject([{ key: { text: ID_NUMBER } }])
    expect(service.connections).toBe(1)
  })

  test('a message longer than any arrival is told of, and costs neither the connection nor the next card', async () => {
    const { service, lobby, source } = await listen()
    await running(source)
    service.says(`{"x":"${'9'.repeat(10_000_000)}"}`)
    service.says('{"ticket":"A2"}')
    await expect.poll(() => lobby.sessions.tickets()).toEqual(['A2'])
    expect(lobby.sessions.unread).toEqual(['tooLong'])
    expect(source.state()).toEqual({ state: 'running' })
    expect(service.connections).toBe(1)
  })

  test('GB18030 in text frames, which ws would close the connection for, is read', async () => {
    const { service, lobby, source } = await listen()
    await running(source)
    for (const ticket of ['A1', 'A2']) {
      service.saysAsText(iconv.encode(`{"ticket":"${ticket}","business":"理财"}`, 'gb18030'))
    }
    service.saysAsText(Buffer.from([0xff, 0xff, 0xfd]))
    service.says('{"ticket":"A3"}')
    await expect.poll(() => lobby.sessions.tickets()).toEqual(['A1', 'A2', 'A3'])
    expect(lobby.sessions.arrivals[0]?.business).toBe('wealth')
    expect(lobby.sessions.unread).toEqual(['encoding'])
    expect(service.connections).toBe(1)
  })

  const frame = (what: string, bytes: Buffer | string, tickets: readonly string[]) =>
    [what, Buffer.from(bytes), tickets] as const
  test.each([
    frame('a zero character at its end', '{"ticket":"A1"}\0', ['A1']),
    frame('zero characters within its texts', '{"name":"王\0\0","ticket":"A1"}', ['A1']),
    frame('a byte-order mark', '\ufeff{"ticket":"A1"}', ['A1']),
    frame('UTF-16 with its mark', Buffer.from('\ufeff{"ticket":"A1"}', 'utf16le'), ['A1']),
    frame('UTF-16 without a mark', Buffer.from('{"ticket":"A1"}', 'utf16le'), ['A1']),
    frame('several messages, one behind the other', '{"ticket":"A1"}{"ticket":"A2"}', ['A1', 'A2']),
    frame('one message a line', '{"ticket":"A1"}\r\n{"ticket":"A2"}\n', ['A1', 'A2']),
    frame('messages between zero characters', '{"ticket":"A1"}\0{"ticket":"A2"}\0', ['A1', 'A2']),
    frame('a line end within a text, as careless services write', '{"x":"a\nb","ticket":"A1"}', ['A1']),
    frame(
      'the backslashes of a path',
      '{"photo":"C:\\Users\\1.bmp","ticket":"A1"}'.replaceAll('\\\\', '\\'),
      ['A1'],
    ),
    frame('JSON in a text', JSON.stringify('{"ticket":"A1"}'), ['A1']),
    frame('JSON in a call', 'callback({"ticket":"A1"});', ['A1']),
    frame('XML', '<?xml version="1.0" encoding="GBK"?><msg><ticket>A1</ticket></msg>', ['A1']),
    frame('name=value', 'ticket=A1&business=%E7%90%86%E8%B4%A2', ['A1']),
    frame('a bare ticket', 'VIP001', ['VIP001']),
    frame('bare tickets, one a line', 'A001\r\nA002\r\n', ['A001', 'A002']),
    frame('nothing', '', []),
    frame('a sign of life', 'ping', []),
    frame('a sign of life in JSON', '{"type":"heartbeat","time":1}', []),
    frame('zero bytes', '\0\0\0', []),
  ])('a frame that holds %s', async (_what, bytes, tickets) => {
    const { service, lobby, source } = await listen()
    await running(source)
    service.saysAsText(bytes)
    service.says(bytes)
    service.says('{"ticket":"Z9"}')
    await expect.poll(() => lobby.sessions.tickets().at(-1)).toBe('Z9')
    // The binary frame repeats the text frame: the last of several cards is the first again then.
    const told = lobby.sessions.tickets().slice(0, -1)
    expect(told).toEqual(tickets.length > 1 ? [...tickets, ...tickets] : tickets)
    expect(lobby.sessions.unread).toEqual([])
    expect(service.connections).toBe(1)
  })

  test.each([
    ['UTF-8', Buffer.from('{"name":"王建国","ticket":"A1","business":"理财"}')],
    ['GB18030', iconv.encode('{"name":"王建国","ticket":"A1","business":"理财"}', 'gb18030')],
  ])('one message in several frames, cut anywhere, in %s', async (_what, whole) => {
    for (const cut of [1, 10, 11, 12, whole.length - 3]) {
      const { service, lobby, source } = await listen()
      await running(source)
      service.says(whole.subarray(0, cut))
      service.says(whole.subarray(cut))
      await expect.poll(() => lobby.sessions.arrivals).toMatchObject([{ ticket: 'A1', business: 'wealth' }])
      expect(lobby.sessions.unread).toEqual([])
    }
  })

  test('half a message whose rest never comes is told of, and costs no other', async () => {
    const { service, lobby, source } = await listen()
    await running(source)
    service.says('{"ticket":"A1",')
    service.says('{"ticket":"A2"}')
    await expect.poll(() => lobby.sessions.tickets()).toEqual(['A2'])
    await expect.poll(() => lobby.sessions.unread).toEqual(['notJson'])
    service.says('{"ticket":"A3"')
    await service.heardAll()
    lobby.clock.advance(2_000)
    await expect.poll(() => lobby.sessions.unread).toEqual(['notJson', 'notJson'])
    service.says('{"ticket":"A4"}')
    await expect.poll(() => lobby.sessions.tickets()).toEqual(['A2', 'A4'])
  })

  test('bytes beside the protocol cost this connection and no more', async () => {
    const { service, lobby, source } = await listen()
    await running(source)
    service.breaksFraming()
    await expect.poll(() => source.state()).toMatchObject({ state: 'error', code: 'arrivals.readerLost' })
    lobby.clock.advance(1_000)
    await running(source)
    service.says('{"ticket":"A2"}')
    await expect.poll(() => lobby.sessions.tickets()).toEqual(['A2'])
  })

  test('that answers only when asked is asked every few seconds, and after each answer', async () => {
    const { service, lobby, source } = await listen({ greeting: '{"cmd":"read"}', repeatSeconds: 5 })
    await running(source)
    await expect.poll(() => service.heard.length).toBe(1)
    lobby.clock.advance(5_000)
    await expect.poll(() => service.heard.length).toBe(2)
    service.says(JSON.stringify({ idNumber: ID_NUMBER }))
    await expect.poll(() => lobby.sessions.arrivals.length).toBe(1)
    lobby.clock.advance(500)
    await expect.poll(() => service.heard.length).toBe(3)
    expect(new Set(service.heard)).toEqual(new Set(['{"cmd":"read"}']))
    service.hangsUp()
    await expect.poll(() => source.state().state).toBe('error')
    lobby.clock.advance(1_000)
    await running(source)
    await expect.poll(() => service.heard.length).toBe(4)
    expect(service.connections).toBe(2)
  })

  test('that is asked answers that no card lies there: told once, and the card that stays is one arrival', async () => {
    const { service, lobby, source } = await listen({ greeting: 'read', repeatSeconds: 5 })
    await running(source)
    for (let time = 1; time <= 10; time++) {
      service.says(JSON.stringify({ code: 1, time }))
      await service.heardAll()
      lobby.clock.advance(5_000)
    }
    for (let time = 1; time <= 10; time++) {
      service.says(JSON.stringify({ code: 0, time, idNumber: ID_NUMBER }))
      await service.heardAll()
      lobby.clock.advance(5_000)
    }
    await expect.poll(() => lobby.sessions.arrivals.length).toBe(1)
    expect(lobby.sessions.unread).toEqual(['noFields'])
  })

  test('that is not asked again is sent its greeting once', async () => {
    const { service, lobby, source } = await listen({ greeting: 'start' })
    await running(source)
    service.says('{"ticket":"A1"}')
    await expect.poll(() => lobby.sessions.arrivals.length).toBe(1)
    lobby.clock.advance(600_000)
    await service.heardAll()
    expect(service.heard).toEqual(['start'])
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

  test('forty million bytes at once are not held, and the next connection reads cards', async () => {
    const { service, lobby, source } = await listen()
    await running(source)
    service.says(`{"ticket":"A1","x":"${'9'.repeat(40_000_000)}"}`)
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
