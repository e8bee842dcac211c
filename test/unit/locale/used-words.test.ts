import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CATALOGUES } from '../../../src/shared/locale/index.ts'

const WINDOWS = join(import.meta.dirname, '../../../src/renderer')

type Entry = string | { readonly [key: string]: Entry }

/** Every key that has a text of its own. A text that is counted is asked for without its plural form. */
function keysOf(entry: Entry, path: readonly string[] = []): string[] {
  if (typeof entry === 'string') return [path.join('.').replace(/_(one|other)$/, '')]
  return Object.entries(entry).flatMap(([key, inner]) => keysOf(inner, [...path, key]))
}

/** `t('a.b')`, `` t(`a.${b}`) ``, and `t(c ? 'a.b' : 'a.c')`. */
const ASKED = /\bt\(\s*(?:'([^']+)'|`([^`]+)|[^'`,;{}][^,;{}]*?\?\s+'([^']+)'\s*:\s*'([^']+)')/g

interface Asked {
  readonly file: string
  /** As it is written. */
  readonly key: string
}

/** What the windows ask the catalogues for, where the key is written in the call. */
function asked(): Asked[] {
  return globSync('**/*.{ts,tsx}', { cwd: WINDOWS }).flatMap((file) =>
    [...readFileSync(join(WINDOWS, file), 'utf8').matchAll(ASKED)].flatMap(([, ...keys]) =>
      keys.filter((key) => key !== undefined).map((key) => ({ file, key })),
    ),
  )
}

/** A part that is known only when it is asked for may be anything. */
function patternOf(key: string): RegExp {
  const fixed = key.split(/\$\{[^}]*(?:\}|$)/).map((part) => part.replaceAll('.', '\\.'))
  return new RegExp(`^${fixed.join('.+')}$`)
}

// The compiler does not know the keys: a missing text would be shown as its key.
test.each(Object.entries(CATALOGUES))('%s has every text that a window asks for', (_, catalogue) => {
  const known = keysOf(catalogue)
  const all = asked()
  expect(all.length).toBeGreaterThan(700)
  const missing = all.filter(({ key }) => {
    const pattern = patternOf(key)
    return !known.some((each) => pattern.test(each))
  })
  expect(missing.map(({ file, key }) => `${file}: ${key}`)).toEqual([])
})
