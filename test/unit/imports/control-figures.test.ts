import { describe, expect, it } from 'vitest'
import {
  controlDigest,
  controlFigure,
  controlLines,
  markerName,
  readRowCount,
} from '../../../src/shared/domain/imports/control-figures.ts'

const isCount = (text: string) => readRowCount(text) !== null
const rowsOf = (text: string, place: Parameters<typeof controlFigure>[1], form = {}, file = 'cust.txt') =>
  controlFigure(controlLines(text), place, form, file, isCount)

describe('a count in a control file', () => {
  it.each([
    ['a number alone', '000123\r\n', { column: 1 }],
    ['with a mark', '\ufeff123\n', { column: 1 }],
    ['behind a key', 'FILE=cust.txt\nCOUNT=123\nSUM=1.00\n', { key: 'count' }],
    ['behind a colon', '记录数:123\n', { key: '记录数' }],
    ['in a line', 'cust.txt|123|99.50|\n', { column: 2 }],
    ['between quotes', '"cust.txt","123"\n', { column: 2 }],
    ['under a heading', 'file,rows\ncust.txt,123\n', { column: 2 }],
    ['between blanks', 'cust.txt   123\n', { column: 2 }],
    ['at characters', 'T20261122000123', { from: 10, length: 6 }],
    ['with its word', '123条', { column: 1 }],
    ['with thousands', 'cust.txt|1,230', { column: 2 }],
  ])('%s', (name, text, place) => {
    expect(readRowCount(rowsOf(text, place) ?? '')).toBe(name === 'with thousands' ? 1_230 : 123)
  })

  it('of the file itself, where one control file speaks of many', () => {
    const text = 'acct.txt|7\nD:\\out\\CUST.TXT|123\nloan|8\n'
    expect(rowsOf(text, { column: 2 }, { nameColumn: 1 })).toBe('123')
    expect(rowsOf(text, { column: 2 }, { nameColumn: 1 }, 'loan.dat.gz')).toBe('8')
    expect(rowsOf(text, { column: 2 }, { nameColumn: 1 }, 'card.txt')).toBeNull()
  })

  it.each(['', '-1', '1.5', '12a', 'rows'])('%j is none', (text) => {
    expect(readRowCount(text)).toBeNull()
  })
})

describe('a digest', () => {
  const digest = '0123456789abcdef0123456789ABCDEF'
  it.each([
    `${digest}  cust.txt\n`,
    `${digest} *cust.txt\n${'f'.repeat(32)} *acct.txt\n`,
    `MD5 (cust.txt) = ${digest}\n`,
    `${digest}\n`,
  ])('in %j', (text) => {
    expect(controlDigest(controlLines(text), 'md5', 'cust.txt')).toBe(digest.toLowerCase())
  })

  it('of other files only, or of another kind, is none', () => {
    const others = `${digest}  a.txt\n${digest}  b.txt\n`
    expect(controlDigest(controlLines(others), 'md5', 'cust.txt')).toBeNull()
    expect(controlDigest(controlLines(`${digest}  cust.txt`), 'sha256', 'cust.txt')).toBeNull()
  })
})

it('a marker’s name comes from the file’s', () => {
  expect(markerName('{name}.ok', 'cust_20261122.csv.gz')).toBe('cust_20261122.csv.gz.ok')
  expect(markerName('{stem}.flg', 'cust_20261122.csv.gz')).toBe('cust_20261122.flg')
  expect(markerName('all.ctl', 'cust.csv')).toBe('all.ctl')
})
