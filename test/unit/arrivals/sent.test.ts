import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { documentIn } from '../../../src/shared/domain/lobby/arrival-document.ts'
import { readMachineZone } from '../../../src/shared/domain/lobby/arrival-passport.ts'
import { recordOf } from '../../../src/shared/domain/lobby/arrival-record.ts'
import { isArrivalScan, readScan } from '../../../src/shared/domain/lobby/arrival-scan.ts'
import { isHeartbeat, readSent } from '../../../src/shared/domain/lobby/arrival-sent.ts'
import { readStripe } from '../../../src/shared/domain/lobby/arrival-stripe.ts'
import { readXml } from '../../../src/shared/domain/lobby/arrival-xml.ts'
import { checkDigit } from '../../../src/shared/domain/text/identity-number.ts'
import { ID_NUMBER, MAPPING } from '../../support/arrivals/recorded-arrivals.ts'

const CARD = '6222029999000000016'
const number = (first17: string) => first17 + checkDigit(first17)
/** Foreigners since 2023: 9, a province, a country, birth, serial, check digit. */
const FOREIGNER = number('91184019900307001')
const FROM_TAIWAN = number('83000019900307001')
const FORMER_FOREIGNER = 'FRA110099122501'

const idOf = (text: string) => {
  const read = readSent(text, MAPPING)
  return read.ok && read.arrival.key.kind === 'idNumber' ? read.arrival.key.text : null
}

describe('a card that is swiped (ISO/IEC 7813, 4909)', () => {
  test.each([
    ['track 2', `;${CARD}=29121010000012345?`],
    ['track 2 with its check character', `;${CARD}=29121010000012345?7`],
    ['track 2 without sentinels', `${CARD}=29121010000012345`],
    ['track 2 without an expiry', `;${CARD}==1010000012345?`],
    ['track 2 as a chip writes it', `${CARD}D29121010000012345F`],
    ['track 2 of another keyboard', `；${CARD}＝29121010000012345？`],
    ['track 1', `%B${CARD}^WANG/JIANGUO^29121010000012345?`],
    ['track 1 in groups', '%B6222 0299 9900 0000 016^WANG/JIANGUO^29121010000012345?'],
    ['track 1 where an input method was on', `%B${CARD}……WANG/JIANGUO……29121010000012345?`],
    ['track 3', `+99${CARD}=1561560000000000000003000000000000?`],
    ['track 3 that begins as track 2', `;99${CARD}=1561560000000000000003000000000000?`],
    ['all tracks', `%B${CARD}^WANG/JIANGUO^29121?;${CARD}=29121010000012345?+99${CARD}=1561560000?`],
    ['all tracks, a line each', `%B${CARD}^W^2912?\r;${CARD}=29121010000012345?\r+99${CARD}=15615600?`],
    ['tracks 1 and 3 that could not be read', `%E?;${CARD}=29121010000012345?+E?`],
  ])('%s', (_what, text) => {
    expect(isArrivalScan(text)).toBe(true)
    expect(readScan(text, MAPPING)).toEqual({
      ok: true,
      arrival: { ticket: null, business: null, key: { kind: 'cardNumber', text: CARD } },
    })
  })

  test('a card of sixteen digits beside its format code is not one of eighteen', () => {
    expect(readStripe(';999999990000000001=156156000?')).toEqual({ number: '9999990000000001' })
    expect(readStripe(';9999990000000001=29121010?')).toEqual({ number: '9999990000000001' })
  })

  test.each(['%E?;E?+E?', ';E?', '%B?', ';?'])('%s is a stripe that could not be read', (text) => {
    expect(isArrivalScan(text)).toBe(text !== ';?')
    expect(readScan(text, MAPPING)).toEqual({ ok: false, reason: 'badValues' })
  })

  test('what only begins like one is none', () => {
    for (const text of ['100%', '%', '+8613800000000', '5+5=10', 'a;b=c'])
      expect(readStripe(text)?.toString()).not.toBe(CARD)
    expect(readStripe('5+5=10')).toBeNull()
    expect(readStripe('a;b=c')).toBeNull()
  })

  test('in the field of a message too', () => {
    expect(readSent(JSON.stringify({ cardNumber: `;${CARD}=29121010000012345?` }), MAPPING)).toMatchObject({
      arrival: { key: { kind: 'cardNumber', text: CARD } },
    })
  })
})

describe('what document readers send', () => {
  const fields = (no: string) => ({
    Name: '王建国',
    Nation: '汉',
    Address: '北京市',
    CardNo: no,
    Photo: 'Qk0=',
  })
  const form = (what: string, say: (no: string) => string) => [what, say] as const
  test.each([
    form('a maker’s own names', (no) => JSON.stringify(fields(no))),
    form('names in Chinese', (no) => JSON.stringify({ 姓名: '王建国', 公民身份号码: no })),
    form('deep in an answer', (no) => JSON.stringify({ code: 0, data: { info: { certNumber: no } } })),
    form('names with signs', (no) => JSON.stringify({ result: [{ ID_Card_No: no }] })),
    form(
      'XML',
      (no) => `<?xml version="1.0"?><IDCard><Name>王建国</Name><IDCardNo>${no}</IDCardNo></IDCard>`,
    ),
    form('attributes of XML', (no) => `<Card Name="王建国" IDNum='${no}'/>`),
    form('name=value lines', (no) => `姓名=王建国\r\n民族=汉\r\n身份证号=${no}\r\n`),
    form('name:value in one line', (no) => `name:王建国;idcode:${no};address:北京市`),
    form('a form', (no) => `name=%E7%8E%8B&certNo=${no}`),
    form('between bars', (no) => `王建国|男|汉|19800101|北京市|${no}|北京市公安局|20200101|长期`),
    form('between tabs', (no) => `王建国\t男\t${no}`),
    form('as it is', (no) => no),
    form('as it is, in lower case and full width', (no) =>
      no.toLowerCase().replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ),
  ])('%s', (_what, say) => {
    for (const no of [ID_NUMBER, FOREIGNER, FROM_TAIWAN, FORMER_FOREIGNER]) expect(idOf(say(no))).toBe(no)
  })

  test('a wrong check digit names nobody, wherever it stands', () => {
    const wrong = `${ID_NUMBER.slice(0, 17)}${ID_NUMBER.endsWith('1') ? '2' : '1'}`
    for (const text of [JSON.stringify(fields(wrong)), `王建国|${wrong}|男`, `certNo=${wrong}`, wrong]) {
      expect(readSent(text, MAPPING).ok).toBe(false)
    }
  })

  test('two people in one message are nobody; the former number beside the card of 2023 is the same person', () => {
    expect(documentIn({ idcard: ID_NUMBER, guardian: { idcard: FOREIGNER } })).toBeNull()
    expect(documentIn({ certNo: FOREIGNER, oldCard: { certNo: FORMER_FOREIGNER } })).toBe(FOREIGNER)
    expect(documentIn({ phone: ID_NUMBER })).toBeNull()
  })

  test('an address or an English name is never taken for the number', () => {
    const shifted = {
      certType: 'Y',
      name: '王建国',
      nation: '01',
      birth: '19900307',
      address: 'WANG JIANGUO',
      certNumber: FOREIGNER,
    }
    expect(idOf(JSON.stringify(shifted))).toBe(FOREIGNER)
  })

  test('no document is looked for where Settings say that the machine gives none', () => {
    const mapping = { ...MAPPING, fields: { ...MAPPING.fields, idNumber: '' } }
    expect(readSent(JSON.stringify({ certNo: ID_NUMBER, ticket: 'A1' }), mapping)).toMatchObject({
      arrival: { key: { kind: 'none' } },
    })
  })
})

/** A chip's record: texts of a fixed number of characters, padded by blanks. */
function chip(parts: readonly (readonly [length: number, text: string])[]): string {
  return parts.map(([length, text]) => text.padEnd(length)).join('')
}

describe('the record of a card’s chip', () => {
  const citizen = chip([
    [15, '王建国'],
    [1, '1'],
    [2, '01'],
    [8, '19800101'],
    [35, '北京市东城区'],
    [18, ID_NUMBER],
    [15, '北京市公安局'],
    [8, '20200101'],
    [8, '长期'],
    [18, ''],
  ])
  const withFlag = (flag: string, no: string, address: string) =>
    chip([
      [15, '王建国'],
      [1, '1'],
      [2, '01'],
      [8, '19900307'],
      [35, address],
      [18, no],
      [15, ''],
      [8, '20240101'],
      [8, '20340101'],
      [14, ''],
      [1, flag],
      [3, ''],
    ])
  const former = chip([
    [60, 'WANG, JIANGUO'],
    [1, '1'],
    [15, FORMER_FOREIGNER],
    [3, 'FRA'],
    [15, '王建国'],
    [8, '20200101'],
    [8, '20300101'],
    [8, '19901225'],
    [2, '01'],
    [4, '1500'],
    [1, 'I'],
    [3, ''],
  ])
  test.each([
    ['a citizen', citizen, ID_NUMBER],
    ['a resident from 港澳台', withFlag('J', FROM_TAIWAN, '厦门市'), FROM_TAIWAN],
    ['a foreigner since 2023', withFlag('Y', FOREIGNER, 'WANG JIANGUO'), FOREIGNER],
    ['a foreigner before 2023', former, FORMER_FOREIGNER],
  ])('of %s tells the number by its own layout', (_what, record, no) => {
    expect(record).toHaveLength(128)
    expect(idOf(record)).toBe(no)
  })

  test('with a flag that nobody knows tells of nobody', () => {
    expect(idOf(withFlag('Q', FOREIGNER, ''))).toBeNull()
  })
})

describe('the machine-readable zone of a passport (ICAO 9303)', () => {
  const FIRST = 'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<'
  const SECOND = 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'
  test('both lines, or the one with the number', () => {
    for (const text of [`${FIRST}\r\n${SECOND}`, FIRST + SECOND, SECOND]) {
      expect(readMachineZone(text)).toBe('L898902C3')
      expect(isArrivalScan(text)).toBe(true)
      expect(idOf(text)).toBe('L898902C3')
    }
    expect(isArrivalScan(FIRST)).toBe(false)
  })

  test('a card of three lines', () => {
    const card = 'I<UTOD231458907<<<<<<<<<<<<<<<7408122F1204159UTO<<<<<<<<<<<6ERIKSSON<<ANNA<MARIA<<<<<<<<<<'
    expect(readMachineZone(card)).toBe('D23145890')
  })

  test('a misread sign names nobody', () => {
    const misread = SECOND.replace('8', '3')
    expect(readMachineZone(misread)).toBe('misread')
    expect(readScan(misread, MAPPING)).toEqual({ ok: false, reason: 'badValues' })
  })
})

describe('the forms of a record', () => {
  test('XML: elements, attributes, CDATA, references, several of one name', () => {
    expect(
      readXml('<a:m x="1&amp;2"><ticket><![CDATA[A<1]]></ticket><i>1</i><i>&#x4e2d;</i></a:m>'),
    ).toMatchObject({
      x: '1&2',
      ticket: 'A<1',
      i: ['1', '中'],
    })
    expect(readXml('<a><b></a>')).toBeUndefined()
    expect(readXml(`<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>`)).toEqual({ a: '&e;' })
  })

  test('a ticket and a document in one message belong together', () => {
    expect(readSent(`ticket=A001\nidNumber=${ID_NUMBER}`, MAPPING)).toMatchObject({
      arrival: { ticket: 'A001', key: { kind: 'idNumber' } },
    })
  })

  test('values by their place, where Settings name places', () => {
    const mapping = { ...MAPPING, fields: { ...MAPPING.fields, ticket: '0', business: '1' } }
    expect(readSent(`A001|理财|${ID_NUMBER}`, mapping)).toMatchObject({
      arrival: { ticket: 'A001', business: 'wealth', key: { text: ID_NUMBER } },
    })
  })

  test('signs of life', () => {
    for (const text of ['', 'ping', 'PONG', 'heartbeat', '{"type":"ping"}'])
      expect(isHeartbeat(text)).toBe(true)
    for (const text of ['A001', '{"type":"card"}', '{"ping":1}']) expect(isHeartbeat(text)).toBe(false)
  })

  test('no text makes it throw', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'<>/="\'{}[]|;%?+a1&#,\n') }),
    )
    fc.assert(
      fc.property(text, (each) => {
        recordOf(each)
        readSent(each, MAPPING)
        readXml(each)
      }),
    )
  })
})
