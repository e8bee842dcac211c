import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { messageText } from '../../../src/main/arrivals/message-text.ts'
import { tryMessage } from '../../../src/main/arrivals/try-message.ts'
import { businessOf, readMessage, readRecord } from '../../../src/shared/domain/lobby/arrival-message.ts'
import {
  ARRIVAL_FIELDS,
  arrivalSettingsSchema,
  DEFAULT_ARRIVAL_SETTINGS,
  localSocketUrl,
} from '../../../src/shared/domain/lobby/arrival-settings.ts'
import { ID_NUMBER, MAPPING } from '../../support/arrivals/recorded-arrivals.ts'

const read = (message: unknown, mapping = MAPPING) => readMessage(JSON.stringify(message), mapping)

describe('a machine’s message becomes an arrival (L1)', () => {
  test('by the names that Settings give its fields', () => {
    const fields = {
      ...MAPPING.fields,
      ticket: 'data.queue.no',
      idNumber: 'data.card.0.id',
      business: 'data.biz',
    }
    const message = { data: { queue: { no: 'a017' }, card: [{ id: ID_NUMBER }], biz: '理财' } }
    expect(read(message, { ...MAPPING, fields })).toEqual({
      ok: true,
      arrival: { ticket: 'A017', business: 'wealth', key: { kind: 'idNumber', text: ID_NUMBER } },
    })
  })

  test('in whatever case the machine writes a name, and with numbers that are not in quotes', () => {
    expect(read({ TICKET: 17, Phone: 10012345678 })).toMatchObject({
      ok: true,
      arrival: { ticket: '17', key: { kind: 'phone', text: '10012345678' } },
    })
  })

  test('a document counts for more than a card, and a card for more than a phone', () => {
    const all = { idNumber: ID_NUMBER, cardNumber: '9999990000000000', phone: '10012345678' }
    expect(read(all)).toMatchObject({ arrival: { key: { kind: 'idNumber' } } })
    expect(read({ ...all, idNumber: '' })).toMatchObject({ arrival: { key: { kind: 'cardNumber' } } })
    expect(read({ phone: all.phone })).toMatchObject({ arrival: { key: { kind: 'phone' } } })
  })

  test('a document whose check digit is wrong names nobody; the ticket beside it still counts', () => {
    const misread = `${ID_NUMBER.slice(0, -1)}${ID_NUMBER.endsWith('1') ? '2' : '1'}`
    expect(read({ idNumber: misread })).toEqual({ ok: false, reason: 'badValues' })
    expect(read({ idNumber: misread, ticket: 'B2' })).toMatchObject({
      ok: true,
      arrival: { ticket: 'B2', key: { kind: 'none' } },
    })
  })

  test.each([
    ['no JSON', '{"ticket":', 'notJson'],
    ['nothing that is named', '{"hello":1}', 'noFields'],
    ['a bare word', '"A017"', 'noFields'],
    ['a ticket that is none', '{"ticket":"请稍候"}', 'badValues'],
    ['more than one arrival has to say', `{"x":"${'9'.repeat(5_000_000)}"}`, 'tooLong'],
  ])('%s tells of nobody', (_what, text, reason) => {
    expect(readMessage(text, MAPPING)).toEqual({ ok: false, reason })
  })

  test('no message makes it throw, and nothing that objects are born with is read', () => {
    const text = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc.constant('{"__proto__":{"ticket":"A1"}}'),
    )
    const path = fc.constantFrom(
      'ticket',
      '__proto__.ticket',
      'constructor.name',
      'toString',
      'a.b.c',
      '..',
      '0',
    )
    fc.assert(
      fc.property(text, fc.anything(), path, (json, value, ticket) => {
        const mapping = { ...MAPPING, fields: { ...MAPPING.fields, ticket } }
        readMessage(json, mapping)
        readRecord(value, mapping)
      }),
    )
    expect(readRecord({}, { ...MAPPING, fields: { ...MAPPING.fields, ticket: 'constructor.name' } }).ok).toBe(
      false,
    )
  })

  test('whatever is read is what was sent: a ticket or number never comes from nowhere', () => {
    const record = fc.dictionary(fc.constantFrom(...ARRIVAL_FIELDS), fc.string({ maxLength: 30 }))
    fc.assert(
      fc.property(record, (message) => {
        const result = read(message)
        if (!result.ok) return
        const sent = Object.values(message).join('').normalize('NFKC').replace(/[\W_]/g, '').toUpperCase()
        expect(sent).toContain(result.arrival.ticket ?? '')
      }),
    )
  })
})

describe('the words of a queue machine', () => {
  test('are ours by the table, our own codes without one, and anything else is “other”', () => {
    const words = [{ word: '对私现金', business: 'cash' as const }]
    expect(businessOf(' 对私现金 ', words)).toBe('cash')
    expect(businessOf('LOAN', words)).toBe('loan')
    expect(businessOf('贵金属', words)).toBe('other')
  })

  test('that are missing leave it open', () => {
    expect(read({ ticket: 'A1' })).toMatchObject({ arrival: { business: null } })
  })
})

describe('only a service on this PC is listened to', () => {
  test.each(['ws://127.0.0.1:9000', 'ws://localhost:9000/card?a=1', 'ws://[::1]:9000', 'WS://LOCALHOST'])(
    '%s',
    (url) => {
      expect(localSocketUrl(url)).not.toBeNull()
    },
  )

  test.each([
    'ws://10.0.0.8:9000',
    'ws://127.0.0.1.example.com',
    'ws://localhost.example.com',
    'ws://localhost.',
    'ws://0.0.0.0',
    'ws://user:secret@127.0.0.1',
    'http://127.0.0.1',
    'wss://example.com',
    'ws://[::ffff:10.0.0.8]',
    '127.0.0.1:9000',
    '',
  ])('not %s', (url) => {
    expect(localSocketUrl(url)).toBeNull()
    const { reader } = DEFAULT_ARRIVAL_SETTINGS
    const settings = { ...DEFAULT_ARRIVAL_SETTINGS, reader: { ...reader, url } }
    expect(arrivalSettingsSchema.safeParse(settings).success).toBe(false)
  })
})

describe('the bytes of a message', () => {
  test('are UTF-8, or GB18030 where they are not', () => {
    expect(messageText(Buffer.from('{"business":"理财"}'))).toContain('理财')
    expect(messageText(Buffer.from([0xc0, 0xed, 0xb2, 0xc6]))).toBe('理财')
    expect(messageText(Buffer.from('\ufeff{}'))).toBe('{}')
  })

  test.each([[[0xff, 0xfe, 0x41, 0xdc]], [[0xff, 0xff, 0xff]]])('or no text: %j', (bytes) => {
    expect(messageText(Buffer.from(bytes))).toBeNull()
  })
})

test('a tried message shows how it is read, with its number masked', () => {
  const [tried] = tryMessage('reader', JSON.stringify({ ticket: 'A017', idNumber: ID_NUMBER }), MAPPING)
  expect(tried).toEqual({
    ok: true,
    ticket: 'A017',
    business: null,
    keyKind: 'idNumber',
    maskedKey: '9*************0011',
  })
  expect(tryMessage('folder', 'ticket,phone\nA1,10012345678\nA2,x', MAPPING)).toMatchObject([
    { ok: true, ticket: 'A1', maskedKey: '100****5678' },
    { ok: true, ticket: 'A2', keyKind: 'none' },
  ])
})
