import { globSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '../../..')
const SOURCES = globSync('src/**/*.{ts,tsx}', { cwd: ROOT }).map((file) => file.split(sep).join('/'))

const filesWith = (pattern: RegExp) =>
  SOURCES.filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8')))

const importing = (name: string) => new RegExp(`(?:from|import\\()\\s*['"]${name}(?:/[^'"]*)?['"]`)

test('lunar dates come through one file: no other asks the library', () => {
  expect(filesWith(importing('tyme4ts'))).toEqual(['src/shared/domain/calendar/lunar-date.ts'])
})

test('chinese-days tells holidays alone, in one file, and nobody asks it for a lunar date', () => {
  expect(filesWith(importing('chinese-days'))).toEqual(['src/shared/domain/calendar/official-holidays.ts'])
  expect(filesWith(/\.(?:getLunar\w*|getSolarDateFromLunar|getLunarFestivals)\(/)).toEqual([])
})

test('nobody asks Intl for the Chinese calendar', () => {
  expect(filesWith(/-ca-(?:chinese|dangi)|calendar:\s*['"](?:chinese|dangi)|withCalendar\(/)).toEqual([])
})
