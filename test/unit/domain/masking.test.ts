import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  maskAddress,
  maskCard,
  maskEmployer,
  maskFreeText,
  maskIdNumber,
  maskKnownPhone,
  maskName,
  maskPhone,
} from '../../../src/shared/domain/text/masking.ts'
import { hanName, wildText } from '../../support/domain/arbitraries.ts'

const points = (text: string) => [...text]

describe('P2: a stranger’s number', () => {
  it.each([
    ['13812345678', '5678', '138****5678'],
    [null, '5678', '****5678'],
    [null, null, null],
  ])('%s with the tail %s is shown as %s', (phone, tail, shown) => {
    expect(maskKnownPhone(phone, tail)).toBe(shown)
  })
})

describe('P2: a masked name', () => {
  it.each([
    ['王建国', '王**'],
    ['王五', '王*'],
    ['欧阳娜娜', '欧阳**'],
    ['司马光', '司马*'],
    ['东方', '东*'],
    ['阿依古丽·买买提', '阿依古丽·***'],
    ['𠮷野家', '𠮷**'],
    ['王𠮷', '王*'],
    ['John Smith', 'J*********'],
    ['Alexander Konstantinopolsky-Beauregard', 'A*********'],
    ['阿卜杜拉·买买提江', '阿卜杜拉·****'],
    ['王', '*'],
    ['', ''],
  ])('of %s is %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  it('keeps the surname and one star for each character of the given name', () => {
    fc.assert(
      fc.property(hanName, ({ surname, given, name }) => {
        expect(maskName(name)).toBe(surname + '*'.repeat(points(given).length))
      }),
    )
  })

  it('always hides something and keeps the number of characters of a name that fits a line', () => {
    fc.assert(
      fc.property(wildText, (name) => {
        const masked = maskName(name)
        if (points(name).length <= 10) expect(points(masked).length).toBe(points(name).length)
        else expect(points(masked).length).toBeLessThanOrEqual(points(name).length)
        expect(masked).not.toMatch(/\*{10}/)
        if (points(name.replaceAll('·', '')).length > 1) expect(masked).toContain('*')
      }),
    )
  })
})

describe('a masked number', () => {
  it.each([
    [maskPhone, '13812345678', '138****5678'],
    [maskPhone, '01087654321', '*******4321'],
    [maskPhone, '5678', '****'],
    [maskPhone, '', ''],
    [maskIdNumber, '11010519491231002X', '1*************002X'],
    [maskIdNumber, 'E12345678', 'E******78'],
    [maskIdNumber, '123', '***'],
    [maskCard, '6222021234567890123', '***************0123'],
    [maskCard, '1234', '****'],
    [maskCard, '123456', '******'],
    [maskCard, '1234567', '*******'],
    [maskCard, '12345678', '****5678'],
    [maskPhone, '87654321', '****4321'],
    [maskPhone, '7654321', '*******'],
  ] as const)('%o of %s is %s', (mask, number, masked) => {
    expect(mask(number)).toBe(masked)
  })

  it.each([
    ['phone', maskPhone, 3, 4],
    ['identity', maskIdNumber, 1, 4],
    ['card', maskCard, 0, 4],
  ] as const)('of a %s says nothing about the hidden part', (_, mask, head, tail) => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789X'), maxLength: 24 })
    fc.assert(
      fc.property(digits, digits, (first, middle) => {
        const whole = first + middle
        const other = points(whole)
          .map((digit, at) => (at < head || at >= whole.length - tail ? digit : '0'))
          .join('')
        if (/^1\d{10}$/.test(whole) === /^1\d{10}$/.test(other)) expect(mask(whole)).toBe(mask(other))
        expect(mask(whole)).toHaveLength(whole.length)
        if (whole.length > 0) expect(mask(whole)).toContain('*')
      }),
    )
  })
})

describe('a masked address', () => {
  it.each([
    ['河北省石家庄市长安区中山东路12号', '河北省石家庄市长安区***'],
    ['北京市朝阳区建国路1号', '北京市朝阳区***'],
    ['上海浦东新区张江路', '上海浦东新区***'],
    ['内蒙古自治区呼伦贝尔市海拉尔区胜利大街', '内蒙古自治区呼伦贝尔市海拉尔区***'],
    ['内蒙古自治区锡林郭勒盟正蓝旗上都镇', '内蒙古自治区锡林郭勒盟正蓝旗***'],
    ['吉林省延边朝鲜族自治州延吉市河南街', '吉林省延边朝鲜族自治州延吉市***'],
    ['江苏省苏州市昆山市玉山镇', '江苏省苏州市昆山市***'],
    ['河北省正定县东大街', '河北省正定县***'],
    ['河北省唐山市路南区新华道', '河北省唐山市路南区***'],
    ['四川省乐山市市中区嘉定路', '四川省乐山市市中区***'],
  ])('of %s keeps the district: %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked)
  })

  it.each([
    ['浙江省杭州市幸福小区3号', '浙江省杭州市***'],
    ['广东省深圳市城市花园12号', '广东省深圳市***'],
    ['北京市菜市口胡同8号', '北京市***'],
    ['北京市和平里七区3号', '北京市***'],
    ['河北省石家庄市红旗大街8号', '河北省石家庄市***'],
    ['幸福小区3号楼', '***'],
    ['Hauptstrasse 1, Praha', '***'],
  ])('of %s does not take a community, a market or a garden for a district: %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked)
  })

  it('is nothing for nothing', () => {
    expect(maskAddress('')).toBe('')
  })

  it('never shows a figure, so never a house', () => {
    const tail = fc.string({ unit: fc.constantFrom(...'中山东路区县市0123456789号楼'), maxLength: 20 })
    fc.assert(
      fc.property(fc.constantFrom('', '河北省', '北京市', '河北省石家庄市'), tail, (head, rest) => {
        expect(maskAddress(head + rest)).not.toMatch(/\d/)
      }),
    )
  })
})

describe('other masked text', () => {
  it('of an employer keeps two characters of a longer name', () => {
    expect(maskEmployer('石家庄第一中学')).toBe('石家***')
    expect(maskEmployer('华为')).toBe('***')
    expect(maskEmployer('')).toBe('')
  })
})

describe('P2: free text', () => {
  it.each([
    ['回电 10012345678 找她儿子', '回电 100****5678 找她儿子'],
    ['100-1234-5678 打不通', '100****5678 打不通'],
    ['座机 0999-88886666', '座机 ********6666'],
    ['证件 999901198005170121 已核', '证件 9*************0121 已核'],
    ['证件 99990119800517012X 已核', '证件 9*************012X 已核'],
    ['卡 6299 9900 0000 1112 345 挂失', '卡 ***************2345 挂失'],
    ['王建国来电,王建国要预约', '王**来电,王**要预约'],
  ])('hides whose it is: %s', (text, shown) => {
    expect(maskFreeText(text, ['王建国'])).toBe(shown)
  })

  it.each(['2026-11-20 2026-11-21 来过', '大额存单 2000000 元,3 年 2.35%', '约 11-23 10:30', '王先生要预约'])(
    'leaves dates, amounts and a surname as they are: %s',
    (text) => {
      expect(maskFreeText(text, ['王建国'])).toBe(text)
    },
  )

  it('hides a name of two characters, and takes no single character for a name', () => {
    expect(maskFreeText('王五和王一起来', ['王五', '王'])).toBe('王*和王一起来')
  })
})
