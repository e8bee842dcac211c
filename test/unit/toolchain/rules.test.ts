import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { SETTINGS as SETTING_TABLE } from '../../../src/shared/domain/branch/setting-table.ts'
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/branch/settings.ts'

const RULES_PAGE = 'docs/rules.md'
const THIS_FILE = 'test/unit/toolchain/rules.test.ts'
/** The letters of the catalogue, in its order. */
const LETTERS = 'LCDIFSKTEQRNPX'

const CODE = `[${LETTERS}][1-9]`
const CODES = `${CODE}(?:(?:, |–)${CODE})*`
/** Two forms cite a rule: `(F2, F3)` anywhere, and `F2: …` where a comment or a test's name begins. */
const CITATION = new RegExp(
  `\\((${CODES})\\)|(?:(?<=['"\`])|(?<=^\\s*(?:/\\*\\*|\\*|//|--) ))(${CODES}): `,
  'g',
)
/** The same letter and digit with another meaning says which: a key, or a class of personal information. */
const OTHER_MEANING = new RegExp(`\\b(?:key|class) ${CODE}\\b`, 'gi')
const COMMENT = /^\s*(?:\/\*\*?|\*|\/\/|--)(?: .*|$)|(?<=\s)\/\/ .*|\/\*\*? .*\*\//g
const TEST_NAME = /(?:\b(?:describe|test|it)(?:\.\w+)*(?:\(.*?\))?\(|^\s*\]?\)?\)\()\s*(['"`].*?)['"`]/g

function codesIn(list: string): string[] {
  return list.split(', ').flatMap((part) => {
    const [first = part, last = first] = part.split('–')
    const letter = first.charAt(0)
    const from = Number(first.charAt(1))
    return Array.from({ length: Number(last.charAt(1)) - from + 1 }, (_, n) => `${letter}${from + n}`)
  })
}

function citedIn(text: string): string[] {
  const lines = text.split('\n')
  return lines.flatMap((line) =>
    [...line.matchAll(CITATION)].flatMap((hit) => codesIn(hit[1] ?? hit[2] ?? '')),
  )
}

/** Lines whose comment or test name holds a code that neither cites a rule nor says what else it means. */
function unclearIn(path: string, text: string): string[] {
  const patterns = path.startsWith('test/') ? [COMMENT, TEST_NAME] : [COMMENT]
  return text.split('\n').flatMap((line) => {
    const prose = path.endsWith('.md')
      ? [line]
      : patterns.flatMap((pattern) => [...line.matchAll(pattern)].map((hit) => hit[1] ?? hit[0]))
    const rest = prose.map((part) => part.replace(CITATION, '').replace(OTHER_MEANING, ''))
    return rest.some((part) => new RegExp(`\\b${CODE}\\b`).test(part)) ? [`${path}: ${line.trim()}`] : []
  })
}

const TEXTS = ['src', 'test', 'docs']
  .flatMap((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)))
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(tsx?|css|html|md)$/.test(path) && path !== RULES_PAGE && path !== THIS_FILE)
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
const CITED = new Map(TEXTS.map(({ path, text }) => [path, new Set(citedIn(text))]))

interface Section {
  readonly code: string
  readonly body: string
  readonly ruleFiles: readonly string[]
  readonly testFiles: readonly string[]
}

const spansOf = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map((hit) => hit[1] ?? '')
/** One item of a section's list, with its continued lines. */
const lineOf = (body: string, label: string): string =>
  new RegExp(`^- ${label}: .*(?:\\n  .*)*`, 'm').exec(body)?.[0] ?? ''

/** The sections of the page; what stands before the first one explains the page. */
const SECTIONS: readonly Section[] = readFileSync(RULES_PAGE, 'utf8')
  .split(/^### /m)
  .slice(1)
  .map((section) => {
    const body = section.replace(/^## [\s\S]*/m, '')
    return {
      code: section.slice(0, 2),
      body,
      ruleFiles: spansOf(lineOf(body, 'Rule')),
      testFiles: spansOf(lineOf(body, 'Test')),
    }
  })

/** A number that the page names, with the origin under which it stands there. */
interface NamedNumber {
  readonly section: Section
  readonly origin: 'fixed' | 'ours'
  readonly name: string
  readonly value: string
}

const ORIGINS = { Fixed: 'fixed', 'Our own default': 'ours' } as const
const NAMED = /`([A-Za-z_.-]+)` (\d\d:\d\d|\d[\d,]*\d|\d|[A-Z]{2,}|none|Enter)/g

const NUMBERS: readonly NamedNumber[] = SECTIONS.flatMap((section) =>
  Object.entries(ORIGINS).flatMap(([label, origin]) =>
    [...lineOf(section.body, label).matchAll(NAMED)].map(([, name = '', value = '']) => ({
      section,
      origin,
      name,
      value,
    })),
  ),
)

/** Every number of the settings by its place: `cadence.high.due`, `tierLines.preferred`, `decayDays`. */
const SETTINGS = new Map<string, string>(
  Object.entries(DEFAULT_SETTINGS).flatMap(([name, value]) => {
    if (name === 'tierLines') {
      return DEFAULT_SETTINGS.tierLines.map(
        ({ tier, fromFen }) => [`tierLines.${tier}`, inYuan(fromFen)] as const,
      )
    }
    if (name === 'cadence') {
      return Object.entries(DEFAULT_SETTINGS.cadence).flatMap(([level, days]) =>
        Object.entries(days).map(([limit, count]) => [`cadence.${level}.${limit}`, String(count)] as const),
      )
    }
    return [[name, name.endsWith('Fen') ? inYuan(Number(value)) : asWord(String(value))] as const]
  }),
)

function inYuan(fen: number): string {
  return (fen / 100).toLocaleString('en')
}

function asWord(value: string): string {
  return value === '' ? 'none' : value.replace('\r', 'Enter')
}

function constantIn(paths: readonly string[], name: string): string | undefined {
  const pattern = new RegExp(`const ${name} = ([\\d_]+)$`, 'm')
  const found = paths.flatMap((path) => pattern.exec(readFileSync(path, 'utf8'))?.[1] ?? [])
  return found[0]?.replaceAll('_', '')
}

describe('a citation of a rule', () => {
  it.each([
    ['/** A term (F2, F3). */', ['F2', 'F3']],
    ['// Files in any order (D1–D3).', ['D1', 'D2', 'D3']],
    [" * T1: each tier's line", ['T1']],
    ["  test('L7, F1: a stranger is saved')", ['L7', 'F1']],
    ["useHotkeys([['F3', open]])", []],
    ['/** Key F6 asks for the first intent, class C2 is masked. */', []],
  ])('is read in %s', (line, codes) => {
    expect(citedIn(line)).toEqual(codes)
    expect(unclearIn('test/a.test.ts', line)).toEqual([])
  })

  it.each(['/** F6 asks for the first intent. */', "it('opens on F4')", '// As F2 and S3 say.'])(
    'is not to be guessed from %s',
    (line) => {
      expect(unclearIn('test/a.test.ts', line)).toHaveLength(1)
    },
  )

  it('is told from a key and from a class everywhere', () => {
    expect(
      TEXTS.filter(({ path }) => !path.startsWith('docs/')).flatMap(({ path, text }) =>
        unclearIn(path, text),
      ),
    ).toEqual([])
  })
})

describe('the page of rules', () => {
  it('has every rule that is cited, and none that the code does not cite', () => {
    const cited = (under: string) =>
      [...CITED].filter(([path]) => path.startsWith(under)).flatMap(([, codes]) => [...codes])
    const listed = SECTIONS.map(({ code }) => code)
    expect([...new Set(cited(''))].filter((code) => !listed.includes(code))).toEqual([])
    expect(listed.filter((code) => !cited('src/').includes(code))).toEqual([])
  })

  it('has them once each, in the order of the catalogue', () => {
    const codes = SECTIONS.map(({ code }) => code)
    const place = (code: string) => LETTERS.indexOf(code.charAt(0)) * 10 + Number(code.charAt(1))
    expect(codes).toEqual([...new Set(codes)].sort((a, b) => place(a) - place(b)))
  })

  test.each(SECTIONS)('$code names files and tests that cite it', ({ code, ruleFiles, testFiles }) => {
    expect(ruleFiles.length).toBeGreaterThan(0)
    expect(testFiles.length).toBeGreaterThan(0)
    const named = [...ruleFiles, ...testFiles]
    expect(named.filter((path) => !existsSync(path))).toEqual([])
    expect(ruleFiles.filter((path) => !path.startsWith('src/'))).toEqual([])
    expect(testFiles.filter((path) => !/^test\/.*\.test\.ts$/.test(path))).toEqual([])
    expect(named.filter((path) => CITED.get(path)?.has(code) !== true)).toEqual([])
  })

  it('gives a value to every number that it names', () => {
    for (const label of Object.keys(ORIGINS)) {
      const named = SECTIONS.flatMap(({ body }) => spansOf(lineOf(body, label)))
      const read = NUMBERS.filter(
        ({ origin }) => origin === Object.entries(ORIGINS).find(([key]) => key === label)?.[1],
      )
      expect(read.map(({ name }) => name)).toEqual(named)
    }
  })

  test.each(NUMBERS)('$section.code: $name is $value, $origin', ({ section, origin, name, value }) => {
    const setting = SETTINGS.get(name)
    if (setting === undefined) {
      const found = constantIn([...section.ruleFiles, ...section.testFiles], name)
      expect(value.replaceAll(',', '')).toBe(found)
      return
    }
    expect(value).toBe(setting)
    expect(origin).toBe(Object.entries(SETTING_TABLE).find(([key]) => key === name.split('.')[0])?.[1].origin)
  })

  it('says of every setting which rule it belongs to', () => {
    const named = new Set(NUMBERS.map(({ name }) => name))
    expect([...SETTINGS.keys()].filter((name) => !named.has(name))).toEqual([])
  })
})
