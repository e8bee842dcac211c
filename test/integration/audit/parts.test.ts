import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { appendAudit } from '../../../src/main/engine/ledger.ts'
import type { ChainPosition, ChainVerdict } from '../../../src/shared/contract/audit.ts'
import { forgeOn } from '../../support/audit/forger.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { addPerson, noonOf, openCounter, RM, rowOf, TELLER } from '../../support/intents/counter-branch.ts'

let engine: TestEngine
let uid: string
beforeEach(() => {
  engine = openCounter('2026-11-23')
  uid = addPerson(engine).uid
})
afterEach(() => engine.close())

const flag = (level: 'mid' | 'high') =>
  engine.run('intents.flag', { customerUid: uid, product: 'loan', level }, TELLER)
const lastLink = () => rowOf<{ seq: number }>(engine, 'SELECT max(seq) AS seq FROM audit')?.seq ?? 0

/** Links that no write of a counter made, enough for several parts. */
function lengthen(count: number): void {
  engine.connection.transaction(() => {
    for (let each = 0; each < count; each++) {
      appendAudit(engine.connection, {
        at: engine.sources.at,
        staffNo: '8001',
        action: 'a',
        customerUid: null,
        detail: { each },
      })
    }
  })
}

function partsFrom(from: ChainPosition | null): {
  readonly positions: readonly ChainPosition[]
  readonly shares: readonly number[]
  readonly verdict: ChainVerdict
} {
  const positions: ChainPosition[] = []
  const shares: number[] = []
  for (let at = from; ; ) {
    const part = engine.run('audit.verifyPart', { from: at })
    if (part.state === 'done') return { positions, shares, verdict: part.verdict }
    at = part.next
    positions.push(at)
    shares.push(part.done / part.of)
  }
}

describe('a check in parts', () => {
  test('P2: tells how far it is, and ends where a check in one go does', () => {
    lengthen(12_000)
    flag('mid')
    const { positions, shares, verdict } = partsFrom(null)
    expect(positions.length).toBeGreaterThan(2)
    expect(shares).toEqual(shares.toSorted((one, other) => one - other))
    expect(shares.at(-1)).toBeLessThanOrEqual(1)
    expect(verdict).toEqual(engine.run('audit.verify', {}))
    expect(verdict).toMatchObject({ intact: true, entries: lastLink() })
  })

  test('goes on from any position to the same end, also when others have written meanwhile', () => {
    lengthen(12_000)
    const { positions } = partsFrom(null)
    flag('mid')
    flag('high')
    const whole = engine.run('audit.verify', {})
    for (const position of positions.filter(({ part }) => part === 'links')) {
      expect(partsFrom(position).verdict).toEqual(whole)
    }
  })

  test('does not go on from a link that is another one by now', () => {
    lengthen(6_000)
    const [position] = partsFrom(null).positions
    forgeOn(engine.connection, "UPDATE audit SET staff_no = '1002' WHERE seq = 3", { rehash: true })
    expect(partsFrom(position ?? null).verdict).toMatchObject({
      intact: false,
      brokenAt: position?.seq,
      reason: 'hash',
    })
  })
})

describe('each outbox row finds its own links', () => {
  /** Two links and one row, as an import leaves. */
  const bare = () => lengthen(1)

  test('as they were written, also where a write is about several people', () => {
    const other = addPerson(engine).uid
    for (const customerUid of [uid, other]) {
      engine.run('intents.flag', { customerUid, product: 'loan', level: 'high' }, RM)
    }
    engine.sources.at = noonOf('2026-11-25')
    engine.run('followups.freezeList', {}, RM)
    engine.run('customers.open', { uid: other }, TELLER)
    const named = engine.connection
      .statement<{ first_link: number; last_link: number; operation: string }>(
        `SELECT first_link, last_link, operation FROM outbox
         WHERE operation LIKE 'intents.%' OR operation LIKE 'followups.%' OR operation LIKE 'customers.%' ORDER BY seq`,
      )
      .all()
    expect(
      named.map(({ operation, first_link, last_link }) => [operation, last_link - first_link + 1]),
    ).toEqual([
      ['intents.flag', 1],
      ['intents.flag', 1],
      ['followups.freezeList', 2],
      ['customers.open', 1],
    ])
    expect(engine.run('audit.verify', {})).toMatchObject({ intact: true })
  })

  test('a link in the middle removed, the rest numbered and hashed anew', () => {
    flag('mid')
    flag('high')
    flag('mid')
    forgeOn(engine.connection, `DELETE FROM audit WHERE seq = ${lastLink() - 1}`, { rehash: true })
    expect(engine.run('audit.verify', {})).toMatchObject({ intact: false })
    // Counts alone would not: links without a row make up for it.
    bare()
    expect(engine.run('audit.verify', {})).toMatchObject({ intact: false, reason: 'outbox' })
  })

  test('the newest cut off behind six imports, and the next writes in their place', () => {
    for (let count = 0; count < 6; count++) bare()
    flag('mid')
    flag('high')
    forgeOn(engine.connection, `DELETE FROM audit WHERE seq > ${lastLink() - 2}`)
    expect(engine.run('audit.verify', {})).toMatchObject({ intact: false, reason: 'truncated' })
    engine.sources.at += 60_000
    flag('mid')
    flag('high')
    flag('mid')
    expect(engine.run('audit.verify', {})).toMatchObject({ intact: false, reason: 'outbox' })
  })

  test('a changed name, every hash computed anew', () => {
    flag('mid')
    forgeOn(engine.connection, `UPDATE audit SET staff_no = '1002' WHERE seq = ${lastLink()}`, {
      rehash: true,
    })
    expect(engine.run('audit.verify', {})).toEqual({
      intact: false,
      entries: lastLink(),
      brokenAt: lastLink(),
      reason: 'outbox',
    })
  })
})
