import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plainProtector } from '../../src/main/vault/device-protector.ts'
import { Vault } from '../../src/main/vault/vault.ts'
import { ERROR_CODES } from '../../src/shared/contract/envelope.ts'
import { ROLES } from '../../src/shared/domain/branch/roles.ts'
import { PRODUCT_CODES } from '../../src/shared/domain/customer/products.ts'
import { SHOWS_CLEAR } from '../support/router/hostile-input.ts'
import {
  FOUNDER,
  found,
  type House,
  hireEveryRole,
  openHouse,
  STAFF_NO,
  WINDOW,
} from '../support/router/open-house.ts'
import { furnish, type Standing, seedStanding } from '../support/router/standing.ts'
import { readSecrets, type Secrets, secretsIn } from '../support/router/stored-secrets.ts'
import { HostileCaller } from './harness/hostile-caller.ts'
import { type Acknowledged, examine, SOUND } from './harness/post-mortem.ts'
import { SEED } from './harness/rounds.ts'

/** How long calls are thrown at the door. `CHAOS_SECONDS` and `CHAOS_SEED` repeat a run. */
const SECONDS = Number(process.env.CHAOS_SECONDS ?? 3)
/** Everybody at the counter has work of their own first, which is many sign-ins. */
const SETTING_UP_MS = 600_000
const PATIENCE_MS = SECONDS * 1_000 + SETTING_UP_MS
/** Calls by one member of staff before another comes to the counter, or nobody. */
const TURN = 2_000
/** Calls between two pieces of honest work. */
const HONEST_EVERY = 500
/** Nobody's standing has these people. */
const HONEST_PEOPLE = 4
const CUSTOMERS = 60

let house: House
let secrets: Secrets
const standings: Standing[] = []
beforeAll(async () => {
  house = openHouse({ demoCustomers: CUSTOMERS })
  await found(house, 'demo')
  await hireEveryRole(house)
  await furnish(house)
  secrets = await readSecrets(house)
  for (const role of ROLES) standings.push(await seedStanding(house, secrets, role))
}, SETTING_UP_MS)
afterAll(() => house?.close())

describe(`the door under hostile calls (seed ${SEED})`, () => {
  it(
    `gives nothing away and loses nothing in ${SECONDS} seconds`,
    async () => {
      const caller = new HostileCaller(SEED, standings)
      const kept = { ...secrets, numbers: [...secrets.numbers, ...standings.flatMap(({ phones }) => phones)] }
      const seats = [...ROLES, 'nobody', 'locked'] as const
      const acknowledged: Acknowledged[] = []
      const wrong: unknown[] = []
      const outcomes = new Map<string, number>()
      const until = performance.now() + SECONDS * 1_000
      let calls = 0
      for (let turn = 0; performance.now() < until; turn++) {
        await take(seats[turn % seats.length] ?? 'nobody')
        for (let call = 0; call < TURN && performance.now() < until; call++, calls++) {
          const { name, input } = caller.next()
          const envelope = await house.router.call(WINDOW, name, input)
          const code = envelope.ok ? 'ok' : envelope.error.code
          outcomes.set(code, (outcomes.get(code) ?? 0) + 1)
          const known = envelope.ok || ERROR_CODES.includes(envelope.error.code)
          if (!known || code === 'engine.internal') wrong.push({ name, code })
          const told = SHOWS_CLEAR.some((each) => each === name) ? [] : secretsIn(envelope, kept)
          if (told.length > 0) wrong.push({ name, unmasked: told.length })
          if (call % HONEST_EVERY === 0) acknowledged.push(...(await honestWork(turn + call)))
        }
      }
      console.log(`${calls} hostile calls, ${acknowledged.length} flags between them`, outcomes)
      expect(wrong).toEqual([])
      expect(acknowledged.length).toBeGreaterThan(0)
      await house.sessions.close()
      const vault = Vault.at(house.folder, plainProtector)
      const { dataKey } = await vault.unlock(FOUNDER.no, FOUNDER.passphrase, house.clock.nowAt())
      const branch = { folder: house.folder, dataKey, remove: () => undefined }
      expect(examine(branch, acknowledged)).toMatchObject({ ...SOUND, torn: expect.anything() })
    },
    PATIENCE_MS,
  )
})

/** Somebody of a role sits down, locks the screen, or leaves. */
async function take(seat: (typeof ROLES)[number] | 'nobody' | 'locked'): Promise<void> {
  await house.get('session.signOut', {})
  if (seat === 'nobody') return
  const no = STAFF_NO[seat === 'locked' ? 'head' : seat]
  await house.signInAs(no)
  if (seat === 'locked') await house.get('session.lock', {})
}

/** A flag in between, where somebody who may is at the counter. */
async function honestWork(turn: number): Promise<Acknowledged[]> {
  const person = secrets.people.at(-1 - (turn % HONEST_PEOPLE))
  const product = PRODUCT_CODES[turn % PRODUCT_CODES.length] ?? 'deposit'
  if (person === undefined) throw new Error('the demo branch has people')
  await house.call('customers.open', { uid: person.uid })
  const envelope = await house.call('intents.flag', { customerUid: person.uid, product, level: 'high' })
  if (!envelope.ok) return []
  return [{ intentUid: envelope.value.intent.uid, evidenceUid: envelope.value.evidenceUid }]
}
