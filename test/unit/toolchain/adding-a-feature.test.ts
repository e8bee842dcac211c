import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const MOST_FILES = 12

/** The files that docs/architecture.md says a feature is put on, besides its own. */
function documented(): string[] {
  const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8')
  const section = page.split('\n## ').find((text) => text.startsWith('Adding a feature\n')) ?? ''
  return [...section.matchAll(/^\| `(src\/[^`]+)` \|/gm)].map(([, file]) => file ?? '').sort()
}

const sources = globSync('src/**/*.{ts,tsx}', { cwd: ROOT }).map((file) => ({
  file,
  text: readFileSync(join(ROOT, file), 'utf8'),
}))

/** These speak of privacy and mean no feature: a group of the settings, and a line of the page on the program. */
const SAME_WORD = [
  'src/renderer/features/settings/about/about.tsx',
  'src/shared/domain/branch/setting-table.ts',
  'src/shared/locale/en/settings.ts',
  'src/shared/locale/zh-CN/settings.ts',
]

/** Rows in a table of another feature, which the page names in words: where a notice about this one leads. */
const ROWS_ELSEWHERE = ['src/renderer/features/notices/bell.tsx']

/** A migration belongs to the feature that it was written for and is never edited again; the list of them is. */
const isMigration = (file: string) => /^src\/main\/engine\/migrations\/\d/.test(file)

const own = (feature: string): RegExp => new RegExp(`/${feature}(/|\\.tsx?$)`)

/** Files outside a feature's own that name it: by an import, a name of its contract, or a key of a list. */
function naming(feature: string): string[] {
  const named = new RegExp(`['/]${feature}['./]|^ *${feature}[,:]`, 'm')
  return sources
    .filter(({ file, text }) => !own(feature).test(file) && !SAME_WORD.includes(file) && named.test(text))
    .map(({ file }) => file)
    .filter((file) => ![...asking(feature), ...ROWS_ELSEWHERE].includes(file) && !isMigration(file))
}

/** Files of the program that ask a feature's internal operations: they use it, and are on no list of its own. */
function asking(feature: string): string[] {
  const asks = new RegExp(`\\binternal\\(\\s*'${feature}\\.\\w+'`)
  return sources
    .filter(
      ({ file, text }) => /^src\/main\/(session|scheduler|ipc|shell|cli)\//.test(file) && asks.test(text),
    )
    .map(({ file }) => file)
    .filter((file) => !own(feature).test(file))
}

/** Files outside a feature's own that list its table, besides those that make and describe it. */
function listing(feature: string, table: string): string[] {
  return sources
    .filter(
      ({ file, text }) =>
        !own(feature).test(file) && /^src\/shared\//.test(file) && text.includes(`'${table}'`),
    )
    .map(({ file }) => file)
}

/** Files that import one of these. */
function importing(...names: readonly string[]): string[] {
  return sources
    .filter(({ text }) => names.some((name) => text.includes(`/${name}.ts'`)))
    .map(({ file }) => file)
}

describe('a feature with a screen, a job, a task, refusals and tables', () => {
  // The page of privacy and trust has all of these and is spoken of by no other feature; its table came with a migration
  // of several, so what a migration costs is read off one.
  const touched = new Set([
    ...naming('privacy'),
    ...listing('privacy', 'retention_run'),
    ...importing('030-intents', 'schema/intents'),
  ])

  test('is put on the lists that the architecture page names, and on no other', () => {
    expect([...touched].sort()).toEqual(documented())
  })

  test(`costs at most ${MOST_FILES} files besides its own`, () => {
    expect(touched.size).toBeLessThanOrEqual(MOST_FILES)
  })

  test('is asked by the program only where the page says so', () => {
    const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8')
    const sentence =
      page.split('\n').find((line) => line.startsWith('What the program itself asks of a feature')) ?? ''
    const named = [...sentence.matchAll(/`(src\/[^`]+)`/g)].map(([, file]) => file)
    expect(asking('privacy')).toEqual(named)
  })

  test('has rows in the tables of others only where the page says so', () => {
    const page = readFileSync(join(ROOT, 'docs/architecture.md'), 'utf8')
    for (const file of ROWS_ELSEWHERE) expect(page).toContain(`\`${file.replace('src/', '')}\``)
  })

  test('finds every file that the page names', () => {
    for (const file of documented()) expect(existsSync(join(ROOT, file)), file).toBe(true)
  })
})

test('nothing about a feature stands in the files of the engine’s own work', () => {
  const features = globSync('src/main/features/*/handlers.ts', { cwd: ROOT }).map(
    (file) => file.split('/')[3] ?? '',
  )
  expect(features.length).toBeGreaterThan(10)
  const central = sources.filter(({ file }) =>
    /^src\/main\/engine\/(runner|pool|thread|thread-handle|protocol|jobs|handlers)\.ts$/.test(file),
  )
  const speaking = central.flatMap(({ file, text }) =>
    features
      .filter((feature) => new RegExp(`['"]${feature}\\.\\w+['"]`).test(text))
      .map((feature) => `${file}: ${feature}`),
  )
  expect(speaking).toEqual([])
})
