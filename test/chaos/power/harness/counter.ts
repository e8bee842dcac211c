/**
 * A workstation without its windows, in a process of its own: `counter.ts FOLDER flags N` or
 * `counter.ts FOLDER passphrase NEW`. What the branch acknowledged is said on stdout at once, a line each.
 */
import { writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { PRODUCT_CODES } from '../../../../src/shared/domain/customer/products.ts'
import { FOUNDER, type House, openHouse } from '../../../support/router/open-house.ts'

/** Longer than the quiet after which the log's pages move into the database. */
const QUIET_MS = 700
const PEOPLE = 10

const [folder = '', errand, value = ''] = process.argv.slice(2)
const house = openHouse({ folder })
await house.sessions.signIn(FOUNDER.no, FOUNDER.passphrase)
if (errand === 'flags') await flag(house, Number(value))
else {
  await house.get('staff.changePassphrase', { current: FOUNDER.passphrase, next: value })
  say({ ok: true })
}
await house.sessions.close()

/** Half of them, a pause in which the database itself is written, and the other half. */
async function flag({ get }: House, count: number): Promise<void> {
  const { lines: people } = await get('customers.browse', { limit: PEOPLE })
  for (let turn = 0; turn < count; turn++) {
    if (turn === Math.floor(count / 2)) await wait(QUIET_MS)
    const customerUid = people[turn % people.length]?.uid ?? ''
    const product = PRODUCT_CODES[turn % PRODUCT_CODES.length] ?? 'deposit'
    const { intent, evidenceUid } = await get('intents.flag', { customerUid, product, level: 'high' })
    say({ intentUid: intent.uid, evidenceUid })
  }
}

function say(line: object): void {
  writeSync(1, `${JSON.stringify(line)}\n`)
}
