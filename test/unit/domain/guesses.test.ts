import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_SETTINGS as LIMITS } from '../../../src/shared/domain/branch/settings.ts'
import {
  CHANCE_TOLD,
  HOUR_MS,
  mostWithinAnHour,
  type Tried,
  waitBefore,
} from '../../../src/shared/domain/consent/guesses.ts'
import { goesOn, isNameTried, nameTyped } from '../../../src/shared/domain/consent/typed-name.ts'
import { questionsFor } from '../../../src/shared/domain/consent/viewing.ts'
import { chanceOf, looksLike, wholeNumbersIn } from '../../../src/shared/domain/text/whole-number.ts'

const AT = 1_000_000
const tried = (part: Partial<Tried>): Tried => ({
  numbers: 0,
  names: 0,
  chance: 0,
  lastNumberAt: AT,
  lastNameAt: AT,
  ...part,
})

describe('P2: pauses', () => {
  test('none below the limit, then five seconds, and twice as long with every five more, up to five minutes', () => {
    const pauses = [29, 30, 34, 35, 40, 45, 50, 55, 60, 500].map(
      (numbers) => waitBefore('number', tried({ numbers }), LIMITS, AT) / 1_000,
    )
    expect(pauses).toEqual([0, 5, 5, 10, 20, 40, 80, 160, 300, 300])
  })

  test('end with the clock, and are never longer than themselves, wherever the clock is set to', () => {
    const at = (nowAt: number) => waitBefore('number', tried({ numbers: 30 }), LIMITS, nowAt)
    expect([AT, AT + 1_000, AT + 4_999, AT + 5_000, AT + HOUR_MS].map(at)).toEqual([5_000, 4_000, 1, 0, 0])
    expect(at(AT - 24 * HOUR_MS)).toBe(5_000)
  })

  test('begin with the last try of their own kind', () => {
    const both = tried({ numbers: 30, names: 60, lastNumberAt: AT - 3_000 })
    expect(waitBefore('number', both, LIMITS, AT)).toBe(2_000)
    expect(waitBefore('name', both, LIMITS, AT)).toBe(5_000)
    expect(waitBefore('name', tried({ names: 60, lastNameAt: null }), LIMITS, AT)).toBe(0)
  })

  test('numbers that look like somebody’s wait from their own limit on, and names from theirs', () => {
    expect(waitBefore('number', tried({ chance: CHANCE_TOLD - 1 }), LIMITS, AT)).toBe(0)
    expect(waitBefore('number', tried({ chance: CHANCE_TOLD }), LIMITS, AT)).toBe(5_000)
    expect(waitBefore('name', tried({ chance: CHANCE_TOLD, numbers: 99, names: 59 }), LIMITS, AT)).toBe(0)
    expect(waitBefore('name', tried({ names: 60 }), LIMITS, AT)).toBe(5_000)
  })

  test('the most within an hour is what the plain count of every hour says', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 * HOUR_MS }), { maxLength: 40 }), (instants) => {
        const plain = instants.map((end) => instants.filter((at) => at > end - HOUR_MS && at <= end).length)
        expect(mostWithinAnHour(instants)).toBe(Math.max(0, ...plain))
      }),
    )
  })

  test('the head is asked to ask about it, with the figures', () => {
    const day = {
      staffNo: '1',
      people: 0,
      peopleWithoutBusiness: 0,
      outsideHoursAt: [],
      repeated: [],
      reveals: 0,
    }
    const about = (part: { numbersAnHour?: number; namesAnHour?: number; chance?: number }) =>
      questionsFor(
        [{ ...day, tried: { guesses: 70, numbersAnHour: 0, namesAnHour: 0, chance: 0, ...part } }],
        200,
        LIMITS,
      )
    expect(about({ numbersAnHour: 29, namesAnHour: 59, chance: 49 })).toEqual([])
    for (const part of [{ numbersAnHour: 30 }, { namesAnHour: 60 }, { chance: 50 }]) {
      expect(about(part)).toMatchObject([{ kind: 'guesses', guesses: 70, within: 14 }])
    }
  })
})

describe('what is one name', () => {
  test.each([
    ['wang', 'wangj', true],
    ['wangj', 'wang', true],
    ['wangjian', '王建', true],
    ['王jian', '王建', true],
    ['王建', '王军', false],
    ['wj', 'wk', false],
    ['王建', 'wangjun', false],
  ])('%s then %s: %s', (before, text, expected) => {
    expect(goesOn(before, text)).toBe(expected)
  })

  test('beside a number, a name is held against its mask alone and is no try; nor is a code or a single letter', () => {
    expect(['王建国', 'wjg', '王 56'].map(nameTyped)).toEqual(['王建国', 'wjg', '王 56'])
    expect(['王建 5678', '5678', 'C0001234', 'A017', ' ', ''].map(nameTyped)).toEqual(Array(6).fill(null))
    expect(['dy', 'w', '王'].map(isNameTried)).toEqual([false, false, false])
    expect(['王建', 'wj'].map(isNameTried)).toEqual([true, true])
  })
})

describe('whole numbers', () => {
  const kinds = (text: string) => wholeNumbersIn(text).map(({ kind, number }) => `${kind} ${number}`)

  test('are read as the search reads them, in groups, beside a name, each as all that it may be', () => {
    expect(kinds('138 1234 5678')).toEqual(['phone 13812345678', 'id 13812345678'])
    expect(kinds('王 13812345678')).toEqual(['phone 13812345678', 'id 13812345678'])
    expect(kinds('6222 0212 3456 7890')).toEqual(['id 6222021234567890', 'card 6222021234567890'])
    expect(kinds('11010519491231002x')).toEqual(['id 11010519491231002X'])
    expect(['5678', '138123', '王建国', 'A017'].flatMap(kinds)).toEqual([])
  })

  test('look alike where only hidden characters differ; of resident numbers the birth date is seen', () => {
    const phone = { kind: 'phone', number: '13800005678' } as const
    expect(['13811115678', '13900005678', '13811115679'].map((each) => looksLike(phone, each))).toEqual([
      true,
      false,
      false,
    ])
    const id = { kind: 'id', number: '330106198005170127' } as const
    expect(looksLike(id, '310115198005170127')).toBe(true)
    expect(looksLike(id, '310115198005180127')).toBe(false)
    expect([phone, id].map(chanceOf)).toEqual([1, 2])
  })
})
