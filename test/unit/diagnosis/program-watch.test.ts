import { expect, test } from 'vitest'
import { ProgramWatch } from '../../../src/main/diagnosis/program-watch.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'

function watching() {
  const lines: string[] = []
  const write = (line: string) => void lines.push(line)
  const clock = { at: 1_000 }
  return { lines, clock, watch: new ProgramWatch({ info: write, warn: write, error: write }, () => clock.at) }
}

const BUG = {
  operation: 'intents.flag',
  code: 'engine.internal',
  error: 'TypeError',
  stack: ['flag (src/main/features/intents/flag.ts:10:3)'],
} as const

test('the same failure is one incident with a count, its first and its last time; the latest comes first', () => {
  const { watch, clock } = watching()
  watch.failed(BUG)
  clock.at = 2_000
  watch.failed({ ...BUG, operation: 'leads.save' })
  clock.at = 3_000
  watch.failed(BUG)
  expect(watch.incidents).toEqual([
    { ...BUG, count: 2, firstAt: 1_000, lastAt: 3_000 },
    { ...BUG, operation: 'leads.save', count: 1, firstAt: 2_000, lastAt: 2_000 },
  ])
})

test('a failure that repeats does not fill the log', () => {
  const { watch, lines } = watching()
  for (let turn = 0; turn < 10_000; turn++) watch.failed(BUG)
  expect(lines).toHaveLength(3 + [10, 100, 1_000, 10_000].length)
  expect(lines[0]).toBe(`failed intents.flag engine.internal TypeError\n    at ${BUG.stack[0]}`)
  expect(lines.at(-1)).toContain('(10000 times)')
})

test('no more than fifty different ones are kept, and the one not seen longest goes', () => {
  const { watch } = watching()
  for (let line = 0; line < 60; line++) watch.failed({ ...BUG, stack: [`flag (src/x.ts:${line}:1)`] })
  expect(watch.incidents).toHaveLength(50)
  expect(watch.incidents.at(-1)?.stack).toEqual(['flag (src/x.ts:10:1)'])
})

test('calls are added up per operation: count, mean and slowest; the slowest first', () => {
  const { watch, lines } = watching()
  const took = (ms: number) => ({ steps: 1, totalMs: ms, slowestMs: ms })
  for (const ms of [2, 4, 12]) watch.took('customers.search', took(ms))
  watch.took('imports.run', { steps: 4, totalMs: 200, slowestMs: 90 })
  expect(watch.times).toEqual([
    { operation: 'imports.run', count: 4, meanMs: 50, slowestMs: 90 },
    { operation: 'customers.search', count: 3, meanMs: 6, slowestMs: 12 },
  ])
  expect(lines).toEqual([])
})

test('what takes long is logged with its name and time', () => {
  const { watch, lines } = watching()
  watch.slow('customers.search', 73.4)
  expect(lines).toEqual(['slow customers.search 73 ms'])
})

test('of a refused sender its origin is kept, and of anything that is no name nothing', () => {
  const { watch, lines } = watching()
  watch.senderRefused('https://example.com')
  watch.senderRefused('张伟\nforged line')
  expect(watch.incidents.map(({ error }) => error)).toEqual(['unnamed', 'https://example.com'])
  expect(lines.join()).not.toContain('forged')
})

test('an error that nobody caught is kept without its message, a refusal too', () => {
  const { watch, lines } = watching()
  watch.uncaught(new RangeError('张伟'))
  watch.uncaught(new AppError('intents.closed'))
  expect(watch.incidents.map(({ code, error }) => [code, error])).toEqual([
    ['intents.closed', 'AppError'],
    ['engine.internal', 'RangeError'],
  ])
  expect(lines.join('\n')).not.toContain('张伟')
})

const FRAME = 'Row (app://workstation/assets/main-C1x_.js:1:22)'

test('what a window reports is kept by name and place; anything else it sends is dropped', () => {
  const { watch, lines } = watching()
  const secret = '欧阳某某13800000000'
  watch.windowFailed('strip', `TypeError: ${secret}`, [
    secret,
    `at ${secret}`,
    FRAME,
    `${secret} (app://workstation/assets/main.js:1:1)`,
    'open (/home/ouyang/secret.js:1:1)',
    'out (out/renderer/assets/main.js:3:4)',
  ])
  expect(watch.incidents).toMatchObject([
    {
      operation: 'window.strip',
      code: null,
      error: 'Error',
      stack: ['Row (out/renderer/assets/main-C1x_.js:1:22)', 'out (out/renderer/assets/main.js:3:4)'],
    },
  ])
  expect(lines.join()).not.toContain('欧阳')
  expect(lines.join()).not.toContain('ouyang')
})

test('a window that fails in a loop is heard twenty times a minute, and again in the next one; the other as ever', () => {
  const { watch, clock } = watching()
  const countOf = (window: string) =>
    watch.incidents.find(({ operation }) => operation === `window.${window}`)?.count ?? 0
  for (let turn = 0; turn < 1_000; turn++) watch.windowFailed('workstation', 'RangeError', [FRAME])
  expect(countOf('workstation')).toBe(20)
  watch.windowFailed('strip', 'RangeError', [FRAME])
  expect(countOf('strip')).toBe(1)
  clock.at += 60_000
  watch.windowFailed('workstation', 'RangeError', [FRAME])
  expect(countOf('workstation')).toBe(21)
})
