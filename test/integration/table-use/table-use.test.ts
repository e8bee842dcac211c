import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LOADED_TABLES } from '../../../src/main/features/imports/loading/session.ts'
import { handlers, jobs } from '../../../src/main/features/index.ts'
import { REFRESHED_TABLES } from '../../../src/main/records/facts/refresh.ts'
import { WATCHED } from '../../../src/main/scheduler/time-keeper.ts'
import { databaseIn } from '../../../src/main/vault/store-files.ts'
import { OPERATION_NAMES, type OperationName, operationNamed } from '../../../src/shared/contract/index.ts'
import {
  INTERNAL_NAMES,
  type InternalInputOf,
  type InternalName,
  internalNamed,
} from '../../../src/shared/contract/internal/index.ts'
import type { TableName } from '../../../src/shared/contract/tables.ts'
import { ROLES } from '../../../src/shared/domain/branch/roles.ts'
import {
  FOUNDER,
  found,
  type House,
  hireEveryRole,
  openHouse,
  WINDOW,
} from '../../support/router/open-house.ts'
import { furnish, PROFILE, type Standing, seedStanding } from '../../support/router/standing.ts'
import { readSecrets } from '../../support/router/stored-secrets.ts'
import { validCalls } from '../../support/router/valid-calls.ts'
import { faultsOf, READ_BY_QUERIES, SILENT } from '../../support/table-use/faults.ts'
import type { TableUse } from '../../support/table-use/table-spy.ts'
import { usesOf } from '../../support/table-use/uses-file.ts'

/** Well-formed, these change who is at the counter. */
const CHANGES_DESK: readonly OperationName[] = ['session.signOut', 'session.lock']
const MINUTES = 60_000

let house: House
let uses: readonly TableUse[]

/** Told as a whole, because which of these changed is known row by row only. */
const TOLD_AS_ONE: readonly (readonly TableName[])[] = [REFRESHED_TABLES, LOADED_TABLES]

/** What is read only about days that do not pass here; the tests named do read it. */
const READ_ON_OTHER_DAYS: Readonly<Record<string, string>> = {
  'customers.countFound customer':
    'lists-tell-nothing.test.ts: of texts whose candidates are compared with their records',
  'notices.list intent': 'notices.test.ts: of an intent that became overdue',
  'undo.newest lead': 'slips.test.ts: of a lead that was handed over',
  'undo.newest staff': 'slips.test.ts: of a lead that was handed over',
  'undo.newest visit': 'slips.test.ts: of a stranger who arrived',
  'undo.newest visit_ticket': 'slips.test.ts: of a stranger who arrived',
  'privacy.day customer_facts': 'viewing.test.ts: of somebody who was looked at again and again',
}

/** Everything the contract knows as every role, then what the main process and its jobs do of their own accord. */
beforeAll(async () => {
  house = openHouse({ worker: new URL('../../support/table-use/spied-worker.ts', import.meta.url) })
  await found(house, 'demo')
  await hireEveryRole(house)
  await furnish(house)
  house.dialogs.path = join(house.folder, 'written-out')
  const secrets = await readSecrets(house)
  for (const role of ROLES) {
    const standing = await seedStanding(house, secrets, role)
    await askInternals(standing)
    for (const { name, input } of validCalls(standing)) {
      if (!CHANGES_DESK.includes(name)) await house.router.call(WINDOW, name, input)
    }
  }
  await house.signInAs(FOUNDER.no)
  await runJobs()
  uses = usesOf(databaseIn(house.folder))
}, 10 * MINUTES)
afterAll(() => house.close())

type InternalCalls = {
  readonly [N in InternalName]: (standing: Standing) => readonly InternalInputOf<N>[]
}

const asked = () => [{}]
/** The router, founding and signing in ask these already. */
const elsewhere = () => []

const INTERNALS: InternalCalls = {
  'branch.create': elsewhere,
  'staff.enter': elsewhere,
  'staff.find': ({ no }) => [{ no }],
  'audit.end': asked,
  'audit.gaps': () => [{ witnesses: [{ seq: 1, hash: '0'.repeat(64), at: 0 }] }],
  'audit.doubts': () => [{ witnesses: [{ seq: 1, hash: '0'.repeat(64), at: 0 }] }],
  'staff.insert': elsewhere,
  'staff.activate': elsewhere,
  'staff.passphraseDue': elsewhere,
  'lobby.report': elsewhere,
  'arrivals.rehearse': elsewhere,
  'audit.record': elsewhere,
  'maintenance.findCustomer': ({ people }) => people.slice(0, 1).map(({ uid }) => ({ key: uid })),
  'imports.takeRejects': ({ importUid }) => [{ importUid }],
  'arrivals.unreadable': () => [{ source: 'wedge', reason: 'encoding' }],
  'privacy.weighGuess': () => [{ numbers: [{ kind: 'phone', number: '13800000000' }] }],
  'privacy.waitForName': () => [{}],
  'privacy.countGuess': () => [{ of: 'number', chance: 1 }],
  'followups.recordReprint': ({ printNo }) => [{ printNo }],
  'followups.ladderDueAt': asked,
  'followups.escalate': asked,
  'notices.tellDueAt': asked,
  'notices.tellDue': asked,
  'referrals.nextBounceAt': asked,
  'referrals.bounce': asked,
  'notices.unshown': asked,
  'notices.markShown': () => [{ upToId: Number.MAX_SAFE_INTEGER }],
}

async function askInternals(standing: Standing): Promise<void> {
  const { engine, staff } = house.sessions.opened()
  for (const name of Object.keys(INTERNALS) as InternalName[]) {
    for (const input of INTERNALS[name](standing)) {
      // Some are refused to some: what a refused one did was taken back.
      await engine.internal(name, input, staff).catch(() => undefined)
    }
  }
}

async function runJobs(): Promise<void> {
  const { engine, staff } = house.sessions.opened()
  await engine.job('facts.refresh', {}, staff).done
  const chosen = await house.get('imports.choose', { kind: 'folder' })
  const { importUid } = await house.get('imports.run', {
    token: chosen?.token ?? '',
    profile: PROFILE,
    again: true,
  })
  const isRunning = async () => (await house.get('imports.get', { importUid })).state === 'running'
  while (await isRunning()) await new Promise((resolve) => setTimeout(resolve, 50))
  await house.call('imports.undo', { importUid })
}

test('a query reads only tables that it declares, and a write announces every table that a query could have read', () => {
  expect([...new Set(uses.flatMap(faultsOf))]).toEqual([])
})

test('no query declares a table that it does not read', () => {
  const idle = OPERATION_NAMES.flatMap((name) => {
    const read = together(name, 'read')
    const declared = operationNamed(name)?.reads ?? []
    return declared.filter((table) => !read.has(table)).map((table) => `${name} ${table}`)
  })
  expect(idle.sort()).toEqual(Object.keys(READ_ON_OTHER_DAYS).sort())
})

test('whoever shows a person follows only tables that the showing reads', () => {
  const looks = OPERATION_NAMES.flatMap((name) => {
    const operation = operationNamed(name)
    return operation !== undefined && 'follows' in operation ? [operation] : []
  })
  expect(looks.map(({ name }) => name)).toEqual(['customers.open', 'prompts.show'])
  for (const { name, follows } of looks) {
    const read = together(name, 'read')
    expect(
      follows.filter((table) => !read.has(table)),
      name,
    ).toEqual([])
  }
})

test('no table is announced that no operation of that name ever changes', () => {
  const names = [...new Set(uses.map(({ name }) => name))]
  const idle = names.flatMap((name) => {
    const written = together(name, 'written')
    const announced = together(name, 'announced')
    const asOne = TOLD_AS_ONE.filter((tables) => tables.every((table) => announced.has(table))).flat()
    return [...announced]
      .filter((table) => !written.has(table) && !asOne.includes(table))
      .map((table) => `${name} ${table}`)
  })
  expect(idle).toEqual([])
})

/** Asked by a start, a print, a check or the guard before a call, and not by a clock. */
const ASKED_BY_NO_CLOCK: readonly InternalName[] = [
  'audit.end',
  'audit.gaps',
  'audit.doubts',
  'privacy.weighGuess',
  'privacy.waitForName',
  'staff.find',
]

test('what moves a due instant wakes the clock of whoever is signed in', () => {
  const read = new Set(
    INTERNAL_NAMES.filter((name) => internalNamed(name)?.access === 'read')
      .filter((name) => !ASKED_BY_NO_CLOCK.includes(name))
      .flatMap((name) => [...together(name, 'read')]),
  )
  // The ladder's own record: written with the intent's row by a trigger, or by the ladder itself.
  read.delete('escalation')
  expect([...read].sort()).toEqual([...WATCHED].sort())
})

test('every silence that is excused is one that is kept', () => {
  for (const { name, table, because } of SILENT) {
    expect(together(name, 'written'), because).toContain(table)
    expect(together(name, 'announced'), because).not.toContain(table)
    expect(READ_BY_QUERIES, because).toContain(table)
  }
})

test('every operation of the engine and every job was run, so that none is left out above', () => {
  const ran = new Set(uses.map(({ name }) => name))
  expect([...Object.keys(handlers), ...Object.keys(jobs)].filter((name) => !ran.has(name))).toEqual([])
})

/** What all runs of that name did together. */
function together(name: string, what: 'read' | 'written' | 'announced'): ReadonlySet<TableName> {
  return new Set(uses.filter((use) => use.name === name).flatMap((use) => [...use[what]]))
}
