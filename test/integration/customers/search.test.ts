import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { RANGE_OF_KEYS } from '../../../src/main/engine/search-index/probe.ts'
import { customers } from '../../../src/shared/contract/customers.ts'
import { BranchPeople, inventedId } from '../../support/customers/branch-people.ts'

let branch: BranchPeople
beforeEach(() => {
  branch = new BranchPeople()
})
afterEach(() => branch.close())

function found(text: string): string[] {
  branch.refresh()
  return branch.namesFound(text)
}

describe('names (L2)', () => {
  test('a name is found by its front, from its middle, by full pinyin and by initials', () => {
    branch.add({ name: '王建国' })
    branch.add({ name: '李晓红' })
    for (const text of ['王', '王建', '王建国', '建国', '国', 'wangjianguo', 'wang jian', 'wjg', 'WJ']) {
      expect(found(text), text).toEqual(['王建国'])
    }
  })

  test('a surname with a reading of its own is found by that reading', () => {
    branch.add({ name: '单晓明' })
    branch.add({ name: '仇立新' })
    branch.add({ name: '尉迟恭' })
    expect(found('shanxiaoming')).toEqual(['单晓明'])
    expect(found('sxm')).toEqual(['单晓明'])
    // Who does not know the family types the everyday reading.
    expect(found('danxiaoming')).toEqual(['单晓明'])
    expect(found('xianxiaoming')).toEqual([])
    expect(found('qiulixin')).toEqual(['仇立新'])
    expect(found('yuchigong')).toEqual(['尉迟恭'])
  })

  test('a name with ü is found as it is typed: v, ü, or u', () => {
    branch.add({ name: '吕布' })
    branch.add({ name: '吕绿女' })
    branch.add({ name: '陆步' })
    for (const text of ['lvbu', 'lübu', 'lu bu', 'LUB']) expect(found(text), text).toContain('吕布')
    for (const text of ['lulunu', 'lvlunu', 'lülünü', 'lulunv']) expect(found(text), text).toEqual(['吕绿女'])
    expect(found('lubu').toSorted()).toEqual(['吕布', '陆步'].toSorted())
    expect(found('lvbu')).toEqual(['吕布'])
    expect(found('5678 lubu')).toEqual([])
  })

  test('characters beyond the basic plane are found by their front and from the middle', () => {
    branch.add({ name: '𠮷田𡈽' })
    branch.add({ name: '㐂子' })
    expect(found('𠮷')).toEqual(['𠮷田𡈽'])
    expect(found('田𡈽')).toEqual(['𠮷田𡈽'])
    expect(found('𡈽')).toEqual(['𠮷田𡈽'])
    expect(found('㐂')).toEqual(['㐂子'])
  })

  test('a dotted name is found with and without its dot, and by its second part', () => {
    branch.add({ name: '阿依古丽·买买提' })
    for (const text of ['阿依古丽·买', '阿依古丽买买提', '阿依古丽•买买提', '买买提', 'ayiguli']) {
      expect(found(text), text).toEqual(['阿依古丽·买买提'])
    }
  })

  test('a Latin name is found by either part in either case', () => {
    branch.add({ name: 'John Smith' })
    for (const text of ['john', 'JOHN SMITH', 'js', 'smith'])
      expect(found(text), text).toEqual(['John Smith'])
  })

  test('two people with the same name and birthday are two lines', () => {
    branch.add({ name: '张伟', birthOn: '1980-02-29' })
    branch.add({ name: '张伟', birthOn: '1980-02-29' })
    expect(found('张伟')).toEqual(['张伟', '张伟'])
  })

  test('someone who matches in several ways is one line', () => {
    branch.add({ name: '王小王' })
    expect(found('王')).toEqual(['王小王'])
  })
})

describe('numbers', () => {
  const idNumber = inventedId('1980-05-17', 123)

  beforeEach(() => {
    const person = branch.add({ name: '周正', phone: '10012345678', idNumber })
    branch.card(person.id, '6299990000001112345')
    branch.refresh()
  })

  test('a whole number finds, and so does the tail that the mask leaves', () => {
    const { lines } = branch.engine.run('customers.search', { text: '5678' })
    expect(lines.map((line) => line.matched)).toEqual(['phone'])
    expect(branch.namesFound('10012345678')).toEqual(['周正'])
    expect(branch.namesFound('678')).toEqual(['周正'])
    expect(branch.namesFound(idNumber)).toEqual(['周正'])
    expect(branch.namesFound(idNumber.slice(-4))).toEqual(['周正'])
    expect(branch.namesFound('6299990000001112345')).toEqual(['周正'])
    expect(branch.namesFound('2345')).toEqual(['周正'])
    expect(branch.namesFound('C0000001')).toEqual(['周正'])
    expect(branch.namesFound('c0000001')).toEqual(['周正'])
  })

  test('a tail too short finds nobody', () => {
    for (const text of ['', ' ', '8', '78', idNumber.slice(-3)]) expect(branch.namesFound(text)).toEqual([])
  })

  test('P2: a hidden digit cannot be felt out one at a time, from either end of a number', () => {
    const cases = [
      '45678',
      '345678',
      '2345678',
      '1001',
      '10012',
      '100123',
      '12345',
      '112345',
      ...[5, 6, 8, 12, 13, 17].map((length) => idNumber.slice(-length)),
    ]
    for (const text of cases) expect(branch.namesFound(text), text).toEqual([])
  })

  test('P2: four hidden digits at once are no whole number: they would be tried on everybody', () => {
    for (const text of ['1001234', '10012345', '12345678', '2345 1001234']) {
      expect(branch.namesFound(text), text).toEqual([])
    }
  })

  test('a passport is found whole and never by its tail', () => {
    branch.add({ name: '外籍', idNumber: 'E88887777' })
    branch.refresh()
    expect(branch.namesFound('7777')).toEqual([])
  })
})

describe('several terms', () => {
  beforeEach(() => {
    branch.add({ name: '王一', phone: '10011115678' })
    branch.add({ name: '李二', phone: '10022225678' })
    branch.add({ name: '王三', phone: '10033330000' })
    branch.refresh()
  })

  test('every term must fit', () => {
    expect(branch.namesFound('王 5678')).toEqual(['王一'])
    expect(branch.namesFound('5678 li')).toEqual(['李二'])
    expect(branch.namesFound('w5678')).toEqual(['王一'])
    expect(branch.namesFound('赵 5678')).toEqual([])
  })

  test('P2: a name beside a number tells no more of it than the mask does', () => {
    branch.add({ name: '王建国', phone: '10044447777' })
    branch.add({ name: '欧阳娜娜', phone: '10055557777' })
    branch.add({ name: '单晓明', phone: '10066667777' })
    branch.refresh()
    const beside = (name: string) => branch.namesFound(`${name} 7777`)
    for (const name of ['王', '王建', '王建国', '王军', 'wang', 'wangj', 'wangqiang', 'w', 'wjg', 'wxq']) {
      expect(beside(name), name).toEqual(['王建国'])
    }
    for (const name of ['欧', '欧阳', '欧阳娜', '欧阳春', 'ouyang', 'ouyangchun', 'oynn', 'oyc']) {
      expect(beside(name), name).toEqual(['欧阳娜娜'])
    }
    for (const name of ['单', '單晓', 'shan', 'danxiaoming', 'sxm'])
      expect(beside(name), name).toEqual(['单晓明'])
    for (const name of ['建国', '李建国', 'li', 'jianguo']) expect(beside(name), name).toEqual([])
    // The same beside a whole number, which names one person.
    expect(branch.namesFound('王军 10044447777')).toEqual(['王建国'])
  })

  test('a tail still being typed does not empty the list', () => {
    expect(branch.namesFound('王 56')).toEqual(['王一', '王三'])
  })

  test('a number that is a whole customer number comes before those that begin with it', () => {
    const { connection } = branch.engine
    for (let serial = 0; serial < 3; serial++) branch.add({ name: `客户 ${serial}` })
    connection.script(`UPDATE customer SET customer_no = '123' || id WHERE name LIKE '客户%'`)
    connection.script(`UPDATE customer SET customer_no = '123' WHERE name = '客户 2'`)
    branch.refresh()
    expect(branch.namesFound('123')[0]).toBe('客户 2')
    expect(branch.namesFound('客户 123')[0]).toBe('客户 2')
  })
})

describe('order', () => {
  test('value comes first, then who was here last, across all kinds of key', () => {
    branch.add({ name: '马甲', balanceFen: 0 })
    const recent = branch.add({ name: '马乙', balanceFen: 0 })
    branch.add({ name: '小马丙', balanceFen: 40_000_000 })
    branch.add({ name: '马丁', balanceFen: 6_000_000 })
    branch.contact(recent.id, '2026-11-18')
    expect(found('马')).toEqual(['小马丙', '马丁', '马乙', '马甲'])
  })

  test('P2: in one bucket nothing of the order follows from what is hidden', () => {
    const phones = ['10087650001', '10012340001', '10045670001', '10000000001']
    for (const [index, phone] of phones.entries()) branch.add({ name: `孙${'丁丙乙甲'[index]}一`, phone })
    expect(found('0001')).toEqual(['孙丁一', '孙丙一', '孙乙一', '孙甲一'])
    expect(found('孙')).toEqual(['孙丁一', '孙丙一', '孙乙一', '孙甲一'])
    expect(found('s')).toEqual(['孙丁一', '孙丙一', '孙乙一', '孙甲一'])
  })

  test('the whole name comes before longer ones', () => {
    branch.add({ name: '李明华' })
    branch.add({ name: '李明' })
    expect(found('李明')).toEqual(['李明', '李明华'])
  })

  test('more says that there is another, and only then', () => {
    for (let count = 0; count < 3; count++) branch.add({ name: `孙${'甲乙丙'[count]}` })
    branch.refresh()
    expect(branch.engine.run('customers.search', { text: '孙', limit: 3 })).toMatchObject({ more: false })
    const cut = branch.engine.run('customers.search', { text: '孙', limit: 2 })
    expect(cut.more).toBe(true)
    expect(cut.lines).toHaveLength(2)
  })
})

test('one range of the search is one seek into the key itself, without a sort', () => {
  const plan = branch.engine.connection
    .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${RANGE_OF_KEYS.sql}`)
    .all(0, 0, 'a', 'b')
  expect(plan.map((step) => step.detail)).toEqual([
    'SEARCH search_key USING PRIMARY KEY (kind=? AND bucket=? AND key>? AND key<?)',
  ])
})

test('an administrator is not a caller of any operation on customers', () => {
  const operations = Object.values(customers)
  expect(operations).toHaveLength(13)
  for (const { callers } of operations) expect(callers).not.toContain('admin')
})
