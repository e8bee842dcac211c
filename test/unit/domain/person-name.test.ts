import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nameKeys, nameSuffixes, readName } from '../../../src/shared/domain/text/person-name.ts'
import { hanName, wildText } from '../../support/domain/arbitraries.ts'

describe('a name', () => {
  it.each([
    ['  王建国 ', '王建国'],
    ['王　五', '王五'],
    ['王 建 国', '王建国'],
    ['阿依古丽・买买提', '阿依古丽·买买提'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽 ‧ 买买提', '阿依古丽·买买提'],
    ['John   Smith', 'John Smith'],
    ['Jose\u0301', 'José'],
    ['王\u200b建\ufeff国', '王建国'],
    ['𠮷野家', '𠮷野家'],
    ['客户 1234', '客户 1234'],
    ['Ｊｏｈｎ　Ｓｍｉｔｈ', 'John Smith'],
    // One dot, whichever key, input method or code page it came from.
    ['阿依古丽．买买提', '阿依古丽·买买提'],
    ['阿依古丽.买买提', '阿依古丽·买买提'],
    ['阿依古丽 . 买买提', '阿依古丽·买买提'],
    ['阿依古丽。买买提', '阿依古丽·买买提'],
    ['阿依古丽●买买提', '阿依古丽·买买提'],
    ['阿依古丽･买买提', '阿依古丽·买买提'],
    ['阿依古丽⋅买买提', '阿依古丽·买买提'],
    ['阿依古丽∙买买提', '阿依古丽·买买提'],
    ['阿依古丽-买买提', '阿依古丽·买买提'],
    ['张三-李四', '张三-李四'],
    ['J. SMITH', 'J. SMITH'],
    // Radicals, as a PDF gives them: simplified ones (U+2ED3 …) and Kangxi's (U+2FA6 …).
    ['\u2fa6\u2ef0', '金龙'],
    ['\u2fa6龙', '金龙'],
    ['\u2ee2文', '马文'],
    ['\u2ed3孙一', '长孙一'],
    ['\u2f3e\u2f94', '户言'],
    // Compatibility ideographs, and the marks that choose a shape.
    ['\ufa19田', '神田'],
    ['\u{2f800}云', '丽云'],
    ['葛\u{e0100}城', '葛城'],
    ['王\ufe0e五', '王五'],
  ])('written "%s" is kept as %s', (text, name) => {
    expect(readName(text)).toEqual({ ok: true, name })
  })

  it.each([
    ['', 'empty'],
    [' 　\u200b', 'empty'],
    ['·', 'empty'],
    ['13800', 'digits'],
    ['１２３', 'digits'],
    ['王'.repeat(65), 'length'],
  ])('written "%s" is refused', (text, reason) => {
    expect(readName(text)).toEqual({ ok: false, reason })
  })

  it('reads its own result again as the same', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        const read = readName(text)
        if (read.ok) expect(readName(read.name)).toEqual(read)
      }),
    )
  })
})

describe('L2: the keys of a name', () => {
  it.each([
    ['单田芳', 'shantianfang', 'stf'],
    ['仇英', 'qiuying', 'qy'],
    ['解缙', 'xiejin', 'xj'],
    ['查良镛', 'zhaliangyong', 'zly'],
    ['尉迟恭', 'yuchigong', 'ycg'],
    ['曾国藩', 'zengguofan', 'zgf'],
    ['盖聂', 'genie', 'gn'],
    ['区伟', 'ouwei', 'ow'],
    ['任长霞', 'renchangxia', 'rcx'],
    ['吕布', 'lvbu', 'lb'],
    ['欧阳娜娜', 'ouyangnana', 'oynn'],
    ['阿依古丽·买买提', 'ayigulimaimaiti', 'ayglmmt'],
    ['John Smith', 'johnsmith', 'js'],
    ['José', 'jose', 'j'],
    ['客户 1234', 'kehu1234', 'kh1234'],
    ['單偉明', 'shanweiming', 'swm'],
    ['區瑞強', 'ouruiqiang', 'orq'],
    ['樂毅', 'yueyi', 'yy'],
    ['蓋聶', 'genie', 'gn'],
    ['員半千', 'yunbanqian', 'ybq'],
    ['長孫無忌', 'zhangsunwuji', 'zswj'],
    ['尉遲恭', 'yuchigong', 'ycg'],
    ['萬俟卨', 'moqixie', 'mqx'],
    ['澹臺滅明', 'tantaimieming', 'ttmm'],
    ['鮮于通', 'xianyutong', 'xyt'],
    ['葉蘇', 'yesu', 'ys'],
    ['种丹妮', 'chongdanni', 'cdn'],
    ['贠晓华', 'yunxiaohua', 'yxh'],
    ['佴容', 'nairong', 'nr'],
    ['祭仲', 'zhaizhong', 'zz'],
    ['𠮷田花', 'jitianhua', 'jth'],
    ['王㐂国', 'wangxiguo', 'wxg'],
    ['𬭊丽', 'duli', 'dl'],
    ['王䶮', 'wangyan', 'wy'],
  ])('%s is found by %s and %s', (name, pinyin, initials) => {
    expect(nameKeys(name)).toMatchObject({ pinyin, initials })
  })

  it.each([
    ['王建国', 1],
    ['欧阳娜娜', 2],
    ['东方', 1],
    ['东方朔', 2],
    ['阿依古丽·买买提', 4],
    ['John Smith', 0],
    ['𠮷野家', 1],
    ['歐陽震華', 2],
    ['萬俟卨', 2],
    ['單于飛', 2],
  ])('of %s have a surname of %i characters', (name, length) => {
    expect(nameKeys(name).surnameLength).toBe(length)
  })

  it('leave out a character without a known reading and keep the rest', () => {
    expect(nameKeys('王\u{20000}国')).toMatchObject({ pinyin: 'wangguo', initials: 'wg' })
    expect(nameKeys('\u{20000}')).toMatchObject({ pinyin: '', initials: '' })
  })

  it('are plain lower-case letters for any name in Han characters', () => {
    fc.assert(
      fc.property(hanName, ({ name }) => {
        expect(nameKeys(name).pinyin).toMatch(/^[a-z]*$/)
      }),
    )
  })

  it('exist for anything that was ever imported as a name', () => {
    fc.assert(
      fc.property(wildText, (text) => {
        const { pinyin, initials } = nameKeys(text)
        expect(pinyin).toBe(pinyin.toLowerCase())
        expect(initials.length).toBeLessThanOrEqual(pinyin.length)
      }),
    )
  })
})

describe('the suffixes of a name', () => {
  it('begin at its second character and never cut one in half', () => {
    expect(nameSuffixes('王建国')).toEqual(['建国', '国'])
    expect(nameSuffixes('王𠮷国')).toEqual(['𠮷国', '国'])
    expect(nameSuffixes('王')).toEqual([])
  })

  it('begin with a letter or a figure, and are eight at most', () => {
    expect(nameSuffixes('艾力·买提')).toEqual(['力·买提', '买提', '提'])
    expect(nameSuffixes('一二三四五六七八九十百')).toHaveLength(8)
  })

  it('are ends of the name', () => {
    fc.assert(
      fc.property(hanName, ({ name }) => {
        for (const suffix of nameSuffixes(name)) expect(name.endsWith(suffix)).toBe(true)
      }),
    )
  })
})
