import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { otherLetterKeys } from '../../../src/shared/domain/text/name-spellings.ts'
import { nameKeys } from '../../../src/shared/domain/text/person-name.ts'
import { withoutRadicals } from '../../../src/shared/domain/text/radicals.ts'
import { toSimplified } from '../../../src/shared/domain/text/simplified.ts'
import { surnameCandidates } from '../../../src/shared/domain/text/surname-candidates.ts'
import { surnameReadings } from '../../../src/shared/domain/text/surname-readings.ts'
import { wildText } from '../../support/domain/arbitraries.ts'

const keysOf = (name: string) => {
  const kept = nameKeys(name)
  return [kept, ...otherLetterKeys(name, kept)]
}

describe('L2: a surname with several readings', () => {
  it.each([
    ['覃海燕', ['qinhaiyan', 'tanhaiyan'], ['qhy', 'thy']],
    ['隗小宁', ['weixiaoning', 'kuixiaoning'], ['wxn', 'kxn']],
    ['种丹妮', ['chongdanni', 'zhongdanni'], ['cdn', 'zdn']],
    ['贠晓华', ['yunxiaohua', 'yuanxiaohua'], ['yxh']],
    ['洗星海', ['xianxinghai', 'xixinghai'], ['xxh']],
    ['祭仲', ['zhaizhong', 'jizhong'], ['zz', 'jz']],
    ['翟家明', ['zhaijiaming', 'dijiaming'], ['zjm', 'djm']],
    ['乐思远', ['yuesiyuan', 'lesiyuan'], ['ysy', 'lsy']],
    ['樂思遠', ['yuesiyuan', 'lesiyuan'], ['ysy', 'lsy']],
    ['單偉明', ['shanweiming', 'danweiming'], ['swm', 'dwm']],
    ['長孫一鳴', ['zhangsunyiming', 'changsunyiming'], ['zsym', 'csym']],
    ['谌龙', ['chenlong', 'shenlong'], ['cl', 'sl']],
  ])('%s is found by each', (name, pinyin, initials) => {
    const keys = keysOf(name)
    expect(keys.map((key) => key.pinyin)).toEqual(expect.arrayContaining(pinyin))
    expect(keys.map((key) => key.initials)).toEqual(expect.arrayContaining(initials))
  })

  it('is found by each whichever reading was kept by an earlier version', () => {
    expect(otherLetterKeys('單偉明', { pinyin: 'danweiming', initials: 'dwm' })).toEqual([
      { pinyin: 'shanweiming', initials: 'swm' },
    ])
  })

  it('says nothing of a name whose keys are of another kind', () => {
    expect(otherLetterKeys('覃海燕', { pinyin: '', initials: '' })).toEqual([])
    expect(otherLetterKeys('王建国', { pinyin: 'wangjianguo', initials: 'wjg' })).toEqual([])
  })

  it('has a syllable for each of its characters', () => {
    for (const surname of ['覃', '尉迟', '尉遲', '单于', '萬俟'])
      for (const reading of surnameReadings(`${surname}国强`))
        expect(reading).toHaveLength([...surname].length)
  })
})

describe('a name in letters', () => {
  it.each([
    ['LYU WEI', ['lyuwei', 'lvwei', 'weilyu', 'weilv']],
    ['LYU, WEI', ['lyuwei', 'lvwei', 'weilyu']],
    ['WEI LYU', ['weilyu', 'lyuwei', 'lvwei']],
    ['JEAN CLAUDE VAN DAMME', ['jeanclaudevandamme', 'dammejeanclaudevan', 'claudevandammejean']],
    ['NYU', ['nyu', 'nv']],
  ])('%s is found in any order and by the v key', (name, pinyin) => {
    expect(keysOf(name).map((key) => key.pinyin)).toEqual(expect.arrayContaining(pinyin))
  })

  it('gives no key twice and none that is empty, whatever it is', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        const pinyin = otherLetterKeys(text, nameKeys(text)).map((key) => key.pinyin)
        expect(new Set(pinyin).size).toBe(pinyin.length)
        expect(pinyin).not.toContain('')
      }),
    )
  })
})

describe('the surname box', () => {
  it.each(['lv', 'lü', 'lyu', 'ly', 'LYU'])('offers 吕 for %s', (typed) => {
    expect(surnameCandidates(typed)).toContain('吕')
  })

  it('offers a surname by its second reading', () => {
    expect(surnameCandidates('tan')).toContain('覃')
    expect(surnameCandidates('di')).toContain('翟')
  })
})

describe('simplified characters', () => {
  it('are what traditional ones fall together in', () => {
    expect(toSimplified('區瑞強')).toBe('区瑞强')
    expect(toSimplified('長孫無忌')).toBe('长孙无忌')
    expect(toSimplified('範後裡')).toBe(toSimplified('范后里'))
    expect(toSimplified('𠮷田')).toBe('吉田')
  })

  it('are the same read again, and keep the number of characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(toSimplified(toSimplified(text))).toBe(toSimplified(text))
        expect([...toSimplified(text)]).toHaveLength([...text].length)
      }),
    )
    const everyone = Array.from({ length: 0x9fff - 0x3400 }, (_, at) => String.fromCodePoint(0x3400 + at))
    for (const point of everyone) expect(toSimplified(toSimplified(point))).toBe(toSimplified(point))
  })
})

describe('radicals', () => {
  it('of Kangxi are the characters that Unicode composes them to (NFKC)', () => {
    for (let point = 0x2f00; point <= 0x2fd5; point += 1) {
      const radical = String.fromCodePoint(point)
      const mainland = { 戶: '户', 靑: '青' }[radical.normalize('NFKC')]
      expect(withoutRadicals(radical)).toBe(mainland ?? radical.normalize('NFKC'))
    }
  })

  it('of the simplified block are what a reader sees', () => {
    // Code points and characters as they stand in the code charts of the CJK Radicals Supplement.
    const chart = {
      '\u2ed3': '长',
      '\u2ee2': '马',
      '\u2ecb': '车',
      '\u2ed4': '门',
      '\u2ef0': '龙',
      '\u2ee5': '鱼',
    }
    for (const [radical, character] of Object.entries(chart)) expect(withoutRadicals(radical)).toBe(character)
  })
})
