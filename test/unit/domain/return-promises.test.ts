import { expect, test } from 'vitest'
import { SCRIPTS } from '../../../src/shared/domain/prompts/prompts.ts'
import { CATALOGUES } from '../../../src/shared/locale/index.ts'
import { LANGUAGES } from '../../../src/shared/locale/languages.ts'
import { returnPromisesIn } from '../../support/locale/return-promises.ts'

test.each([
  ['这款产品保本保息', '保本'],
  ['我们保证收益', '保证收益'],
  ['买了稳赚', '稳赚'],
  ['这个没有任何风险', '没有任何风险'],
  ['年化收益率可达 4.5%', '年化收益率可达 4'],
  ['It is guaranteed.', 'guaranteed'],
  ['A risk-free choice', 'risk-free'],
  ['You earn 4.2% a year.', '4.2% a year'],
])('K2: %s is a promise', (text, promise) => {
  expect(returnPromisesIn(text)).toContain(promise)
})

test.each(['理财不保本,可能亏损', '不保证收益', '利率以当天挂牌为准', 'Returns are not guaranteed.'])(
  '%s is none',
  (text) => {
    expect(returnPromisesIn(text)).toEqual([])
  },
)

const plays = LANGUAGES.flatMap((language) =>
  SCRIPTS.map((script) => [language, script, CATALOGUES[language].prompts.script[script].say] as const),
)

test.each(plays)('%s %s promises nothing, and is two or three sentences to say', (_, __, say) => {
  expect(returnPromisesIn(say)).toEqual([])
  expect(say.split('\n').length).toBeGreaterThanOrEqual(2)
  expect(say.split('\n').length).toBeLessThanOrEqual(3)
})

test.each(plays)('%s %s says nothing of looks', (_, __, say) => {
  expect(say).not.toMatch(
    /穿|衣|长相|外表|打扮|气色|年轻|漂亮|\b(look(s|ing) (young|good|well)|dress|wear|clothes)\b/i,
  )
})

test.each(LANGUAGES)('a birthday wish names no product in %s (T6)', (language) => {
  expect(CATALOGUES[language].prompts.script['birthday-care'].say).not.toMatch(
    /理财|存款|贷款|基金|保险|产品|wealth|deposit|loan|fund|insurance|product/i,
  )
})
