import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { CATALOGUES } from '../../../src/shared/locale/index.ts'

const SOURCES = join(import.meta.dirname, '../../../src')

/** `intents.closed` → the names that its sentences want filled, in either language. */
function wanted(): Map<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>()
  for (const { error } of Object.values(CATALOGUES)) {
    for (const [feature, sentences] of Object.entries(error)) {
      for (const [reason, sentence] of Object.entries(sentences)) {
        const code = `${feature}.${reason}`
        const known = names.get(code) ?? new Set()
        for (const [, name] of String(sentence).matchAll(/\{\{(\w+)/g)) known.add(name ?? '')
        names.set(code, known)
      }
    }
  }
  return names
}

interface Thrown {
  readonly file: string
  readonly code: string
  /** What stands between the braces of its detail; null where it is not written out on the spot. */
  readonly detail: string | null
}

const CONSTRUCTED = /new AppError\('(?<code>[\w.-]+)'(?<rest>\)|,\s*(?:\{(?<detail>[^}]*(?:\}[^}]*)?)\})?)/g

function* thrown(): Generator<Thrown, void> {
  for (const file of readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.ts')) continue
    for (const { groups } of readFileSync(join(SOURCES, file), 'utf8').matchAll(CONSTRUCTED)) {
      const { code = '', rest, detail } = groups ?? {}
      yield { file, code, detail: rest === ')' ? '' : (detail ?? null) }
    }
  }
}

test('whoever refuses brings every fact that the sentence of its code wants', () => {
  const names = wanted()
  const written = [...thrown()].filter(({ detail }) => detail !== null && !detail.includes('...'))
  expect(written.length).toBeGreaterThan(100)
  const missing = written.flatMap(({ file, code, detail }) =>
    [...(names.get(code) ?? [])]
      .filter((name) => !new RegExp(`\\b${name}\\b`).test(detail ?? ''))
      .map((name) => `${file}: ${code} lacks ${name}`),
  )
  expect(missing).toEqual([])
})
