import type { ReferralRow } from '../../../src/shared/contract/referrals.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import type { TestEngine } from '../engine/open-engine.ts'
import { HEAD, rowOf, TELLER } from '../intents/counter-branch.ts'

/** An instant of a day in Shanghai, `2026-11-23 09:00`. */
export function instantOf(text: string): number {
  return Date.parse(`${text.replace(' ', 'T')}:00+08:00`)
}

/** The same, read back. */
export function textOf(at: number | null | undefined): string {
  if (at === null || at === undefined) return ''
  const iso = new Date(at + 8 * 3_600_000).toISOString()
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)}`
}

/** A teller hands a customer's wealth wish on. */
export function refer(
  engine: TestEngine,
  customerUid: string,
  to: SessionStaff,
  from: SessionStaff = TELLER,
): string {
  return engine.run(
    'referrals.offer',
    { customerUid, toNo: to.no, product: 'wealth', level: 'high', reason: '想了解大额存单' },
    from,
  ).uid
}

/** Lets the clock look at the branch at that instant, as the scheduler would. */
export function bounceAt(engine: TestEngine, instant: string): number {
  engine.sources.at = instantOf(instant)
  return (engine.runner.run('referrals.bounce', {}, HEAD).value as { bounced: number }).bounced
}

export function nextBounce(engine: TestEngine): string {
  return textOf(engine.runner.run('referrals.nextBounceAt', {}, HEAD).value as number | null)
}

/** What the referrer sees of their newest referral. */
export function seenByReferrer(engine: TestEngine, staff: SessionStaff = TELLER): ReferralRow {
  const [row] = engine.run('referrals.list', { view: 'referred' }, staff).rows
  if (row === undefined) throw new Error('nothing was referred')
  return row
}

/** Kinds of notices that somebody has, oldest first. */
export function toldTo(engine: TestEngine, { no }: SessionStaff): string[] {
  return engine.connection
    .statement<{ kind: string }>('SELECT kind FROM notice WHERE staff_no = ? ORDER BY id')
    .all(no)
    .map(({ kind }) => kind)
}

export function ownerOf(engine: TestEngine, table: 'intent' | 'lead') {
  return rowOf<{ owner_no: string; next_on: string }>(engine, `SELECT owner_no, next_on FROM ${table}`)
}
