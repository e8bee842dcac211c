import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import { ERROR_CODES } from '../../../src/shared/contract/envelope.ts'
import { ROLES } from '../../../src/shared/domain/branch/roles.ts'
import { PRODUCT_CODES } from '../../../src/shared/domain/customer/products.ts'
import { SHOWS_CLEAR } from '../../support/router/hostile-input.ts'
import {
  FOUNDER,
  found,
  hireEveryRole,
  openHouse,
  STAFF_NO,
  WINDOW,
} from '../../support/router/open-house.ts'
import { furnish, type Standing, seedStanding } from '../../support/router/standing.ts'
import { readSecrets, secretsIn } from '../../support/router/stored-secrets.ts'
import { HostileCaller } from './hostile-caller.ts'
import type { HostileReport } from './hostile-report.ts'
import { type Acknowledged, examine } from './post-mortem.ts'

/**
 * A process of its own that throws calls at a door for a time, and says what came of it:
 * `hostile-process.ts SEED SECONDS`. What crashes it crashes nothing else, and shows by its signal.
 */
const [seed = 0, seconds = 0] = process.argv.slice(2).map(Number)
/** Calls by one member of staff before another comes to the counter, or nobody. */
const TURN = 2_000
/** Calls of each seat whatever the time is: on a busy machine a sign-in alone may take all of it. */
const FEWEST = 200
/** Calls between two pieces of honest work. */
const HONEST_EVERY = 500
/** Nobody's standing has these people. */
const HONEST_PEOPLE = 4
const CUSTOMERS = 60
const SEATS = [...ROLES, 'nobody', 'locked'] as const

const house = openHouse({ demoCustomers: CUSTOMERS })
await found(house, 'demo')
await hireEveryRole(house)
await furnish(house)
const secrets = await readSecrets(house)
const standings: Standing[] = []
for (const role of ROLES) standings.push(await seedStanding(house, secrets, role))
process.stdout.write(JSON.stringify(await throwCalls()))
await house.close()
process.exit(0)

async function throwCalls(): Promise<HostileReport> {
  const caller = new HostileCaller(seed, standings)
  const kept = { ...secrets, numbers: [...secrets.numbers, ...standings.flatMap(({ phones }) => phones)] }
  const acknowledged: Acknowledged[] = []
  const wrong: HostileReport['wrong'][number][] = []
  const answers: Record<string, number> = {}
  const until = performance.now() + seconds * 1_000
  let calls = 0
  for (let turn = 0; turn < SEATS.length || performance.now() < until; turn++) {
    await take(SEATS[turn % SEATS.length] ?? 'nobody')
    for (let call = 0; call < TURN && (call < FEWEST || performance.now() < until); call++, calls++) {
      const { name, input } = caller.next()
      const envelope = await house.router.call(WINDOW, name, input)
      const code = envelope.ok ? 'ok' : envelope.error.code
      answers[code] = (answers[code] ?? 0) + 1
      const known = envelope.ok || ERROR_CODES.includes(envelope.error.code)
      if (!known || code === 'engine.internal') wrong.push({ name: String(name), code, unmasked: 0 })
      const told = SHOWS_CLEAR.some((each) => each === name) ? [] : secretsIn(envelope, kept)
      if (told.length > 0) wrong.push({ name: String(name), code, unmasked: told.length })
      if (call % HONEST_EVERY === 0) acknowledged.push(...(await honestWork(turn + call)))
    }
  }
  await house.sessions.close()
  const vault = Vault.at(house.folder, plainProtector)
  const { dataKey } = await vault.unlock(FOUNDER.no, FOUNDER.passphrase, house.clock.nowAt())
  const branch = { folder: house.folder, dataKey, remove: () => undefined }
  return { calls, flags: acknowledged.length, answers, wrong, left: examine(branch, acknowledged) }
}

/** Somebody of a role sits down, locks the screen, or leaves. */
async function take(seat: (typeof SEATS)[number]): Promise<void> {
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
