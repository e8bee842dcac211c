import { afterAll, beforeAll, expect, test } from 'vitest'
import { FOUNDER, found, type House, openHouse } from '../../support/router/open-house.ts'

let house: House
beforeAll(async () => {
  house = openHouse()
  await found(house)
})
afterAll(() => house.close())

/** The chain's end now, as a check of all of it comes to it. */
async function checkedEnd(): Promise<{ seq: number; hash: string }> {
  const verdict = await house.get('audit.verify', {})
  if (!verdict.intact) throw new Error('the chain is whole')
  return { seq: verdict.entries, hash: verdict.lastHash }
}

const kept = async () => (await house.get('audit.compareWitnesses', {})).checked

test('a check that was left early forgets no longer one, and a link that the chain lacks is not kept', async () => {
  expect(await kept()).toBeNull()
  const early = await checkedEnd()
  await house.get('audit.keepChecked', early)
  expect(await kept()).toMatchObject(early)
  await house.get('session.signOut', {})
  await house.signInAs(FOUNDER.no)
  const late = await checkedEnd()
  expect(late.seq).toBeGreaterThan(early.seq)
  await house.get('audit.keepChecked', late)
  expect(await kept()).toMatchObject(late)
  await house.get('audit.keepChecked', early)
  expect(await kept()).toMatchObject(late)
  await house.get('audit.keepChecked', { seq: late.seq, hash: '0'.repeat(64) })
  await house.get('audit.keepChecked', { seq: late.seq + 1_000, hash: late.hash })
  expect(await kept()).toMatchObject(late)
})
