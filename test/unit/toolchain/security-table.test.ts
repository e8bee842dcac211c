import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { projectRoot } from '../../../scripts/bootstrap/project-root.ts'

const TESTS = {
  checklist: 'test/e2e/security/checklist.test.ts',
  counter: 'test/e2e/security/at-the-counter.test.ts',
} as const

/** The headings of Electron's list, as its page on security has them. Raising Electron is the time to look at it again. */
const ELECTRONS_LIST = [
  'Only load secure content',
  'Do not enable Node.js integration for remote content',
  'Enable context isolation',
  'Enable process sandboxing',
  'Handle session permission requests from remote content',
  'Do not disable webSecurity',
  'Define a Content Security Policy',
  'Do not enable allowRunningInsecureContent',
  'Do not enable experimental features',
  'Do not use enableBlinkFeatures',
  'Do not use allowpopups for WebViews',
  'Verify WebView options before creation',
  'Disable or limit navigation',
  'Disable or limit creation of new windows',
  'Do not use shell.openExternal with untrusted content',
  'Use a current version of Electron',
  'Validate the sender of all IPC messages',
  'Avoid usage of the file protocol and prefer usage of custom protocols',
  'Check which fuses you can change',
  'Do not expose Electron APIs to untrusted web content',
]

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8')

/** Lines of the page's tables: number, words, and the file of the test. */
function tableLines(): readonly (readonly [number, string, string])[] {
  return read('docs/electron-security.md')
    .split('\n')
    .flatMap((line) => {
      const cells = line.split('|').map((cell) => cell.trim())
      const [, number = '', words = '', , , test = ''] = cells
      return /^\d+$/.test(number) ? [[Number(number), words.replaceAll('’', "'"), test] as const] : []
    })
}

/** Numbers and words of the tests of a file; what a test tries stands behind a colon. */
function testsIn(path: string): readonly (readonly [number, string])[] {
  const found = new Map<number, string>()
  for (const [, number, words = ''] of read(path).matchAll(/'(\d+)\. ([^']+?)(?:: [^']*)?',/g))
    found.set(Number(number), words.replaceAll('’', "'"))
  return [...found]
}

describe('the page about what a window may never do', () => {
  it('has every line of Electron’s own list, in its order', () => {
    const lines = tableLines().slice(0, ELECTRONS_LIST.length)
    expect(lines.map(([, words]) => words)).toEqual(ELECTRONS_LIST)
    expect(tableLines().map(([number]) => number)).toEqual(tableLines().map((_line, index) => index + 1))
  })

  it.each(Object.entries(TESTS))('says of the tests in %s what they say themselves', (name, path) => {
    const promised = tableLines().filter(([, , test]) => test === name)
    expect(testsIn(path).toSorted(([one], [other]) => one - other)).toEqual(
      promised.map(([number, words]) => [number, words]),
    )
  })

  it('leaves no line without a test', () => {
    expect(tableLines().filter(([, , test]) => !Object.hasOwn(TESTS, test))).toEqual([])
  })
})
