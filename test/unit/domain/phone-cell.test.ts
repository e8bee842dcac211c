import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  furtherPhonesText,
  maskFurtherPhones,
  phoneEntriesText,
  readPhoneEntries,
} from '../../../src/shared/domain/customer/phone-entries.ts'
import { readPhoneCell } from '../../../src/shared/domain/text/phone-cell.ts'
import { wildText } from '../../support/domain/arbitraries.ts'

/** `number转extension(relation)` of every number, with `?` behind where something was no number. */
function shown(text: string): string {
  const read = readPhoneCell(text)
  if (!read.ok) return read.reason
  const entries = read.entries.map(
    ({ number, extension, relation }) =>
      `${number}${extension === null ? '' : `转${extension}`}${relation === null ? '' : `(${relation})`}`,
  )
  return entries.join(' ') + (read.unread ? ' ?' : '')
}

describe('a cell with phones', () => {
  it.each([
    '/',
    '、',
    ';',
    ',',
    '，',
    '；',
    '|',
    ' ',
    '　',
    '\n',
    '\r\n',
    '\\',
    '或',
    ' 或者 ',
    ' / ',
    '／',
    '-',
    '及',
    '',
  ])('has two mobiles with "%s" between them', (between) => {
    expect(shown(`13800000301${between}13900000301`)).toBe('13800000301 13900000301')
  })

  it.each([
    ['021-88886666转801', '02188886666转801'],
    ['021-88886666-801', '02188886666转801'],
    ['(0571)88888888-8012', '057188888888转8012'],
    ['0571—8888 8888分机8012', '057188888888转8012'],
    ['0571-88888888 ext. 8012', '057188888888转8012'],
    ['0571-88888888x8012', '057188888888转8012'],
    ['0571-88888888#8012', '057188888888转8012'],
    ['0571-88888888*8012', '057188888888转8012'],
    ['88886666(8012)', '88886666转8012'],
    ['17000000000转1234', '17000000000转1234'],
    ['0571-88888888转8012(办公室)', '057188888888转8012(办公室)'],
  ])('keeps an extension: %s', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  it.each([
    ['13900000001(妻)', '13900000001(妻)'],
    ['13900000001（妻）', '13900000001(妻)'],
    ['13900000001【张三】', '13900000001(张三)'],
    ['张三13900000001', '13900000001(张三)'],
    ['妻：139 0000 0001', '13900000001(妻)'],
    ['本人13800000301,妻13900000301', '13800000301 13900000301(妻)'],
    ['妻13900000001子13800000001', '13900000001(妻) 13800000001(子)'],
    ['13900000001妻13800000001子', '13900000001(妻) 13800000001(子)'],
    ['妻 13900000001 子 13800000001', '13900000001(妻) 13800000001(子)'],
    ['13800000301,妻', '13800000301(妻)'],
    ['手机:13800000301 家:0571-88888888', '13800000301 057188888888(家)'],
    ['电话：13800000301', '13800000301'],
    ['Tel:021-88886666', '02188886666'],
  ])('keeps whose it is: %s', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  it.each([
    ['13800000301.0', '13800000301'],
    ['02188886666.0', '02188886666'],
    ['1.3800000301E10', '13800000301'],
    ['1.3800000301E+010', '13800000301'],
    ["'13800000301", '13800000301'],
    ['="13800000301"', '13800000301'],
    ['１３８００００　０３０１', '13800000301'],
    ['+86 138-0000-0301', '13800000301'],
    ['86-13800000301', '13800000301'],
    ['(86)13800000301', '13800000301'],
    ['17951 13800000301', '13800000301'],
    ['013800000301', '13800000301'],
    ['86-0571-88888888', '057188888888'],
    ['+86-571-88888888', '057188888888'],
    ['8657188888888', '057188888888'],
    ['88886666', '88886666'],
    ['+852 9123 4567', '0085291234567'],
    ['853-66123456', '0085366123456'],
    ['886-2-2345-6789', '00886223456789'],
    ['+1 (650) 253-0000', '0016502530000'],
    ['0044 20 7946 0958', '00442079460958'],
    ['138 0000 0301 139 0000 0301', '13800000301 13900000301'],
    ['021-88886666 13900000301', '02188886666 13900000301'],
    ['13800000301 13800000301', '13800000301'],
    ['13800000301/无', '13800000301'],
  ])('is read in whatever form: %s', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  it.each([
    ['1.39E+10', 'rounded'],
    ['1.38000003E+010', 'rounded'],
    ['1390000', 'length'],
    ['13900000', 'length'],
    ['138****0301', 'letters'],
    ['无', 'letters'],
    ['95588', 'length'],
    ['', 'empty'],
  ])('is refused rather than guessed: %s', (text, reason) => {
    expect(shown(text)).toBe(reason)
  })

  it.each([
    ['021-88886666/67', '02188886666 ?'],
    ['13800000301/1390000', '13800000301 ?'],
    ['13800000301/见备注1', '13800000301 ?'],
  ])('says that something in it is no number: %s', (text, expected) => {
    expect(shown(text)).toBe(expected)
  })

  it('gives the numbers back that were written into it, whatever stands between and around them', () => {
    const number = fc.oneof(
      fc.stringMatching(/^1[3-9]\d{9}$/),
      fc.stringMatching(/^0(?:10|2\d|[3-9]\d{2})[2-9]\d{7}$/),
    )
    const entry = fc.record({
      number,
      extension: fc.option(fc.stringMatching(/^\d{1,5}$/)),
      relation: fc.option(fc.constantFrom('妻', '子', '办公', '李四')),
      before: fc.boolean(),
    })
    const between = fc.constantFrom('/', '、', ';', '，', '\n', ' / ')
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { minLength: 1, maxLength: 4, selector: (each) => each.number }),
        between,
        (entries, gap) => {
          const text = entries
            .map(({ number, extension, relation, before }) => {
              const whole = extension === null ? number : `${number}转${extension}`
              if (relation === null) return whole
              return before ? `${relation}:${whole}` : `${whole}(${relation})`
            })
            .join(gap)
          const read = readPhoneCell(text)
          expect(read).toMatchObject({
            ok: true,
            unread: false,
            entries: entries.map(({ number, extension, relation }) => ({ number, extension, relation })),
          })
        },
      ),
    )
  })

  it('is read from anything without failing', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        const read = readPhoneCell(text)
        if (read.ok) for (const { number } of read.entries) expect(number).toMatch(/^\d{7,17}$/)
      }),
    )
  })
})

describe('numbers beside the phone', () => {
  const kept = (text: string) => {
    const read = readPhoneCell(text)
    return read.ok ? phoneEntriesText(read.entries) : null
  }

  it('are kept only where there is more than one plain number', () => {
    expect(kept('13800000301')).toBeNull()
    expect(readPhoneEntries(kept('13800000301/13900000301'))).toHaveLength(2)
  })

  it.each([
    ['021-88886666转801', '转801', '转801'],
    ['13800000302(妻)', '(妻)', '(妻)'],
    [
      '13800000301/13900000301(妻)/0571-88888888转8012',
      '13900000301(妻)、057188888888转8012',
      '139****0301(妻)、********8888转8012',
    ],
    ['13800000301/李小四13900000301', '13900000301(李小四)', '139****0301(李**)'],
    ['13800000302(欧阳娜娜)', '(欧阳娜娜)', '(欧阳**)'],
  ])('of %s are shown masked', (text, clear, masked) => {
    const shownText = furtherPhonesText(readPhoneEntries(kept(text))) ?? ''
    expect(shownText).toBe(clear)
    expect(maskFurtherPhones(shownText)).toBe(masked)
  })
})
