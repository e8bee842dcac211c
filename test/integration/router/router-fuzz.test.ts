import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ERROR_CODES, type ErrorCode } from '../../../src/shared/contract/envelope.ts'
import { OPERATION_NAMES, type OperationName, operationNamed } from '../../../src/shared/contract/index.ts'
import { ROLES } from '../../../src/shared/domain/branch/roles.ts'
import {
  anyName,
  CHANGES_DESK,
  changesDesk,
  malformed,
  SHOWS_CLEAR,
} from '../../support/router/hostile-input.ts'
import {
  found,
  type House,
  hireEveryRole,
  openHouse,
  STAFF_NO,
  WINDOW,
} from '../../support/router/open-house.ts'
import { furnish, inventedStanding, seedStanding } from '../../support/router/standing.ts'
import { readSecrets, type Secrets, secretsIn } from '../../support/router/stored-secrets.ts'
import { validCalls, validInputs } from '../../support/router/valid-calls.ts'

const CUSTOMERS = 60
const RUNS = 150

/** What well-formed calls are refused with here, where there is no window, no printer and nothing to take back. */
const REFUSED_HERE: Readonly<Partial<Record<OperationName, ErrorCode>>> = {
  'session.createBranch': 'session.alreadyOpen',
  'session.signIn': 'session.alreadyOpen',
  'session.acceptDoubts': 'session.alreadyOpen',
  'session.renewPassphrase': 'session.alreadyOpen',
  'followups.preview': 'followups.printFailed',
  'followups.previewMorning': 'followups.printFailed',
  'followups.print': 'followups.printFailed',
  'followups.printAgain': 'followups.printFailed',
  'followups.printMorning': 'followups.printFailed',
  'followups.savePdf': 'followups.printFailed',
  'followups.sendToPrinter': 'followups.printFailed',
  'lists.preview': 'followups.printFailed',
  'lists.print': 'followups.printFailed',
  'arrivals.chooseFolder': 'arrivals.folderOurs',
  'imports.cancel': 'imports.notFound',
  'imports.undo': 'imports.notFound',
  'imports.saveRejects': 'imports.fileMissing',
}

let house: House
let secrets: Secrets
beforeAll(async () => {
  house = openHouse({ demoCustomers: CUSTOMERS })
  await found(house, 'demo')
  await hireEveryRole(house)
  await furnish(house)
  secrets = await readSecrets(house)
  // Without these the test below would look for nothing.
  expect(secrets.names.size).toBeGreaterThan(CUSTOMERS / 2)
  expect(secrets.numbers.length).toBeGreaterThan(CUSTOMERS)
  expect(secrets.addresses.length).toBeGreaterThan(0)
})
afterAll(() => house.close())

async function throwMalformed(): Promise<void> {
  await fc.assert(
    fc.asyncProperty(anyName, malformed, async (name, input) => {
      fc.pre(!changesDesk(name, input))
      const envelope = await house.router.call(WINDOW, name, input)
      if (!envelope.ok) expect(ERROR_CODES).toContain(envelope.error.code)
      if (!envelope.ok) expect(envelope.error.code).not.toBe('engine.internal')
      if (name !== 'customers.reveal') expect(secretsIn(envelope, secrets)).toEqual([])
    }),
    { numRuns: RUNS },
  )
}

describe.each(ROLES)('as %s', (role) => {
  test('no malformed call throws, and none is answered with an unmasked field', async () => {
    await house.signInAs(STAFF_NO[role])
    await throwMalformed()
    expect(await house.get('session.whoami', {})).toMatchObject({ role })
  })

  test('no well-formed call is answered with an unmasked field; every allowed one is answered, and no other', async () => {
    const standing = await seedStanding(house, secrets, role)
    const kept = { ...secrets, numbers: [...secrets.numbers, ...standing.phones] }
    const outcomes = new Map<OperationName, string>()
    for (const { name, input } of validCalls(standing)) {
      if (CHANGES_DESK.includes(name)) continue
      const envelope = await house.router.call(WINDOW, name, input)
      if (!SHOWS_CLEAR.includes(name)) expect(secretsIn(envelope, kept), name).toEqual([])
      // Of several calls, one that is answered is enough.
      if (outcomes.get(name) !== 'ok') outcomes.set(name, envelope.ok ? 'ok' : envelope.error.code)
    }
    const expected = [...outcomes.keys()].map((name) => {
      const callers = operationNamed(name)?.callers ?? []
      const allowed = callers === 'anyone' || callers.includes(role)
      return [name, allowed ? (REFUSED_HERE[name] ?? 'ok') : 'call.notAllowed']
    })
    expect(Object.fromEntries(outcomes)).toEqual(Object.fromEntries(expected))
  })

  test('reveal opens a name for whom the rules allow, with a reason, and for nobody else', async () => {
    await house.signInAs(STAFF_NO[role])
    const [person] = secrets.people
    if (person === undefined) throw new Error('the demo branch has people')
    await house.call('customers.open', { uid: person.uid })
    const envelope = await house.call('customers.reveal', {
      uid: person.uid,
      group: 'name',
      reason: '核对到店客户',
    })
    if (role === 'admin') expect(envelope).toMatchObject({ ok: false, error: { code: 'call.notAllowed' } })
    else expect(secretsIn(envelope, secrets)).toContain(person.name)
  })
})

test('signed out, no malformed call throws and nothing of a customer is told', async () => {
  await house.get('session.signOut', {})
  await throwMalformed()
})

test('locked, no malformed call throws and nothing of a customer is told', async () => {
  await house.signInAs(STAFF_NO.head)
  await house.get('session.lock', {})
  await throwMalformed()
  expect(house.sessions.view().state).toBe('locked')
})

test('every operation of the contract has a well-formed call, so that none is left out above', () => {
  const standing = inventedStanding(secrets)
  for (const name of OPERATION_NAMES) {
    const inputs = validInputs(name, standing)
    expect(inputs, name).not.toEqual([])
    for (const input of inputs)
      expect(operationNamed(name)?.input.safeParse(input).error, name).toBeUndefined()
  }
})
