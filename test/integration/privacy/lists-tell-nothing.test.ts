import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Connection } from '../../../src/main/engine/connection.ts'
import { Runner } from '../../../src/main/engine/runner.ts'
import { handlers, jobs } from '../../../src/main/features/index.ts'
import { OPERATION_NAMES, operationNamed } from '../../../src/shared/contract/index.ts'
import { listRequest } from '../../../src/shared/contract/lists.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import { STAFF } from '../../../src/shared/demo/staff.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'
import { ROLES, type Role } from '../../../src/shared/domain/branch/roles.ts'
import { DEFAULT_ROUTES } from '../../../src/shared/domain/work/routing.ts'
import { inputsOf } from '../../support/contract/choices.ts'
import { loadDemo } from '../../support/demo/load-demo.ts'
import { openEngine, TestClockAndEntropy, type TestEngine } from '../../support/engine/open-engine.ts'
import { saved } from '../../support/leads/lobby-branch.ts'
import { HIDDEN, orderBy, renewHidden } from '../../support/privacy/hidden-facts.ts'

/*
 * Two branches that differ only in what the mask hides. Whatever is asked of both in the same words, their answers are the same:
 * who is in a list, in which order, how many, what its pages go on from, and why there is no answer.
 */

const AS_OF = '2026-11-20'

let one: TestEngine
let other: { readonly connection: Connection; readonly runner: Runner }
let given: readonly unknown[]

const staffOf = (role: Role): SessionStaff => {
  const found = STAFF.find((each) => each.role === role)
  if (found === undefined) throw new Error(role)
  return found
}

beforeAll(async () => {
  one = openEngine(AS_OF)
  await loadDemo(one, { seed: 7, asOf: AS_OF, customers: 120 })
  const uids = one.connection
    .statement<{ uid: string }>('SELECT uid FROM customer ORDER BY id LIMIT 12')
    .all()
  for (const [place, { uid }] of uids.entries()) {
    const phone = `139${String((place * 3_331) % 10_000).padStart(4, '0')}${5_678 + place}`
    saved(one, { surname: '端木', title: 'mr', phone, phoneTail: null }, staffOf('teller'))
    const asked = { customerUid: uid, product: 'fund', level: 'mid', reason: '问基金定投' } as const
    one.run('referrals.offer', { ...asked, toNo: staffOf('rm').no }, staffOf('teller'))
  }
  const file = join(one.folder, 'other.db')
  one.connection.copyTo(file)
  const connection = Connection.open({ file, dataKey: new Uint8Array(32).fill(7), mode: 'writer' })
  other = { connection, runner: new Runner(connection, handlers, new TestClockAndEntropy(one.sources.at)) }
  renewHidden(one.connection, AS_OF, false)
  renewHidden(connection, AS_OF, true)
  const anyOf = (table: string) =>
    one.connection.statement<{ uid: string }>(`SELECT uid FROM ${table} ORDER BY id DESC LIMIT 1`).get()?.uid
  given = [
    ...['customer', 'lead', 'referral'].map(anyOf),
    ...[3, AS_OF, staffOf('rm').no, '王', '5678', '2026-11'],
    DEFAULT_ROUTES,
  ]
}, 300_000)
afterAll(() => {
  other.connection.close()
  one.close()
})

function answer(runner: Runner, name: string, input: unknown, staff: SessionStaff): string {
  const operation = operationNamed(name)
  if (operation === null || operation === undefined) throw new Error(name)
  try {
    // The names are those of the contract; the runner checks nothing of them.
    return JSON.stringify(runner.run(operation.name as never, operation.input.parse(input) as never, staff))
  } catch (error) {
    if (error instanceof AppError) return `${error.code} ${JSON.stringify(error.detail)}`
    throw error
  }
}

/** Every question of a window that writes nothing, and the lists as they go on paper. */
const ASKED = OPERATION_NAMES.filter((name) => {
  const operation = operationNamed(name)
  return operation?.place === 'engine' && (operation.access === 'read' || name === 'lists.draftSheet')
})

test('the two branches differ in every fact that the mask hides, and would be sorted differently by each', () => {
  const same = HIDDEN.filter((each) => {
    const before = orderBy(one.connection, each)
    return before.length < 2 || before.join() === orderBy(other.connection, each).join()
  })
  expect(same.map(({ table, column }) => `${table}.${column}`)).toEqual([])
})

describe('P2: by order, filter, count, page and refusal nobody learns what the mask hides', () => {
  test.each(ASKED)('%s', (name) => {
    const operation = operationNamed(name)
    if (operation === null || operation === undefined) throw new Error(name)
    const { input, callers } = operation
    const inputs = inputsOf(input, given)
    expect(inputs.length).toBeGreaterThan(0)
    for (const role of ROLES) {
      if (callers !== 'anyone' && !callers.includes(role)) continue
      for (const each of inputs) {
        const said = answer(one.runner, name, each, staffOf(role))
        const told = `${role} ${JSON.stringify(each)}: ${answer(other.runner, name, each, staffOf(role))}`
        expect(told).toBe(`${role} ${JSON.stringify(each)}: ${said}`)
      }
    }
  })

  test('lists.export', async () => {
    const requests = inputsOf(listRequest, given)
    const lists = new Set<unknown>()
    let lines = 0
    for (const request of requests) {
      const said = await exported(one.runner, request)
      expect(`${JSON.stringify(request)} ${await exported(other.runner, request)}`).toBe(
        `${JSON.stringify(request)} ${said}`,
      )
      lists.add(listRequest.parse(request).list)
      lines += said.split('\n').length
    }
    expect([...lists].sort()).toEqual(['customers', 'followups', 'intents', 'leads', 'referrals'])
    expect(lines).toBeGreaterThan(requests.length * 2)
  })
})

async function exported(runner: Runner, request: unknown): Promise<string> {
  const path = join(one.folder, 'list.csv')
  const context = { runner, staff: staffOf('teller'), signal: new AbortController().signal }
  const order = {
    path,
    request: listRequest.parse(request),
    reason: '上门拜访用',
    language: 'zh-CN',
  } as const
  try {
    const steps = jobs['lists.export'](context, order)
    for (let step = await steps.next(); step.done !== true; step = await steps.next());
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}
