import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dateFormatFault, dateReader } from '../../../src/shared/domain/imports/date-format.ts'
import { NO_DATE } from '../../../src/shared/domain/imports/date-parts.ts'

const NOV_MARCH = [
  ['2026-11-05', '2026-11-05'],
  ['2026/3/5', '2026-03-05'],
  ['2026.03.05', '2026-03-05'],
  ['20260305', '2026-03-05'],
  ['2026年3月5日', '2026-03-05'],
  ['2026 年 03 月 05 号', '2026-03-05'],
  ['２０２６－０３－０５', '2026-03-05'],
  ['二〇二六年三月五日', '2026-03-05'],
  ['二零二六年十一月三十日', '2026-11-30'],
  ['贰零贰陆年零叁月廿五日', '2026-03-25'],
  ['2026-03-05 0:00', '2026-03-05'],
  ['2026/3/5 9:08:07', '2026-03-05'],
  ['2026-03-05 10:00:00.0', '2026-03-05'],
  ['2026-03-05 10:00:00.123456', '2026-03-05'],
  ['2026-03-05 10:00:00,123', '2026-03-05'],
  ['2026-03-05T23:59:59+08:00', '2026-03-05'],
  ['2026-03-05T23:59:59+0800', '2026-03-05'],
  ['2026-03-05T10:00:00+08:00[Asia/Shanghai]', '2026-03-05'],
  ['2026-03-05-10.00.00.000000', '2026-03-05'],
  ['20260305100000', '2026-03-05'],
  ['20260305100000123', '2026-03-05'],
  ['20260305T100000Z', '2026-03-05'],
  ['20260305 10:00:00', '2026-03-05'],
  ['2026-03-05 上午 9:08', '2026-03-05'],
  ['2026-03-05 09:08:07 PM', '2026-03-05'],
  ['2026年3月5日 21时08分07秒', '2026-03-05'],
  ['05-MAR-2026', '2026-03-05'],
  ['05MAR2026', '2026-03-05'],
  ['05MAR2026:10:11:12.000', '2026-03-05'],
  ['5 March 2026', '2026-03-05'],
  ['Mar 5, 2026', '2026-03-05'],
  ['Thu Mar 05 10:00:00 CST 2026', '2026-03-05'],
  // C's ctime, and PostgreSQL with DateStyle Postgres
  ['Thu Mar  5 10:00:00 2026', '2026-03-05'],
  ['Thu Mar 05 10:00:00 2026 CST', '2026-03-05'],
  ['05-3月 -2026', '2026-03-05'],
  ['05-11月-2026', '2026-11-05'],
] as const

describe('forms that can be read in one way only', () => {
  const read = dateReader('auto')

  it.each(NOV_MARCH)('%s is %s', (text, on) => {
    expect(read(text)).toBe(on)
  })

  it.each([
    '05/10/2026',
    '05-10-26',
    '2026-13-01',
    '2023-02-29',
    '2026-2-30',
    '2026-03/05',
    '202635',
    '2026-03-05 25:00',
    '2026-03-05 24:00:01',
    '2026-03-05 上午 13:00',
    '2026-03-05x',
    '二〇二六年十三月一日',
    '1260305',
    '46086',
  ])('%j is none of them', (text) => {
    expect(read(text)).toBeNull()
  })

  it('24:00 ends the day that is written, and belongs to it', () => {
    expect(read('2026-03-05 24:00')).toBe('2026-03-05')
    expect(read('2026-03-05T24:00:00')).toBe('2026-03-05')
    expect(dateReader('YYYY-MM-DD hh:mm:ss')('2026-03-05 24:00:00')).toBe('2026-03-05')
  })

  it('with another zone than China’s it is the day that it was in China', () => {
    expect(read('2026-03-05T16:00:00Z')).toBe('2026-03-06')
    expect(read('2026-03-05T15:59:59.999Z')).toBe('2026-03-05')
    expect(read('2026-03-05T20:00:00-05:00')).toBe('2026-03-06')
    expect(read('2026-03-05 08:00:00 PM +00:00')).toBe('2026-03-06')
    expect(read('20260305160000Z')).toBe('2026-03-06')
  })

  it('the summer time of 1986 to 1991 is heeded: midnight of a birth day in July is 15:00 UTC', () => {
    expect(read('1990-07-06T15:00:00.000Z')).toBe('1990-07-07')
    expect(read('1990-01-06T15:00:00.000Z')).toBe('1990-01-06')
    expect(read('1990-01-06T16:00:00.000Z')).toBe('1990-01-07')
  })
})

describe('formats of a profile', () => {
  it.each([
    ['DD-MON-YY', '05-3月 -26', '2026-03-05'],
    ['DD-MON-YY', '05-10月-26', '2026-10-05'],
    ['DD-MON-YY', '05-MAR-26', '2026-03-05'],
    ['DD-MON-YY hh.mm.ss', '05-3月 -26 10.11.12.000000 上午', '2026-03-05'],
    ['DD-M月 -YY', '05-3月 -26', '2026-03-05'],
    ['DD-M月 -YY', '05-10月-26', '2026-10-05'],
    ['YYYYMMDDhhmmss', '20260305101112', '2026-03-05'],
    ['YYYY-MM-DD hh:mm:ss', '2026-03-05 9:11:12', '2026-03-05'],
    ['YYYY-MM-DD hh:mm:ss', '2026-03-05T09:11:12.5', '2026-03-05'],
    ['YYYYDDD', '2026064', '2026-03-05'],
    ['YYYYDDD', '2024366', '2024-12-31'],
    ['CYYMMDD', '1260305', '2026-03-05'],
    ['CYYMMDD', '0991231', '1999-12-31'],
    ['CYYMMDD', '991231', '1999-12-31'],
    ['CYYMMDD', '120305', '1912-03-05'],
    ['ROC/MM/DD', '115/03/05', '2026-03-05'],
    ['民国ROC年M月D日', '民国115年3月5日', '2026-03-05'],
    ['epoch', '1772668800', '2026-03-05'],
    ['epoch', '-86400', '1969-12-31'],
    ['epoch-ms', '1772668800000', '2026-03-05'],
    ['epoch-days', '20517', '2026-03-05'],
    ['excel', '46086', '2026-03-05'],
    ['excel', '46086.5', '2026-03-05'],
    ['excel-1904', '44624', '2026-03-05'],
    ['sas', '24170', '2026-03-05'],
  ])('%s reads %s', (format, text, on) => {
    expect(dateReader(format, { yearPivot: 30 })(text)).toBe(on)
  })

  it.each([
    ['YYYYDDD', '2025366'],
    ['YYYYDDD', '2025000'],
    ['excel', '60'],
    ['YYYYMMDDhhmmss', '2026030591112'],
    ['YYYYMMDD', '202635'],
    ['DD-MON-YY', '05-13月-26'],
  ])('%s refuses %s', (format, text) => {
    expect(dateReader(format, { yearPivot: 30 })(text)).toBeNull()
  })

  it('each value takes the first of several that fits', () => {
    const read = dateReader(['YYYYMMDD', 'DD-MON-YY', 'auto'], { yearPivot: 30 })
    expect(read('20260305')).toBe('2026-03-05')
    expect(read('05-3月 -26')).toBe('2026-03-05')
    expect(read('2026/3/5')).toBe('2026-03-05')
    expect(read('3/5/2026')).toBeNull()
  })

  it.each([
    [['DD/MM/YYYY', 'MM/DD/YYYY']],
    [['DDMMYY', 'YYMMDD']],
    [['YY-MON-DD', 'DD-MON-YY']],
    [['auto', 'YYYY-DD-MM']],
    [['ROC/MM/DD', 'YY/MM/DD']],
    [['YYYYMMDD', 'epoch']],
    [['CYYMMDD', 'YYMMDD']],
  ])('%j read one text as two days, which is a fault of the profile', (formats) => {
    expect(dateFormatFault(formats, 30)).toMatch(/two different days/)
  })

  it.each([
    [['YYYYMMDD', 'DDMMYYYY']],
    [['YYYY-MM-DD', 'YYYY/M/D', 'auto', 'DD-MON-YY']],
    [['YYYYMMDD', 'YYYYDDD']],
  ])('%j never do', (formats) => {
    expect(dateFormatFault(formats, 30)).toBeNull()
  })

  it.each(['YYYYMD', 'DMYYYY', 'YYYYDDDMM', 'YYYY', 'auto ', 'YYYYDDDD'])('%s is no format', (format) => {
    expect(dateFormatFault(format, 30)).not.toBeNull()
  })
})

describe('dates that say there is none', () => {
  const FILLERS = [
    '9999-12-31',
    '99991231',
    '9999-12-31 23:59:59',
    '2999-12-31',
    '0001-01-01',
    '00010101',
    '0001-01-01 00:00:00',
    '1900-01-01',
    '19000101',
    '0000-00-00',
    '0000-00-00 00:00:00',
    '00000000',
    '0',
    '99999999',
    '9999/99/99',
    '31-DEC-9999',
    '1899-12-30',
    '0002-11-30',
  ]

  it.each(FILLERS)('%s is none where fillers are read as empty, and else no date of a person', (text) => {
    expect(dateReader('auto', { fillers: 'empty' })(text)).toBe(NO_DATE)
    expect([null, '1900-01-01', '1899-12-30']).toContain(dateReader('auto')(text))
  })

  it('also where the format is another', () => {
    const read = dateReader('DD.MM.YYYY', { fillers: 'empty' })
    expect(['31.12.9999', '99991231', '01.01.1900'].map(read)).toEqual([NO_DATE, NO_DATE, NO_DATE])
    expect(read('2026-03-05')).toBeNull()
  })

  it('a day of a person is never taken for one', () => {
    const read = dateReader('auto', { fillers: 'empty' })
    expect(read('1900-01-02')).toBe('1900-01-02')
    expect(read('1999-12-31')).toBe('1999-12-31')
    expect(read('2099-12-31')).toBe('2099-12-31')
  })
})

/** The day's number since 1970 to its parts, by counting (Howard Hinnant, days to civil), apart from the reader. */
function partsOf(day: number): { y: number; m: number; d: number } {
  const z = day + 719_468
  const era = Math.floor(z / 146_097)
  const doe = z - era * 146_097
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1_460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  )
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100))
  const mp = Math.floor((5 * doy + 2) / 153)
  const m = mp < 10 ? mp + 3 : mp - 9
  return { y: yoe + era * 400 + (m <= 2 ? 1 : 0), m, d: doy - Math.floor((153 * mp + 2) / 5) + 1 }
}

const two = (n: number) => String(n).padStart(2, '0')
const ENGLISH = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
type Write = (parts: { y: number; m: number; d: number }) => string

const WRITERS: readonly [string, string, Write][] = [
  ['auto', 'ISO', ({ y, m, d }) => `${y}-${two(m)}-${two(d)}`],
  ['auto', 'slashes', ({ y, m, d }) => `${y}/${m}/${d}`],
  ['auto', 'compact', ({ y, m, d }) => `${y}${two(m)}${two(d)}`],
  ['auto', 'Chinese', ({ y, m, d }) => `${y}年${m}月${d}日`],
  ['auto', 'clock', ({ y, m, d }) => `${y}-${two(m)}-${two(d)} 00:00:00`],
  ['auto', 'ISO with a zone', ({ y, m, d }) => `${y}-${two(m)}-${two(d)}T07:30:00.000+08:00`],
  ['auto', 'SAS', ({ y, m, d }) => `${two(d)}${ENGLISH[m - 1]}${y}`],
  ['DD.MM.YYYY', 'German', ({ y, m, d }) => `${two(d)}.${two(m)}.${y}`],
  ['M/D/YYYY', 'American', ({ y, m, d }) => `${m}/${d}/${y}`],
  ['M/D/YYYY hh:mm:ss', 'American with a clock', ({ y, m, d }) => `${m}/${d}/${y} 9:05:00 PM`],
  ['DD-MON-YY', 'Oracle', ({ y, m, d }) => `${two(d)}-${`${m}月`.padEnd(3)}-${two(y % 100)}`],
  ['YYMMDD', 'short', ({ y, m, d }) => `${two(y % 100)}${two(m)}${two(d)}`],
  ['CYYMMDD', 'IBM i', ({ y, m, d }) => `${y >= 2000 ? 1 : 0}${two(y % 100)}${two(m)}${two(d)}`],
  ['ROCMMDD', 'Republic', ({ y, m, d }) => `${String(y - 1911).padStart(3, '0')}${two(m)}${two(d)}`],
]

describe('any day in any form reads back', () => {
  it.each(WRITERS)('%s: %s', (format, _, write) => {
    const read = dateReader(format, { yearPivot: 30 })
    const [first, last] = [-13_000, 21_900]
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), (day) => {
        const parts = partsOf(day)
        const text = write(parts)
        expect(read(text), text).toBe(`${parts.y}-${two(parts.m)}-${two(parts.d)}`)
      }),
      { numRuns: 400 },
    )
  })

  it('counted ones too', () => {
    const counted = [
      ['epoch', (day: number) => String(day * 86_400)],
      ['epoch-ms', (day: number) => String(day * 86_400_000)],
      ['epoch-days', (day: number) => String(day)],
      ['excel', (day: number) => String(day + 25_569)],
      ['excel-1904', (day: number) => String(day + 24_107)],
      ['sas', (day: number) => String(day + 3_653)],
    ] as const
    for (const [format, write] of counted) {
      const read = dateReader(format)
      for (let day = -9_000; day < 21_900; day += 37) {
        const { y, m, d } = partsOf(day)
        expect(read(write(day)), `${format} ${write(day)}`).toBe(`${y}-${two(m)}-${two(d)}`)
      }
    }
  })
})
