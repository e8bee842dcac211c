import fc from 'fast-check'
import { expect, test } from 'vitest'
import { faultReport } from '../../../src/main/engine/fault-report.ts'
import { appErrorOf } from '../../../src/main/engine/faults.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'

function thrownBy(work: () => unknown): unknown {
  try {
    work()
  } catch (error) {
    return error
  }
  throw new Error('nothing was thrown')
}

test('what a rule refuses is nobody’s fault and is not reported', () => {
  expect(faultReport('intents.flag', new AppError('intents.closed'))).toBeNull()
})

test('a bug is reported with its operation, its name and the lines it came by, from the project’s root', () => {
  const bug = thrownBy(() => Reflect.get(Object(null), 'x').y)
  const report = faultReport('intents.flag', appErrorOf(bug))
  expect(report).toMatchObject({ operation: 'intents.flag', code: 'engine.internal', error: 'TypeError' })
  expect(report?.stack[0]).toMatch(/\(test\/unit\/engine\/fault-report\.test\.ts:\d+:\d+\)$/)
  expect(report?.stack.join()).not.toContain(process.cwd())
})

test('what SQLite refuses is reported by its own code', () => {
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  expect(faultReport('leads.save', appErrorOf(full))).toMatchObject({
    code: 'engine.diskFull',
    error: 'SQLITE_FULL',
  })
})

test('no message gets into a report, whatever it quotes and however many lines it has', () => {
  const line = fc.oneof(
    fc.string({ minLength: 4 }),
    fc.constantFrom(
      '    at 张伟 (src/main/x.ts:1:2)',
      '    at read (/home/zhangwei/x.ts:1:2)',
      '张伟',
      '10000000001',
    ),
  )
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), fc.boolean(), (lines, changedLater) => {
      const secret = 'Zhangwei13800000000'
      const error = new RangeError(
        `${secret}\n${lines.join('\n')}\n    at ${secret} (${secret}/src/x.ts:1:2)`,
      )
      if (changedLater) error.message = 'another'
      const told = JSON.stringify(faultReport('customers.search', appErrorOf(error)))
      expect(told).not.toContain('张伟')
      expect(told).not.toContain('home')
      if (!changedLater) expect(told).not.toContain(secret)
    }),
  )
})

test.each([
  [
    '    at find (file:///opt/Huiyan/resources/app.asar/out/main/engine-worker.js:12:7)',
    'find (out/main/engine-worker.js:12:7)',
  ],
  ['    at find (C:\\Users\\zhang wei\\huiyan\\src\\main\\x.ts:12:7)', 'find (src/main/x.ts:12:7)'],
  ['    at file:///home/zhang/src/huiyan/src/main/x.ts:3:4', '(src/main/x.ts:3:4)'],
  [
    '    at Database.prepare (/home/zhang/p/node_modules/better-sqlite3/lib/methods/wrappers.js:5:21)',
    'Database.prepare (node_modules/better-sqlite3/lib/methods/wrappers.js:5:21)',
  ],
  ['    at node:internal/main/worker_thread:212:26', '(node:internal/main/worker_thread:212:26)'],
  [
    '    at async Runner.run (/x/src/main/engine/runner.ts:1:1)',
    'async Runner.run (src/main/engine/runner.ts:1:1)',
  ],
])('a frame names the project’s file and no folder above it: %s', (frame, kept) => {
  const error = new Error('x')
  error.stack = `Error: x\n${frame}\n    at elsewhere (/home/zhang/secret.js:1:1)`
  expect(faultReport('a', appErrorOf(error))?.stack).toEqual([kept])
})
