import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { FIRST_CONSENT_TEXT } from '../../../src/shared/domain/consent/consent.ts'
import { CATALOGUES } from '../../../src/shared/locale/index.ts'

/** An address is written as it is typed. */
const ADDRESS = /\w+:\/\/\S+/gu
/** What Markdown adds: code as it is typed, targets of links, and the stars of bold words. */
const MARKUP = /`[^`]*`|\]\([^)]*\)|\*\*/gu
/** GB/T 15834-2011: between Chinese characters a sentence has the marks of Chinese, each as wide as a character. */
const NARROW_BESIDE_HAN = /\p{Script=Han}[,:;?!(]|[,:;?!)]\p{Script=Han}/u

function sentencesIn(part: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof part === 'string') return [[path, part]]
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, each]) => sentencesIn(each, `${path}.${key}`))
}

test('Chinese sentences have Chinese marks', () => {
  const sentences = sentencesIn(CATALOGUES['zh-CN'], 'zh-CN')
  expect(sentences.length).toBeGreaterThan(1_000)
  expect(sentences.filter(([, sentence]) => NARROW_BESIDE_HAN.test(sentence.replace(ADDRESS, '')))).toEqual(
    [],
  )
})

test('so has the text that people agree to', () => {
  expect(FIRST_CONSENT_TEXT.zh).not.toMatch(NARROW_BESIDE_HAN)
})

test('so has the Chinese guide', () => {
  const lines = readFileSync('docs/guide/zh-CN.md', 'utf8').split('\n')
  const narrow = lines.filter((line) => NARROW_BESIDE_HAN.test(line.replace(ADDRESS, '').replace(MARKUP, '')))
  expect(narrow).toEqual([])
})
