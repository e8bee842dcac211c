import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Connection } from '../../../src/main/engine/connection.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import { EVENTS, eventSchemaOf } from '../../../src/shared/contract/events/index.ts'
import { OPERATION_NAMES, operationNamed } from '../../../src/shared/contract/index.ts'
import { INTERNAL_NAMES, internalNamed } from '../../../src/shared/contract/internal/index.ts'
import {
  FOUNDER,
  found,
  type House,
  hireEveryRole,
  openHouse,
  STAFF_NO,
  WINDOW,
} from '../../support/router/open-house.ts'
import { furnish, type Standing, seedStanding } from '../../support/router/standing.ts'
import { readSecrets, type Secrets } from '../../support/router/stored-secrets.ts'
import { validCalls } from '../../support/router/valid-calls.ts'

/** Between them they may call every operation. */
const ROLES = ['head', 'teller'] as const
/** Everything there is to ask takes a while on a busy machine. */
const PATIENCE_MS = 240_000

interface Row {
  readonly operation: string
  readonly payload: unknown
}

let house: House
let secrets: Secrets
let rows: readonly Row[] = []
beforeAll(async () => {
  house = openHouse({ demoCustomers: 60 })
  await found(house, 'demo')
  await hireEveryRole(house)
  await furnish(house)
  secrets = await readSecrets(house)
})
// One after the other, each with the patience of a hook.
for (const role of ROLES) beforeAll(() => callEverythingAs(role), PATIENCE_MS)
beforeAll(async () => {
  rows = await outboxOf(house)
})
afterAll(() => house.close())

async function callEverythingAs(role: (typeof ROLES)[number]): Promise<void> {
  const standing = await seedStanding(house, secrets, role)
  for (const { name, input } of validCalls(standing)) {
    if (name !== 'session.signOut' && name !== 'session.lock') await house.router.call(WINDOW, name, input)
  }
  await clockWork(standing)
}

/** What only the main process asks for. */
async function clockWork({ printNo, importUid }: Standing): Promise<void> {
  await house.signInAs(STAFF_NO.head)
  const { engine, staff } = house.sessions.opened()
  await engine.internal('referrals.bounce', {}, staff)
  await engine.internal('followups.escalate', {}, staff)
  await engine.internal('notices.tellDue', {}, staff)
  await engine.internal('followups.recordReprint', { printNo }, staff)
  const [person] = secrets.people
  await engine.internal('notices.markShown', { upToId: Number.MAX_SAFE_INTEGER }, staff)
  await engine.internal('maintenance.findCustomer', { key: person?.uid ?? '' }, staff)
  await engine.internal('imports.takeRejects', { importUid }, staff)
  await engine.internal('arrivals.unreadable', { source: 'reader', reason: 'noFields' }, staff)
  const key = { kind: 'none' } as const
  await engine.internal('lobby.report', { source: 'reader', ticket: 'Z001', business: 'cash', key }, staff)
}

/** Read past every handler, with the branch's own key. */
async function outboxOf({ folder, clock }: House): Promise<readonly Row[]> {
  const vault = Vault.at(folder, plainProtector)
  const { dataKey } = await vault.unlock(FOUNDER.no, FOUNDER.passphrase, clock.nowAt())
  const connection = Connection.open({ file: join(folder, 'branch.db'), dataKey, mode: 'reader' })
  try {
    return connection
      .statement<{ operation: string; payload: string }>('SELECT operation, payload FROM outbox ORDER BY seq')
      .all()
      .map(({ operation, payload }) => ({ operation, payload: JSON.parse(payload) as unknown }))
  } finally {
    connection.close()
  }
}

/** Paths of values that are a local row's number by their name: `id`, `customerId`, `lead_ids`. */
function localKeysIn(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, each]) => [
    ...(/^ids?$|Ids?$|_ids?$/.test(name) && hasNumber(each) ? [`${path}${name}`] : []),
    ...localKeysIn(each, `${path}${name}.`),
  ])
}

function hasNumber(value: unknown): boolean {
  return typeof value === 'number' || (Array.isArray(value) && value.some((each) => typeof each === 'number'))
}

test('no row of the outbox tells a local row number', () => {
  const found = rows.flatMap(({ operation, payload }) =>
    localKeysIn(payload).map((path) => `${operation} ${path}`),
  )
  expect([...new Set(found)]).toEqual([])
})

test('a local row number would be found, however deep', () => {
  expect(localKeysIn({ id: 1 })).toEqual(['id'])
  expect(localKeysIn({ rows: [{ intentId: 3 }], uid: 'x' })).toEqual(['rows.0.intentId'])
  expect(localKeysIn({ listIds: [4], operationId: 'text' })).toEqual(['listIds'])
})

test('every row of the outbox is the event of its operation, and nothing besides', () => {
  const wrong = rows.flatMap(({ operation, payload }) => {
    const read = eventSchemaOf(operation)?.safeParse(payload)
    // Nothing is filled in by a default either: what is read is what was written.
    return read?.success === true && isDeepStrictEqual(read.data, payload)
      ? []
      : [`${operation} ${JSON.stringify(read?.error?.issues ?? payload)}`]
  })
  expect([...new Set(wrong)]).toEqual([])
})

test('every write that anybody can ask for was asked, and every event that is listed was seen', () => {
  const seen = new Set(rows.map(({ operation }) => operation))
  const commands = OPERATION_NAMES.filter((name) => {
    const operation = operationNamed(name)
    return operation?.place === 'engine' && operation.access === 'write'
  })
  const internal = INTERNAL_NAMES.filter((name) => internalNamed(name)?.access === 'write')
  const names = [...commands, ...internal, ...Object.keys(EVENTS)]
  expect(names.filter((name) => !seen.has(name))).toEqual([])
})
