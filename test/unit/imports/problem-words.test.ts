import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { LOAD_PROBLEM_CODES } from '../../../src/main/features/imports/loading/load-problem.ts'
import { CATALOGUES } from '../../../src/shared/locale/index.ts'

const manual = readFileSync('docs/import-profile.md', 'utf8')

describe.each(LOAD_PROBLEM_CODES)('the problem %s', (code) => {
  it.each(['zh-CN', 'en'] as const)('is named in %s, with what to do', (language) => {
    const { problem, advice } = CATALOGUES[language].imports
    expect(Object.keys(problem)).toContain(code)
    expect(Object.keys(advice)).toContain(code)
  })

  it('stands in the manual', () => {
    expect(manual).toMatch(new RegExp(`^\\|(?: \`[a-z-]+\`)* \`${code}\``, 'm'))
  })
})
