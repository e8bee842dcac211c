import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Connection } from '../../../src/main/engine/connection.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import { EVENTS, type EventName } from '../../../src/shared/contract/events/index.ts'
import { FOUNDER, found, type House, hireEveryRole, openHouse, STAFF_NO, WINDOW } from './open-house.ts'
import { furnish, plantStanding, type Standing } from './standing.ts'
import { readSecrets, type Secrets } from './stored-secrets.ts'
import { validCalls } from './valid-calls.ts'

/** Between them they may call every operation. */
const ROLES = ['head', 'teller'] as const

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
for (const role of ROLES) beforeAll(() => callEverythingAs(role))
beforeAll(async () => {
  rows = await outboxOf(house)
})
afterAll(() => house.close())

async function callEverythingAs(role: (typeof ROLES)[number]): Promise<void> {
  const standing = await plantStanding(house, secrets, role)
  for (const { name, input } of validCalls(standing)) {
    if (name !== 'session.signOut' && name !== 'session.lock') await house.door.call(WINDOW, name, input)
  }
  await clockWork(standing)
}

/** What only the main process asks for. */
async function clockWork({ printNo }: Standing): Promise<void> {
  await house.signInAs(STAFF_NO.head)
  const { engine, staff } = house.desk.opened()
  await engine.internal('referrals.bounce', {}, staff)
  await engine.internal('followups.escalate', {}, staff)
  await engine.internal('notices.tellDue', {}, staff)
  await engine.internal('followups.recordReprint', { printNo }, staff)
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

describe('what a write publishes is its event, and nothing besides', () => {
  test.each(Object.keys(EVENTS) as EventName[])('%s', (name) => {
    const published = rows.filter(({ operation }) => operation === name)
    expect(published.length, 'a valid call publishes one').toBeGreaterThan(0)
    for (const { payload } of published) {
      const read = EVENTS[name].safeParse(payload)
      expect(read.error?.issues ?? [], JSON.stringify(payload)).toEqual([])
      // Nothing is filled in by a default either: what is read is what was written.
      expect(read.data).toEqual(payload)
    }
  })
})

test('every write of these features has an event', () => {
  const features = ['intents.', 'leads.', 'referrals.', 'followups.']
  const without = rows
    .map(({ operation }) => operation)
    .filter((name) => features.some((feature) => name.startsWith(feature)) && !(name in EVENTS))
  expect([...new Set(without)]).toEqual([])
})
