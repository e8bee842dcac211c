import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { BranchPeople } from '../../support/customers/branch-people.ts'

let branch: BranchPeople
beforeEach(() => {
  branch = new BranchPeople()
})
afterEach(() => branch.close())

function found(text: string): string[] {
  branch.refresh()
  return branch.namesFound(text)
}

describe('L2: a person is found by every way of writing the name', () => {
  test.each([
    ['單偉明', ['單偉明', '单伟明', '單伟', '偉明', '伟明', 'shanweiming', 'danweiming', 'swm', 'dwm']],
    ['单伟明', ['單偉明', '单伟明', '偉明', 'shanweiming']],
    ['區瑞強', ['區瑞強', '区瑞强', '瑞强', 'ouruiqiang', 'orq', 'quruiqiang']],
    ['長孫無忌', ['长孙无忌', '長孫', 'zhangsunwuji', 'changsunwuji', 'zswj', '无忌']],
    ['覃海燕', ['覃海燕', 'qinhaiyan', 'tanhaiyan', 'qhy', 'thy']],
    ['隗小宁', ['weixiaoning', 'kuixiaoning']],
    ['贠晓华', ['yunxiaohua', 'yuanxiaohua']],
    ['𠮷田花', ['𠮷田花', '吉田花', 'jitianhua', 'jth', '田花']],
    ['LYU WEI', ['LYU WEI', 'lyuwei', 'lvwei', 'lüwei', 'weilyu', 'wei lyu', 'lw', 'wl']],
    ['吕芳', ['lyufang', 'lvfang', 'lufang', 'lü fang', 'LYU FANG']],
    ['金龙', ['金龙', '\u2fa6\u2ef0', '\u2fa6龙', '金龍']],
    [
      '阿依古丽·买买提',
      [
        '阿依古丽．买买提',
        '阿依古丽 . 买买提',
        '阿依古丽买买提',
        '阿依古丽•买买提',
        '阿依古丽-买买提',
        '买买提',
      ],
    ],
    ['张三-李四', ['张三-李四', '张三李四', '李四']],
  ])('%s', (name, texts) => {
    branch.add({ name })
    branch.add({ name: '王建国' })
    for (const text of texts) expect(found(text), text).toEqual([name])
  })

  test('and by nothing that is another name', () => {
    branch.add({ name: '覃海燕' })
    for (const text of ['xinhaiyan', 'haiyantan', 'thx']) expect(found(text), text).toEqual([])
  })
})
