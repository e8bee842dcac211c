import { afterEach, beforeEach, expect, test } from 'vitest'
import { NEXT_BOUNCE } from '../../../src/main/features/referrals/bounce.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  OTHER_RM,
  openCounter,
  RM,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import {
  bounceAt,
  instantOf,
  nextBounce,
  refer,
  seenByReferrer,
  textOf,
  toldTo,
} from '../../support/referrals/referring-branch.ts'

let engine: TestEngine
let person: { uid: string }
beforeEach(() => {
  engine = openCounter('2026-11-23')
  person = addPerson(engine, { tier: 'preferred' })
  // The backup of a preferred person's strong wish is the lobby; here it is the other manager.
  const routes = engine.run('referrals.routes', {})
  engine.run('referrals.saveRoutes', {
    routes: routes.map((route) => ({ ...route, backup: { kind: 'person', no: OTHER_RM.no } as const })),
  })
  engine.sources.at = instantOf('2026-11-23 17:00')
})
afterEach(() => engine.close())

test('L8: the clock of a referral at five in the afternoon runs out the next morning', () => {
  refer(engine, person.uid, RM)
  const row = seenByReferrer(engine)
  expect(textOf(row.acceptByAt)).toBe('2026-11-24 09:00')
  expect(row.workMinutesLeft).toBe(60)
  expect(nextBounce(engine)).toBe('2026-11-24 09:00')
  engine.sources.at = instantOf('2026-11-24 08:45')
  expect(seenByReferrer(engine).workMinutesLeft).toBe(15)
})

test('before its time nothing is sent on, and nobody is told', () => {
  refer(engine, person.uid, RM)
  expect(bounceAt(engine, '2026-11-24 08:59')).toBe(0)
  expect(seenByReferrer(engine).toName).toBe(RM.name)
  expect(toldTo(engine, TELLER)).toEqual([])
})

test('it goes to the backup with a clock of its own, then to the head, then it stays', () => {
  refer(engine, person.uid, RM)
  expect(bounceAt(engine, '2026-11-24 09:05')).toBe(1)
  expect(seenByReferrer(engine)).toMatchObject({ toName: OTHER_RM.name, state: 'offered', stranded: false })
  expect(nextBounce(engine)).toBe('2026-11-24 10:05')
  expect(bounceAt(engine, '2026-11-24 10:05')).toBe(1)
  expect(seenByReferrer(engine)).toMatchObject({ toName: HEAD.name, backupName: null })
  expect(bounceAt(engine, '2026-11-24 11:05')).toBe(1)
  expect(seenByReferrer(engine)).toMatchObject({ toName: HEAD.name, state: 'offered', stranded: true })
  expect(toldTo(engine, HEAD)).toEqual(['referral-offered', 'referral-stranded'])
  expect(nextBounce(engine)).toBe('')
  expect(bounceAt(engine, '2026-11-30 14:00')).toBe(0)
})

test('who referred reads where it went and when, without asking', () => {
  refer(engine, person.uid, RM)
  bounceAt(engine, '2026-11-24 09:05')
  const { steps } = seenByReferrer(engine)
  expect(steps.map(({ event, byName, toName, at }) => [event, byName, toName, textOf(at)])).toEqual([
    ['offered', TELLER.name, RM.name, '2026-11-23 17:00'],
    ['bounced', null, OTHER_RM.name, '2026-11-24 09:05'],
  ])
})

test('everybody concerned is told of a bounce once, and the notice names no customer', () => {
  refer(engine, person.uid, RM)
  bounceAt(engine, '2026-11-24 09:05')
  bounceAt(engine, '2026-11-24 09:05')
  expect(toldTo(engine, TELLER)).toEqual(['referral-bounced'])
  expect(toldTo(engine, RM)).toEqual(['referral-offered', 'referral-bounced'])
  expect(toldTo(engine, OTHER_RM)).toEqual(['referral-offered'])
  expect(rowOf(engine, "SELECT detail FROM notice WHERE kind = 'referral-bounced' LIMIT 1")).toEqual({
    detail: JSON.stringify({ product: 'wealth', level: 'high', to: OTHER_RM.no }),
  })
})

test('a receiver who was passed over can no longer accept; the one who has it can, and the clock stops', () => {
  const uid = refer(engine, person.uid, RM)
  bounceAt(engine, '2026-11-24 09:05')
  expect(() => engine.run('referrals.accept', { referralUid: uid }, RM)).toThrowError('referrals.notYours')
  engine.run('referrals.accept', { referralUid: uid }, OTHER_RM)
  expect(nextBounce(engine)).toBe('')
  expect(bounceAt(engine, '2026-11-25 09:05')).toBe(0)
})

test('asking when the next clock runs out is a seek in the running clocks, and no audit row', () => {
  const plan = engine.connection.statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${NEXT_BOUNCE.sql}`).all()
  expect(plan.map(({ detail }) => detail).join()).toContain('referral_offered_by_clock')
  expect(plan.map(({ detail }) => detail).join()).not.toContain('TEMP B-TREE')
  const audited = () => rowOf<{ n: number }>(engine, 'SELECT count(*) AS n FROM audit')?.n
  const before = audited()
  nextBounce(engine)
  expect(audited()).toBe(before)
})
