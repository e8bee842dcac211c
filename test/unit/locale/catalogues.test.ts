import { expect, test } from 'vitest'
import { ERROR_CODES } from '../../../src/shared/contract/envelope.ts'
import { CATALOGUES } from '../../../src/shared/locale/index.ts'

type Entry = string | { readonly [key: string]: Entry }

/** Every sentence by its full key. */
function sentences(entry: Entry, path = ''): [key: string, text: string][] {
  if (typeof entry === 'string') return [[path, entry]]
  return Object.entries(entry).flatMap(([key, inner]) =>
    sentences(inner, path === '' ? key : `${path}.${key}`),
  )
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1] ?? '').sort()
}

const zh = new Map(sentences(CATALOGUES['zh-CN']))
const en = new Map(sentences(CATALOGUES.en))

/** English has a form of its own for one; Chinese has not. */
function withoutPluralForm(key: string): string {
  return key.replace(/_(one|other)$/, '')
}

test('both languages have the same sentences', () => {
  const chinese = new Set([...zh.keys()].map(withoutPluralForm))
  const english = new Set([...en.keys()].map(withoutPluralForm))
  expect([...chinese].filter((key) => !english.has(key))).toEqual([])
  expect([...english].filter((key) => !chinese.has(key))).toEqual([])
})

test('both languages fill the same placeholders', () => {
  const differing = [...zh].filter(([key, text]) => {
    const other = en.get(key)
    return other !== undefined && placeholders(text).join() !== placeholders(other).join()
  })
  expect(differing.map(([key]) => key)).toEqual([])
})

test('every refusal has a sentence in both languages, and no sentence is for a refusal that does not exist', () => {
  const codes = [...ERROR_CODES].sort()
  const explained = (catalogue: ReadonlyMap<string, string>) =>
    [...catalogue.keys()]
      .filter((key) => key.startsWith('error.'))
      .map((key) => key.slice('error.'.length))
      .sort()
  expect(explained(zh)).toEqual(codes)
  expect(explained(en)).toEqual(codes)
})

test('no Chinese sentence was left in English, nor the other way round', () => {
  const han = /\p{Script=Han}/u
  const foreign = [...en].filter(([, text]) => han.test(text)).map(([key]) => key)
  expect(foreign).toEqual([])
})
