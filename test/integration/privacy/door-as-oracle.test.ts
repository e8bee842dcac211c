import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { Connection } from '../../../src/main/engine/connection.ts'
import { lookedFor } from '../../../src/main/session/looked-for.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import { OPERATION_NAMES, type OperationName, operationNamed } from '../../../src/shared/contract/index.ts'
import {
  FOUNDER,
  found,
  type House,
  hireEveryRole,
  openHouse,
  WINDOW,
} from '../../support/router/open-house.ts'
import { furnish, seedStanding } from '../../support/router/standing.ts'
import { readSecrets } from '../../support/router/stored-secrets.ts'
import { validCalls } from '../../support/router/valid-calls.ts'

/*
 * Every operation of the door is asked with each of its texts replaced, with digits that the mask hides of a victim, and
 * with others of the same form. Whoever answers differently tells a hidden digit.
 */

interface Victim {
  readonly uid: string
  readonly phone: string
  readonly idNumber: string
  readonly card: string
}

/** They end a session, or leave the process. */
const NOT_ASKED: readonly OperationName[] = [
  'session.signOut',
  'session.lock',
  'session.signIn',
  'session.createBranch',
]

/** They derive keys or set machines up, which takes long: one text of each kind is enough for those. */
const SLOW: readonly OperationName[] = [
  'arrivals.configure',
  'session.unlock',
  'staff.add',
  'staff.changePassphrase',
  'staff.resetPassphrase',
]

let house: House
let victim: Victim
let strangersPhone: string
let calls = 0
const answers = new Map<OperationName, Set<string>>()

beforeAll(async () => {
  house = openHouse({ demoCustomers: 60 })
  await found(house, 'demo')
  await hireEveryRole(house)
  await furnish(house)
  victim = await readVictim()
  const secrets = await readSecrets(house)
  for (const role of ['teller', 'head'] as const) {
    const standing = await seedStanding(house, secrets, role)
    strangersPhone = standing.phones[0]
    for (const { name, input } of validCalls(standing)) {
      if (NOT_ASKED.includes(name)) continue
      for (const [kind, told] of probesFor(name)) {
        for (const replace of [...replacementsIn(input), ...additionsTo(name, input)]) {
          // Once before and once after, because a call may leave the branch in another state.
          const before = await ask(name, replace(changed(told, 7)))
          const right = await ask(name, replace(told))
          const after = await ask(name, replace(changed(told, 3)))
          if (right !== before && right !== after) tell(name, kind)
        }
      }
    }
  }
}, 600_000)
afterAll(() => house.close())

function tell(name: OperationName, kind: string): void {
  answers.set(name, (answers.get(name) ?? new Set()).add(kind))
}

/** Texts with digits that the mask hides. */
function probes(): (readonly ['part' | 'whole', string])[] {
  const { phone, idNumber, card } = victim
  const parts = [
    ...[5, 8, 10].map((length) => phone.slice(-length)),
    ...[7, 10].map((length) => phone.slice(0, length)),
    ...[5, 6, 12].map((length) => idNumber.slice(-length)),
    ...[6, 12].map((length) => card.slice(-length)),
    `${phone.slice(-4)} ${phone.slice(0, 7)}`,
    strangersPhone.slice(0, 8),
    strangersPhone.slice(-8),
  ]
  const whole = [phone, idNumber, card, strangersPhone]
  return [
    ...parts.map((part) => ['part', part] as const),
    ...whole.map((number) => ['whole', number] as const),
  ]
}

function probesFor(name: OperationName): (readonly ['part' | 'whole', string])[] {
  const all = probes()
  if (!SLOW.includes(name)) return all
  return all.filter(([kind], place) => all.findIndex(([other]) => other === kind) === place)
}

/** Another digit in the place that is hidden in every one of these, so that the shown ends stay. */
function changed(text: string, by: number): string {
  const place = Math.max(text.length - 5, Math.min(3, text.length - 1))
  const digit = String((Number(text[place] ?? '0') + by) % 10)
  return text.slice(0, place) + digit + text.slice(place + 1)
}

/** Ways to put a text where the input has one. */
function replacementsIn(input: unknown): ((text: string) => unknown)[] {
  if (typeof input === 'string') return [(text) => text]
  if (Array.isArray(input)) {
    return input.flatMap((each, place) =>
      replacementsIn(each).map((replace) => (text: string) => input.with(place, replace(text))),
    )
  }
  if (typeof input !== 'object' || input === null) return []
  return Object.entries(input).flatMap(([key, value]) =>
    replacementsIn(value).map((replace) => (text: string) => ({ ...input, [key]: replace(text) })),
  )
}

/** Ways to put a text where the input may have one and has none. */
function additionsTo(name: OperationName, input: unknown): ((text: string) => unknown)[] {
  const schema = operationNamed(name)?.input
  if (!(schema instanceof z.ZodObject) || typeof input !== 'object' || input === null) return []
  return Object.entries<z.core.$ZodType>(schema.shape)
    .filter(([key, field]) => !(key in input) && z.safeParse(field, victim.phone).success)
    .map(([key]) => (text: string) => ({ ...input, [key]: text }))
}

/** Who is in an answer, how many it counts, or why there is none. A pause between the tries is no answer. */
async function ask(name: OperationName, input: unknown): Promise<string> {
  house.sessions.touch()
  house.clock.advance(301_000)
  // A number of its own each time: one that was taken by the call before would be the answer.
  const asked =
    name === 'imports.enter' && typeof input === 'object' ? { ...input, customerNo: `H${calls++}` } : input
  const envelope = await house.router.call(WINDOW, name, asked)
  if (!envelope.ok) return envelope.error.code
  // Else the next one is told that an import runs, or not, as it happens.
  if (name === 'imports.run') await vi.waitUntil(hasNoImport, { timeout: 60_000 })
  const text = JSON.stringify(envelope.value, (_key, value) =>
    value instanceof Uint8Array ? value.length : value,
  )
  if (operationNamed(name)?.access === 'read') return text
  return String(text.includes(victim.uid)) + (/"(?:outcome|saved)":("?\w+"?)/.exec(text)?.[1] ?? '')
}

async function hasNoImport(): Promise<boolean> {
  const sheets = await house.get('imports.list', {})
  return sheets.every(({ state }) => state !== 'running')
}

async function readVictim(): Promise<Victim> {
  const vault = Vault.at(house.folder, plainProtector)
  const { dataKey } = await vault.unlock(FOUNDER.no, FOUNDER.passphrase, house.clock.nowAt())
  const connection = Connection.open({ file: join(house.folder, 'branch.db'), dataKey, mode: 'reader' })
  try {
    const row = connection
      .statement<Victim>(
        `SELECT customer.uid, phone, id_number AS idNumber, card.number AS card FROM customer
         JOIN card ON card.customer_id = customer.id
         WHERE length(phone) = 11 AND length(id_number) = 18 AND length(card.number) >= 16 AND customer.id > 30 LIMIT 1`,
      )
      .get()
    if (row === undefined) throw new Error('nobody has all three numbers')
    return row
  } finally {
    connection.close()
  }
}

test('P2: no operation answers to a part of a number that the mask hides', () => {
  const told = [...answers].filter(([, kinds]) => kinds.has('part')).map(([name]) => name)
  expect(told).toEqual([])
})

test('P2: those that answer to a whole number are counted by the guard, and no others', () => {
  const told = [...answers].filter(([, kinds]) => kinds.has('whole')).map(([name]) => name)
  const guarded = OPERATION_NAMES.filter((name) => {
    const { numbers } = lookedFor(name, { text: victim.phone, phone: victim.phone, idNumber: null })
    return numbers.length > 0
  })
  // What a scanner types is counted where its machines report: `arrivals.scan` answers for them.
  expect(told.sort()).toEqual([...guarded, 'arrivals.scan'].sort())
})
