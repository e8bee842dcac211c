import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { latinKey, latinSpellings } from '../../../src/shared/domain/text/latin-key.ts'
import { nameKeys } from '../../../src/shared/domain/text/person-name.ts'
import { LONGEST_SEARCH, MOST_TERMS, parseSearch } from '../../../src/shared/domain/text/search-text.ts'
import { wildText } from '../../support/domain/arbitraries.ts'

const shown = (text: string) => parseSearch(text).map((term) => `${term.kind} ${term.text}`)

describe('L2: the search box', () => {
  it.each([
    ['王建国', ['han 王建国']],
    ['wjg', ['latin wjg']],
    ['5678', ['digits 5678']],
    ['王5678', ['han 王', 'digits 5678']],
    ['wjg 5678', ['latin wjg', 'digits 5678']],
    ['wjg5678', ['latin wjg', 'digits 5678']],
    ['王 5678 1234', ['han 王', 'digits 5678', 'digits 1234']],
    ['WangJianGuo', ['latin wangjianguo']],
  ])('splits %s', (text, terms) => {
    expect(shown(text)).toEqual(terms)
  })

  it.each([
    ['A017', ['ticket A017']],
    ['ａ０１７', ['ticket A017']],
    ['w5678', ['latin w', 'digits 5678']],
  ])('tells a ticket from an initial with a tail: %s', (text, terms) => {
    expect(shown(text)).toEqual(terms)
  })

  it.each([
    ['11010519491231002x', ['id 11010519491231002X']],
    ['002X', ['id 002X']],
    ['110105194912310021', ['id 110105194912310021']],
    ['王11010519491231002X', ['han 王', 'id 11010519491231002X']],
    ['6222021234567890123', ['digits 6222021234567890123']],
  ])('tells an identity number from a card: %s', (text, terms) => {
    expect(shown(text)).toEqual(terms)
  })

  it.each([
    ["wang'jian'guo", ['latin wangjianguo']],
    ['wang jian guo', ['latin wangjianguo']],
    ['王 建　国', ['han 王建国']],
    ['１００ １２３４ ５６７８', ['digits 10012345678']],
    ['100-1234-5678', ['digits 10012345678']],
    ['6222 0212 3456 7890 123', ['digits 6222021234567890123']],
    ['阿依古丽•买买提', ['han 阿依古丽·买买提']],
    ['lü', ['latin lv']],
    ['\u2fa6\u2ef0', ['han 金龙']],
    ['葛\u{e0100}城', ['han 葛城']],
    ['阿依古丽．买买提', ['han 阿依古丽·买买提']],
  ])('takes out what an input method put in: %s', (text, terms) => {
    expect(shown(text)).toEqual(terms)
  })

  it.each(['', '   ', '%_*?', '\u0301', '·'])('finds nothing to look for in "%s"', (text) => {
    expect(parseSearch(text)).toEqual([])
  })

  it('finds rare characters whole', () => {
    expect(shown('𠮷㐂')).toEqual(['han 𠮷㐂'])
  })

  it('reads a name typed in Latin letters as the name is kept', () => {
    for (const name of ['José', 'Müller', 'John Smith']) {
      expect(shown(name)).toEqual([`latin ${nameKeys(name).pinyin}`])
    }
  })

  it('looks up a u after l or n as ü too, and no other u', () => {
    expect(latinSpellings('lubu')).toEqual(['lubu', 'lvbu'])
    expect(latinSpellings('nulu')).toEqual(['nulu', 'nvlu', 'nulv', 'nvlv'])
    expect(latinSpellings('juqu')).toEqual(['juqu'])
    expect(latinSpellings('lyubu')).toEqual(['lyubu', 'lvbu'])
    expect(latinSpellings('nyue')).toEqual(['nyue', 'nve'])
    fc.assert(
      fc.property(wildText, (text) => {
        const key = latinKey(text)
        const spellings = latinSpellings(key)
        expect(spellings[0]).toBe(key)
        expect(spellings.length).toBeLessThanOrEqual(8)
        expect(new Set(spellings).size).toBe(spellings.length)
      }),
    )
  })

  it('never throws, keeps its bounds and gives no empty term, whatever is typed', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        const terms = parseSearch(text)
        expect(terms.length).toBeLessThanOrEqual(MOST_TERMS)
        for (const term of terms) {
          expect(term.text).not.toBe('')
          expect(term.text.length).toBeLessThanOrEqual(LONGEST_SEARCH * 4)
          if (term.kind === 'digits') expect(term.text).toMatch(/^\d+$/)
          if (term.kind === 'han') expect(term.text).toMatch(/^[\p{Script=Han}·]+$/u)
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('does not slow down on a long paste', () => {
    expect(parseSearch('王a1 '.repeat(100_000)).length).toBe(MOST_TERMS)
  })
})
