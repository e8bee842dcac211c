import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FolderRound, type RoundParts } from '../../../src/main/arrivals/folder/folder-round.ts'
import { FolderSource } from '../../../src/main/arrivals/folder/folder-source.ts'
import { readRows } from '../../../src/main/arrivals/folder/read-rows.ts'
import { SourceTally } from '../../../src/main/arrivals/source-tally.ts'
import { systemClock } from '../../../src/main/session/clock.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'
import { ID_NUMBER, type Lobby, MAPPING, openLobby } from '../../support/arrivals/recorded-arrivals.ts'

let folder: string
let lobby: Lobby
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-queue-'))
  lobby = openLobby()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (name: string, content: string | Buffer) => writeFileSync(join(folder, name), content)
const lying = (tray = '.') =>
  readdirSync(join(folder, tray), { withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name)
    .sort()

function rounds(parts: Partial<RoundParts> = {}): FolderRound {
  const tally = new SourceTally('folder', lobby.sessions, lobby.clock)
  const { clock } = lobby
  return new FolderRound({ folder, mapping: MAPPING, tally, clock, stopped: () => false, ...parts })
}

/** Reads as any other, but for files that another program holds: no right of an administrator opens those either. */
function readingAllBut(held: ReadonlySet<string>): NonNullable<RoundParts['read']> {
  return async (path) => {
    if (held.has(basename(path))) throw Object.assign(new Error('busy'), { code: 'EBUSY' })
    return readFile(path)
  }
}

/** Rounds until the folder is at rest or says what is wrong, a third of a second apart. */
async function rest(round: FolderRound, patience = 30): Promise<string> {
  for (let n = 0; n < patience; n++) {
    try {
      if ((await round.run()) === 'at-rest') return 'at-rest'
    } catch (error) {
      if (error instanceof AppError) return error.code
      throw error
    }
    lobby.clock.advance(300)
  }
  return 'waiting'
}

describe('a folder that a queue machine writes into (L1)', () => {
  test('JSON and tables are read once and put away', async () => {
    write('1.json', JSON.stringify({ ticket: 'A001', business: '现金' }))
    write('2.json', JSON.stringify([{ ticket: 'A002' }, { ticket: 'A003', idNumber: ID_NUMBER }]))
    write('3.CSV', 'Ticket;Business\r\nB001;开户\r\nB002;理财\r\n')
    const round = rounds()
    expect(await rest(round)).toBe('at-rest')
    expect(lobby.sessions.tickets()).toEqual(['A001', 'A002', 'A003', 'B001', 'B002'])
    expect(lobby.sessions.arrivals.map(({ business }) => business)).toEqual([
      'cash',
      null,
      null,
      'account',
      'wealth',
    ])
    expect(lying('done')).toEqual(['1.json', '2.json', '3.CSV'])
    expect(await rest(round)).toBe('at-rest')
    expect(lobby.sessions.arrivals).toHaveLength(5)
  })

  test('GB18030 is understood, with a header in Chinese', async () => {
    const mapping = { ...MAPPING, fields: { ...MAPPING.fields, ticket: '票号', business: '业务' } }
    const gb = Buffer.from([
      ...[0xc6, 0xb1, 0xba, 0xc5, 0x2c, 0xd2, 0xb5, 0xce, 0xf1, 0x0a],
      ...[0x41, 0x31, 0x2c, 0xc0, 0xed, 0xb2, 0xc6, 0x0a],
    ])
    expect(readRows('a.csv', gb, mapping)).toMatchObject({
      ok: true,
      rows: [{ ok: true, arrival: { ticket: 'A1', business: 'wealth' } }],
    })
  })

  test('a file that is still written is left alone until it is whole', async () => {
    const round = rounds()
    write('a.json', '{"ticket":')
    expect(await rest(round, 5)).toBe('waiting')
    expect(lobby.sessions.unread).toEqual([])
    write('a.json', '{"ticket":"A1"}')
    expect(await rest(round)).toBe('at-rest')
    expect(lobby.sessions.tickets()).toEqual(['A1'])
    expect(lying('done')).toEqual(['a.json'])
  })

  test('a table that ends in the middle of a line is given time for the rest of it', async () => {
    const round = rounds()
    write('a.csv', 'ticket\nA1\nA')
    expect(await rest(round, 5)).toBe('waiting')
    write('a.csv', 'ticket\nA1\nA2\n')
    expect(await rest(round)).toBe('at-rest')
    expect(lobby.sessions.tickets()).toEqual(['A1', 'A2'])
  })

  test('a file that grows from round to round is not read before it stops', async () => {
    const round = rounds()
    for (let line = 1; line <= 20; line++) {
      write('a.csv', `ticket\n${Array.from({ length: line }, (_, n) => `A${n + 1}\n`).join('')}`)
      expect(await rest(round, 1)).toBe('waiting')
    }
    expect(lobby.sessions.arrivals).toEqual([])
    await rest(round)
    expect(lobby.sessions.arrivals).toHaveLength(20)
  })

  test.each([
    ['half a text that never ends', 'a.json', '{"ticket":', 'notJson'],
    ['an empty file', 'a.json', '', 'notJson'],
    ['an empty table', 'a.csv', '', 'noFields'],
    ['a table with an open quote', 'a.csv', 'ticket\n"A1\n', 'badColumns'],
    ['bytes that are no text', 'a.csv', Buffer.from([0xff, 0xff, 0, 1]), 'encoding'],
    ['a huge file', 'a.json', Buffer.alloc(2 * 1024 * 1024, 0x20), 'tooLong'],
    ['too many rows', 'a.csv', `ticket\n${'A1\n'.repeat(600)}`, 'tooMany'],
    ['nothing that is named', 'a.json', '{"hello":1}', 'noFields'],
  ])('%s goes to bad, with its reason', async (_what, name, content, reason) => {
    write(name, content)
    expect(await rest(rounds())).toBe('at-rest')
    expect(lobby.sessions.unread).toEqual([reason])
    expect(lying('bad')).toEqual([name])
    expect(lying()).toEqual([])
  })

  test('of a file with a bad row the good rows count, and the file is put where somebody looks for it', async () => {
    write('a.csv', 'ticket\nA1\n请稍候\nA2\n')
    await rest(rounds())
    expect(lobby.sessions.tickets()).toEqual(['A1', 'A2'])
    expect(lobby.sessions.unread).toEqual(['badValues'])
    expect(lying('bad')).toEqual(['a.csv'])
  })

  test('other files, folders and links are none of ours', async () => {
    write('readme.md', 'ticket')
    write('a.json.tmp', '{"ticket":"A1"}')
    write('.hidden.json', '{"ticket":"A1"}')
    mkdirSync(join(folder, 'x.json'))
    symlinkSync('/etc/hostname', join(folder, 'link.csv'))
    expect(await rest(rounds())).toBe('at-rest')
    expect(lobby.sessions.arrivals).toEqual([])
    expect(lying()).toEqual(['.hidden.json', 'a.json.tmp', 'link.csv', 'readme.md'])
  })

  test('the same name every time: what lies in done already stays', async () => {
    const round = rounds()
    for (const ticket of ['A1', 'A2', 'A3']) {
      write('ticket.json', JSON.stringify({ ticket }))
      await rest(round)
    }
    expect(lobby.sessions.tickets()).toEqual(['A1', 'A2', 'A3'])
    expect(lying('done')).toEqual(['ticket-2.json', 'ticket-3.json', 'ticket.json'])
  })

  test('an arrival that the branch does not take stays in the folder, and is told when it does', async () => {
    const round = rounds()
    write('a.json', '{"ticket":"A1"}')
    lobby.sessions.refusal = new AppError('engine.diskFull')
    expect(await rest(round)).toBe('engine.diskFull')
    expect(lying()).toEqual(['a.json'])
    lobby.sessions.refusal = null
    expect(await rest(round)).toBe('at-rest')
    expect(lobby.sessions.tickets()).toEqual(['A1'])
  })

  test('a file that cannot be moved is told once, and moved when it can', async () => {
    const round = rounds()
    write('done', 'a file where the tray should be')
    write('a.json', '{"ticket":"A1"}')
    expect(await rest(round)).toBe('arrivals.folderReadOnly')
    expect(await rest(round)).toBe('arrivals.folderReadOnly')
    rmSync(join(folder, 'done'))
    expect(await rest(round)).toBe('at-rest')
    expect(lobby.sessions.tickets()).toEqual(['A1'])
    expect(lying('done')).toEqual(['a.json'])
  })

  test('a locked file is said to be one, and holds up no other', async () => {
    const held = new Set(['a.json'])
    write('a.json', '{"ticket":"A1"}')
    write('b.json', '{"ticket":"A2"}')
    const round = rounds({ read: readingAllBut(held) })
    expect(await rest(round)).toBe('arrivals.fileLocked')
    expect(lobby.sessions.tickets()).toEqual(['A2'])
    expect(lying()).toEqual(['a.json'])
    held.clear()
    expect(await rest(round)).toBe('at-rest')
    expect(lobby.sessions.tickets()).toEqual(['A2', 'A1'])
  })

  test('more locked files than one round looks at hold up no other either', async () => {
    const held = new Set(Array.from({ length: 1_050 }, (_, n) => `a${n}.json`))
    for (const name of held) write(name, '{"ticket":"A1"}')
    const round = rounds({ read: readingAllBut(held) })
    expect(await rest(round, 60)).toBe('arrivals.fileLocked')
    write('z.json', '{"ticket":"A2"}')
    expect(await rest(round)).toBe('arrivals.fileLocked')
    expect(lobby.sessions.tickets()).toEqual(['A2'])
  })

  test('more files that cannot be moved than one round looks at: each is told once, new ones too, and it is said', async () => {
    write('done', 'a file where the tray should be')
    for (let n = 1; n <= 1_050; n++) write(`a${n}.json`, JSON.stringify({ ticket: `${n}` }))
    const round = rounds()
    expect(await rest(round, 60)).toBe('arrivals.folderReadOnly')
    write('z.json', '{"ticket":"Z1"}')
    expect(await rest(round)).toBe('arrivals.folderReadOnly')
    expect(lobby.sessions.tickets()).toHaveLength(1_051)
    expect(lobby.sessions.tickets().at(-1)).toBe('Z1')
  })

  test('two thousand files of one night are told in the order of their names, all of them', async () => {
    const names = Array.from({ length: 2_001 }, (_, n) => String(n).padStart(4, '0'))
    for (const name of names) write(`${name}.json`, JSON.stringify({ ticket: name }))
    expect(await rest(rounds())).toBe('at-rest')
    expect(lobby.sessions.tickets()).toEqual(names)
    expect(lying()).toEqual([])
  })

  test('thousands of the same name: the next takes a free one after a few looks, and none is overwritten', async () => {
    mkdirSync(join(folder, 'done'))
    const taken = ['ticket.json', ...Array.from({ length: 999 }, (_, n) => `ticket-${n + 2}.json`)]
    for (const name of taken) write(join('done', name), '')
    write('ticket.json', '{"ticket":"A1"}')
    expect(await rest(rounds())).toBe('at-rest')
    const added = lying('done').filter((name) => !taken.includes(name))
    expect(added).toHaveLength(1)
    expect(await readFile(join(folder, 'done', added[0] ?? ''), 'utf8')).toContain('A1')
  })

  test.each([
    ['UTF-8 with its mark', Buffer.from('\ufeff{"ticket":"A1","business":"理财"}'), 'A1'],
    ['UTF-16, as Windows’ own editor saves “Unicode”', Buffer.from('\ufeff{"ticket":"A1"}', 'utf16le'), 'A1'],
    ['UTF-16 without its mark', Buffer.from('{"ticket":"A1"}', 'utf16le'), 'A1'],
    [
      'Big5, whose ticket is plain',
      Buffer.from([...Buffer.from('{"ticket":"A1","business":"'), 0xb2, 0x7a, 0xb0, 0x5d, 0x22, 0x7d]),
      'A1',
    ],
    ['half a character at the end', Buffer.from([...Buffer.from('{"ticket":"A1"}'), 0xe7]), null],
  ])('%s: read, or put to bad, and never taken for somebody else', async (_what, bytes, ticket) => {
    write('a.json', bytes)
    await rest(rounds())
    expect(lobby.sessions.tickets()).toEqual(ticket === null ? [] : [ticket])
    expect(lying(ticket === null ? 'bad' : 'done')).toEqual(['a.json'])
  })

  test('links lead nowhere: to a file, to a folder, to themselves, to nothing', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'huiyan-elsewhere-'))
    try {
      writeFileSync(join(elsewhere, 'real.json'), '{"ticket":"A1"}')
      symlinkSync(join(elsewhere, 'real.json'), join(folder, 'file.json'))
      symlinkSync(elsewhere, join(folder, 'folder.json'))
      symlinkSync(join(folder, 'loop.json'), join(folder, 'loop.json'))
      symlinkSync(join(elsewhere, 'absent'), join(folder, 'absent.json'))
      expect(await rest(rounds())).toBe('at-rest')
      expect(lobby.sessions.arrivals).toEqual([])
      expect(readdirSync(elsewhere)).toEqual(['real.json'])
    } finally {
      rmSync(elsewhere, { recursive: true, force: true })
    }
  })

  test('a folder that is gone says so, and goes on when it is back', async () => {
    const round = rounds()
    rmSync(folder, { recursive: true })
    expect(await rest(round)).toBe('arrivals.folderMissing')
    mkdirSync(folder)
    write('a.json', '{"ticket":"A1"}')
    expect(await rest(round)).toBe('at-rest')
    expect(lobby.sessions.tickets()).toEqual(['A1'])
  })

  test('500 files at once are 500 arrivals', async () => {
    for (let n = 1; n <= 500; n++) {
      write(`${n}.json`, JSON.stringify({ ticket: `B${String(n).padStart(3, '0')}` }))
    }
    expect(await rest(rounds())).toBe('at-rest')
    expect(new Set(lobby.sessions.tickets()).size).toBe(500)
    expect(lobby.sessions.arrivals).toHaveLength(500)
    expect(lying('done')).toHaveLength(500)
  })

  test('no file makes it throw, and every file leaves the folder', async () => {
    const content = fc.oneof(
      fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      fc.json().map((text) => Buffer.from(text)),
      fc.string({ unit: fc.constantFrom(...'ticket,;"\n\tA1') }).map((text) => Buffer.from(text)),
    )
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('x.json', 'x.csv', 'x.txt'), content, async (name, bytes) => {
        write(name, bytes)
        expect(await rest(rounds())).toBe('at-rest')
        expect(lying()).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

describe('watching the folder', () => {
  test('a file is read soon after it was dropped, and nothing after the source was stopped', async () => {
    const source = new FolderSource(folder, MAPPING, { ...lobby, clock: systemClock })
    source.start()
    write('a.json', '{"ticket":"A1"}')
    await expect.poll(() => lobby.sessions.tickets(), { timeout: 20_000 }).toEqual(['A1'])
    await source.stop()
    write('b.json', '{"ticket":"A2"}')
    expect(source.state()).toEqual({ state: 'running' })
    expect(lying()).toEqual(['b.json'])
  })

  test('a network folder that disappears is said to be gone, and is read again once it is back', async () => {
    const source = new FolderSource(folder, MAPPING, lobby)
    const patience = { timeout: 20_000 }
    source.start()
    await expect.poll(() => source.state(), patience).toEqual({ state: 'running' })
    rmSync(folder, { recursive: true })
    const later = <T>(ask: () => T) => {
      lobby.clock.advance(5_000)
      return ask()
    }
    await expect
      .poll(() => later(() => source.state()), patience)
      .toMatchObject({ state: 'error', code: 'arrivals.folderMissing' })
    mkdirSync(folder)
    write('a.json', '{"ticket":"A1"}')
    await expect.poll(() => later(() => lobby.sessions.tickets()), patience).toEqual(['A1'])
    expect(source.state()).toEqual({ state: 'running' })
    await source.stop()
  })

  test('a read that never ends, as on a network drive that is gone, keeps nobody from signing out', async () => {
    let release: (bytes: Buffer) => void = () => undefined
    let reads = 0
    const read = () => {
      reads += 1
      return new Promise<Buffer>((resolve) => {
        release = resolve
      })
    }
    write('a.json', '{"ticket":"A1"}')
    const source = new FolderSource(folder, MAPPING, lobby, read)
    source.start()
    await expect
      .poll(
        () => {
          lobby.clock.advance(300)
          return reads
        },
        { timeout: 20_000 },
      )
      .toBe(1)
    let stopped = false
    const stopping = source.stop().then(() => {
      stopped = true
    })
    await new Promise((resolve) => setImmediate(resolve))
    lobby.clock.advance(9_999)
    await new Promise((resolve) => setImmediate(resolve))
    expect(stopped).toBe(false)
    lobby.clock.advance(1)
    await stopping
    release(Buffer.from('{"ticket":"A1"}'))
    for (let look = 0; look < 50; look++) await new Promise((resolve) => setImmediate(resolve))
    expect(lobby.sessions.arrivals).toEqual([])
    expect(lying()).toEqual(['a.json'])
  })

  test('a file that is being read when the source is stopped is left for the next one, which reads it', async () => {
    let release: () => void = () => undefined
    const read = async (path: string) => {
      await new Promise<void>((resolve) => {
        release = resolve
      })
      return readFile(path)
    }
    write('a.json', '{"ticket":"A1"}')
    const source = new FolderSource(folder, MAPPING, lobby, read)
    source.start()
    const asSoonAs = async (ready: () => boolean) =>
      expect
        .poll(
          () => {
            lobby.clock.advance(300)
            return ready()
          },
          { timeout: 20_000 },
        )
        .toBe(true)
    const idle = release
    await asSoonAs(() => release !== idle)
    const stopping = source.stop()
    release()
    await stopping
    expect(lobby.sessions.arrivals).toEqual([])
    expect(lying()).toEqual(['a.json'])
    const next = new FolderSource(folder, MAPPING, lobby)
    next.start()
    await asSoonAs(() => lobby.sessions.arrivals.length === 1)
    await next.stop()
    expect(lying('done')).toEqual(['a.json'])
  })

  test('a file whose arrivals are being told when the source is stopped is put away before it counts as stopped', async () => {
    const source = new FolderSource(folder, MAPPING, { ...lobby, clock: systemClock })
    const takeIn = lobby.sessions.holdBack()
    write('a.csv', 'ticket\nA1\nA2\n')
    write('b.csv', 'ticket\nA3\n')
    source.start()
    await expect.poll(() => lobby.sessions.asked).toBe(1)
    let stopped = false
    const stopping = source.stop().then(() => {
      stopped = true
    })
    await new Promise((resolve) => setImmediate(resolve))
    expect(stopped).toBe(false)
    takeIn()
    await stopping
    expect(lobby.sessions.tickets()).toEqual(['A1', 'A2'])
    expect(lying('done')).toEqual(['a.csv'])
    expect(lying()).toEqual(['b.csv'])
  })

  test('without a folder there is nothing to watch', async () => {
    const source = new FolderSource(null, MAPPING, lobby)
    source.start()
    expect(source.state()).toMatchObject({ state: 'error', code: 'arrivals.noFolder' })
    await source.stop()
  })
})
