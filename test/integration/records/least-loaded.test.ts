import { afterEach, beforeEach, expect, test } from 'vitest'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { addPerson, HEAD, OTHER_RM, openCounter, RM, TELLER } from '../../support/intents/counter-branch.ts'
import { saved } from '../../support/leads/lobby-branch.ts'
import { refer } from '../../support/referrals/referring-branch.ts'
import { takeBack } from '../../support/undo/take-back.ts'

let engine: TestEngine
beforeEach(() => {
  engine = openCounter('2026-11-23')
})
afterEach(() => engine.close())

/** Whom a teller's intent, a teller's strong lead and a referral by the table would come to now. */
function whoIsNext(): Record<'intent' | 'lead' | 'referral', string | undefined> {
  const { uid: customerUid } = addPerson(engine, { tier: 'preferred' })
  const { candidates } = engine.run('referrals.suggest', { customerUid, level: 'high' }, TELLER)
  const referral = candidates.find(({ suggested }) => suggested === 'first')?.name
  // Flagged and given back at once, so that asking weighs on nobody.
  const flagged = engine.run('intents.flag', { customerUid, product: 'loan', level: 'mid' }, TELLER)
  takeBack(engine, TELLER)
  const lead = saved(engine, { phoneTail: String(1000 + (engine.sources.at++ % 9000)), level: 'high' })
  engine.run('leads.advance', { leadUid: lead.uid, to: 'lost', lostReason: 'mistaken' }, HEAD)
  return { intent: flagged.intent.ownerName, lead: lead.ownerName, referral }
}

const all = (name: string) => ({ intent: name, lead: name, referral: name })

test('I4: of two alike the smaller number', () => {
  expect(whoIsNext()).toEqual(all(RM.name))
})

test('I4: five leads weigh more than one intent, whatever is to be shared out', () => {
  for (const n of [1, 2, 3, 4, 5]) saved(engine, { phoneTail: `555${n}` }, RM)
  engine.run('intents.flag', { customerUid: addPerson(engine).uid, product: 'fund', level: 'mid' }, OTHER_RM)
  expect(whoIsNext()).toEqual(all(OTHER_RM.name))
})

test('I4: what waits to be accepted weighs as well', () => {
  refer(engine, addPerson(engine).uid, RM)
  expect(whoIsNext()).toEqual(all(OTHER_RM.name))
})

test('nobody who was switched off gets anything', () => {
  engine.runner.run('staff.activate', { no: RM.no, active: false }, HEAD)
  expect(whoIsNext()).toEqual(all(OTHER_RM.name))
})
