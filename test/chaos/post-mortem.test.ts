import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { TestEngine } from '../support/engine/open-engine.ts'
import { addPerson, openCounter } from '../support/intents/counter-branch.ts'
import { type Acknowledged, examine, type PostMortem, SOUND } from './harness/post-mortem.ts'

const DATA_KEY = new Uint8Array(32).fill(7)

const PEOPLE = 5

let engine: TestEngine
let flags: readonly Acknowledged[]
beforeEach(() => {
  engine = openCounter('2026-11-20')
  flags = Array.from({ length: PEOPLE }, () => {
    const { uid: customerUid } = addPerson(engine)
    const { intent, evidenceUid } = engine.run('intents.flag', {
      customerUid,
      product: 'wealth',
      level: 'high',
    })
    return { intentUid: intent.uid, evidenceUid }
  })
})
afterEach(() => engine.close())

/** Damages what a kill must not damage, past every guard, and looks. */
function afterDamage(sql: string): PostMortem {
  engine.connection.script(`PRAGMA foreign_keys=OFF; DROP TRIGGER audit_keeps_rows; ${sql}`)
  return examine({ folder: engine.folder, dataKey: DATA_KEY, remove: () => {} }, flags)
}

describe('a look at what a killed process left', () => {
  it('finds nothing where nothing is wrong', () => {
    expect(afterDamage('')).toEqual(SOUND)
  })

  it('finds an acknowledged flag that is gone', () => {
    const [first, second] = flags
    const gone = `DELETE FROM intent_evidence WHERE uid = '${first?.evidenceUid}';
      DELETE FROM intent WHERE uid = '${second?.intentUid}'`
    expect(afterDamage(gone).lost).toEqual([first, second])
  })

  it.each([
    ['evidence', 'DELETE FROM intent_evidence WHERE id = 2', { torn: 1 }],
    [
      'outbox row',
      'DELETE FROM outbox WHERE seq = (SELECT max(seq) - 1 FROM outbox)',
      { torn: 2, outboxGaps: 1 },
    ],
    ['audit row', 'DELETE FROM audit WHERE seq = (SELECT max(seq) FROM audit)', { torn: 1 }],
    ['intent', 'DELETE FROM intent WHERE id = 2', { orphans: 1 }],
  ])('finds a flag without its %s', (_what, sql, findings) => {
    expect(afterDamage(sql)).toMatchObject(findings)
  })

  it('finds an audit chain with a link taken out', () => {
    expect(afterDamage('DELETE FROM audit WHERE seq = 2').auditIntact).toBe(false)
  })

  it('finds rows of an import that was taken back', () => {
    const run = `INSERT INTO import_run (id, uid, profile_name, state, as_of, staff_no, started_at, owner_process, heartbeat_at)
      VALUES (9, 'run', 'x', 'failed', '2026-11-20', '8001', 0, 1, 0); UPDATE customer SET import_id = 9 WHERE id = 2`
    expect(afterDamage(run).leftovers).toBe(1)
  })
})
