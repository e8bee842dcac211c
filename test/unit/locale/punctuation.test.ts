import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { FIRST_CONSENT_TEXT } from '../../../src/shared/domain/consent/consent.ts'
import { CATALOGUES } from '../../../src/shared/locale/index.ts'

/** An address is written as it is typed. */
const ADDRESS = /\w+:\/\/\S+/gu
/** What Markdown adds: code as it is typed, targets of links, and the stars of bold words. */
const MARKUP = /`[^`]*`|\]\([^)]*\)|\*\*/gu
/** GB/T 15834-2011: between Chinese characters a sentence has the marks of Chinese, each as wide as a character. */
const NARROW_BESIDE_HAN = /\p{Script=Han}[,:;?!(]|[,:;?!)]\p{Script=Han}/u

/** What a placeholder is filled with, as far as marks beside it are concerned: most often words. */
const PLACEHOLDER = /\{\{[^}]*\}\}/gu

function filled(sentence: string): string {
  return sentence.replace(ADDRESS, '').replace(PLACEHOLDER, '汉')
}

/** Where code puts words together itself, with marks that belong to one language only. */
const MARKED_BY_CODE: readonly RegExp[] = [
  // a list whose members are words
  /\.join\((['"`])\s*[,:;]\s*\1\)/u,
  // `${t(…)}: ${…}` and `${…} (${t(…)})`
  /\bt\([^`]*\)\}\s*[,:;(]\s*\$\{|\}\s*[,:;(]\s*\$\{t\(/u,
  // {who}: {why} between two tags
  /^\s*(?:<[^<>]*>)?\{\S.*\S\}[,:;(] ?\{\S/u,
]

function sentencesIn(part: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof part === 'string') return [[path, part]]
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, each]) => sentencesIn(each, `${path}.${key}`))
}

test('Chinese sentences have Chinese marks, also beside what is filled in', () => {
  const sentences = sentencesIn(CATALOGUES['zh-CN'], 'zh-CN')
  expect(sentences.length).toBeGreaterThan(1_000)
  expect(sentences.filter(([, sentence]) => NARROW_BESIDE_HAN.test(filled(sentence)))).toEqual([])
})

test('so has the text that people agree to', () => {
  expect(FIRST_CONSENT_TEXT.zh).not.toMatch(NARROW_BESIDE_HAN)
})

test('so has the Chinese guide', () => {
  const lines = readFileSync('docs/guide/zh-CN.md', 'utf8').split('\n')
  const narrow = lines.filter((line) => NARROW_BESIDE_HAN.test(line.replace(ADDRESS, '').replace(MARKUP, '')))
  expect(narrow).toEqual([])
})

test('words are put together by the catalogues, and by no mark in code', () => {
  const folder = 'src/renderer'
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) =>
    /\.tsx?$/u.test(each),
  )
  expect(files.length).toBeGreaterThan(200)
  const marked = files.flatMap((file) =>
    readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .flatMap((line, at) =>
        MARKED_BY_CODE.some((form) => form.test(line)) ? [`${file}:${at + 1} ${line.trim()}`] : [],
      ),
  )
  expect(marked).toEqual([])
})
