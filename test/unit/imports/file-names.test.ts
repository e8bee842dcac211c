import { describe, expect, it } from 'vitest'
import {
  fileNamePattern,
  hasNight,
  nameOfNight,
  nightOf,
  sameTableOfNights,
} from '../../../src/shared/domain/imports/file-name-pattern.ts'

describe('the day in a file’s name', () => {
  it.each([
    ['CUST_{YYYYMMDD}.txt', 'cust_20261122.TXT', '2026-11-22'],
    ['{YYYY-MM-DD}-cust*.csv', '2026-11-22-cust_0101.csv', '2026-11-22'],
    ['c.{YYMMDD}.dat', 'c.261122.dat', '2026-11-22'],
    ['c_{YYYYMMDDhhmmss}.dat', 'c_20261122231500.dat', '2026-11-22'],
    ['{YYYYMMDD}_{YYYYMMDD}.dat', '20261122_20261121.dat', '2026-11-22'],
  ])('%s finds %s', (pattern, name, night) => {
    expect(hasNight(pattern)).toBe(true)
    expect(fileNamePattern(pattern).test(name)).toBe(true)
    expect(nightOf(pattern, name)).toBe(night)
  })

  it.each([
    ['CUST_{YYYYMMDD}.txt', 'CUST_20261322.txt'],
    ['CUST_{YYYYMMDD}.txt', 'CUST_20260230.txt'],
    ['CUST_{YYYYMMDD}.txt', 'CUST_2026112.txt'],
  ])('%s has none in %s', (pattern, name) => {
    expect(nightOf(pattern, name)).toBeNull()
  })

  it('stands in the name of what is missing', () => {
    expect(nameOfNight('CUST_{YYYYMMDD}_*.txt', '2026-11-22')).toBe('CUST_20261122_*.txt')
  })

  it('braces that are no day stand for themselves', () => {
    expect(hasNight('a{1}.csv')).toBe(false)
    expect(fileNamePattern('a{1}.csv').test('a{1}.csv')).toBe(true)
  })
})

describe('several nights of one table', () => {
  it.each([
    [['cust_20261121.csv', 'cust_20261122.csv']],
    [['2026-11-21-cust.csv', '2026-11-22-cust.csv']],
    [['cust_20261121230000.csv', 'cust_20261122230500.csv']],
    [['a.csv', 'CUST_20261121.csv', 'cust_20261122.csv']],
  ])('%j are noticed', (names) => {
    expect(sameTableOfNights(names)).toHaveLength(2)
  })

  it.each([
    [['cust_0101_20261122.csv', 'cust_0102_20261122.csv']],
    [['cust_0101_20261121.csv', 'cust_0102_20261122.csv']],
    [['cust_1.csv', 'cust_2.csv']],
    [['cust_20261399.csv', 'cust_20261398.csv']],
    [['cust_6222021234567890.csv', 'cust_6222021234567891.csv']],
  ])('%j are none', (names) => {
    expect(sameTableOfNights(names)).toBeNull()
  })
})
