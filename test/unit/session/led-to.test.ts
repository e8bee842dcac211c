import { expect, test } from 'vitest'
import { z } from 'zod'
import { personWorkedWith } from '../../../src/main/session/led-to.ts'
import { type EngineName, OPERATION_NAMES, operationNamed } from '../../../src/shared/contract/index.ts'

const SOMEBODY = '00000000-0000-4000-8000-000000000001'
/** Shown only beside somebody who is open, and no work with them by itself. */
const BESIDE: readonly string[] = ['prompts.show']

/** The inputs that name a customer, as far as the schema says so. */
function namesCustomer(name: string): boolean {
  const operation = operationNamed(name)
  return (
    operation !== undefined &&
    JSON.stringify(z.toJSONSchema(operation.input, { io: 'input' })).includes('"customerUid"')
  )
}

test('every call of the contract that writes about a customer leads to them, and no other', () => {
  const writes = OPERATION_NAMES.filter((name) => {
    const operation = operationNamed(name)
    return operation?.place === 'engine' && operation.access === 'write'
  })
  const leads = writes.filter((name) => {
    const who = { kind: 'customer', customerUid: SOMEBODY }
    return personWorkedWith(name as EngineName, { uid: SOMEBODY, customerUid: SOMEBODY, who }) === SOMEBODY
  })
  const expected = [
    'customers.open',
    'customers.reveal',
    ...writes.filter((name) => namesCustomer(name) && !BESIDE.includes(name)),
  ]
  expect([...leads].sort()).toEqual(expected.sort())
})

test('a stranger, or a contact about an intent, is nobody whom a search showed', () => {
  expect(personWorkedWith('lobby.arrive', { who: { kind: 'stranger' } })).toBeNull()
  expect(personWorkedWith('lobby.identify', { who: { kind: 'lead', leadUid: SOMEBODY } })).toBeNull()
  expect(personWorkedWith('followups.record', { customerUid: null, intentUid: SOMEBODY })).toBeNull()
})
