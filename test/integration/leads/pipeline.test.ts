import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  HEAD,
  LOBBY,
  OTHER_RM,
  openCounter,
  RM,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { saved } from '../../support/leads/lobby-branch.ts'

const TODAY = '2026-11-23'
let engine: TestEngine
beforeEach(() => {
  engine = openCounter(TODAY)
})
afterEach(() => engine.close())

const advance = (leadUid: string, to: 'new' | 'contacted' | 'qualified' | 'converted' | 'lost', staff = RM) =>
  engine.run('leads.advance', { leadUid, to, lostReason: to === 'lost' ? 'price' : null }, staff)

describe('L8: a lead moves along its pipeline', () => {
  test('new, contacted, qualified, converted; each open step with a new next date, the last one with none due', () => {
    const { uid } = saved(engine, { level: 'mid' }, RM)
    expect(advance(uid, 'contacted')).toMatchObject({ state: 'contacted', nextOn: '2026-11-30' })
    expect(advance(uid, 'qualified')).toMatchObject({ state: 'qualified', nextOn: '2026-11-30' })
    expect(advance(uid, 'converted')).toMatchObject({ state: 'converted' })
    expect(rowOf(engine, 'SELECT closed_at IS NOT NULL AS closed FROM lead')).toEqual({ closed: 1 })
    const { steps } = engine.run('leads.open', { leadUid: uid }, RM)
    expect(steps.map(({ kind, state }) => [kind, state])).toEqual([
      ['moved', 'converted'],
      ['moved', 'qualified'],
      ['moved', 'contacted'],
      ['saved', 'new'],
    ])
  })

  test('an agreed day counts, moved to a working day and said so', () => {
    const { uid } = saved(engine, {}, RM)
    const lead = engine.run('leads.advance', { leadUid: uid, to: 'contacted', nextOn: '2026-11-28' }, RM)
    expect(lead).toMatchObject({ nextOn: '2026-11-30', dueRule: { chosenOn: '2026-11-28', moved: true } })
  })

  test('F1: the next date cannot lie before today', () => {
    const { uid } = saved(engine, {}, RM)
    expect(() =>
      engine.run('leads.advance', { leadUid: uid, to: 'contacted', nextOn: '2026-11-20' }, RM),
    ).toThrowError('followups.nextDateInPast')
  })

  test('lost needs its reason; nothing is converted before it is qualified; closed stays closed', () => {
    const { uid } = saved(engine, {}, RM)
    expect(() => engine.run('leads.advance', { leadUid: uid, to: 'lost' }, RM)).toThrowError(
      'leads.lostReasonMissing',
    )
    expect(() => advance(uid, 'converted')).toThrowError('leads.moveNotAllowed')
    expect(advance(uid, 'lost')).toMatchObject({ state: 'lost', lostReason: 'price' })
    expect(() => advance(uid, 'contacted')).toThrowError('leads.closed')
  })
})

describe('whose lead it is', () => {
  test('its owner and who shares out the work move it; who entered it may look', () => {
    const { uid } = saved(engine)
    expect(() => advance(uid, 'contacted', OTHER_RM)).toThrowError('call.notAllowed')
    expect(() => engine.run('leads.open', { leadUid: uid }, OTHER_RM)).toThrowError('call.notAllowed')
    expect(engine.run('leads.open', { leadUid: uid }, TELLER).mayMove).toBe(false)
    expect(() => advance(uid, 'contacted', TELLER)).toThrowError('call.notAllowed')
    expect(advance(uid, 'contacted', LOBBY).state).toBe('contacted')
    expect(advance(uid, 'qualified', RM).state).toBe('qualified')
  })

  test('handed on it keeps its date, and its history says to whom', () => {
    const { uid, nextOn } = saved(engine, {}, RM)
    expect(engine.run('leads.reassign', { leadUid: uid, ownerNo: OTHER_RM.no }, LOBBY)).toMatchObject({
      ownerName: OTHER_RM.name,
      nextOn,
    })
    const { steps } = engine.run('leads.open', { leadUid: uid }, OTHER_RM)
    expect(steps[0]).toMatchObject({ kind: 'handed-on', toName: OTHER_RM.name, staffName: LOBBY.name })
    expect(() => engine.run('leads.reassign', { leadUid: uid, ownerNo: RM.no }, RM)).toThrowError(
      'call.notAllowed',
    )
    expect(() => engine.run('leads.reassign', { leadUid: uid, ownerNo: '9001' }, HEAD)).toThrowError(
      'followups.ownerUnknown',
    )
  })

  test('the load of everybody who deals with customers stands beside the choice', () => {
    saved(engine, { phoneTail: '0001' }, RM)
    saved(engine, { phoneTail: '0002' }, RM)
    const load = engine.run('leads.load', {}, LOBBY)
    expect(load.map(({ no, leads }) => [no, leads])).toEqual([
      ['1001', 0],
      ['2001', 0],
      ['3001', 2],
      ['3002', 0],
      ['8001', 0],
    ])
    engine.sources.at += 7 * 86_400_000
    expect(engine.run('leads.load', {}, LOBBY).find(({ no }) => no === RM.no)?.overdue).toBe(2)
  })
})

describe('P2: what is seen is recorded', () => {
  const lastAudit = () =>
    rowOf<{ action: string; detail: string }>(
      engine,
      'SELECT action, detail FROM audit ORDER BY seq DESC LIMIT 1',
    )

  test('opening a lead leaves a link', () => {
    const { uid } = saved(engine)
    engine.run('leads.open', { leadUid: uid }, LOBBY)
    expect(lastAudit()).toEqual({ action: 'leads.open', detail: JSON.stringify({ leadUid: uid }) })
  })

  test('the number comes in the clear only with a reason, which is kept; a tail is all there is to see', () => {
    const whole = saved(engine, { phone: '13812345678' })
    const tail = saved(engine, { surname: '赵', phoneTail: '0001' })
    expect(() => engine.run('leads.reveal', { leadUid: whole.uid, reason: '看' }, RM)).toThrowError(
      'customers.reasonTooShort',
    )
    expect(engine.run('leads.reveal', { leadUid: whole.uid, reason: '回访客户' }, LOBBY)).toEqual({
      phone: '13812345678',
    })
    expect(lastAudit()).toEqual({
      action: 'leads.reveal',
      detail: JSON.stringify({ leadUid: whole.uid, reason: '回访客户' }),
    })
    expect(() => engine.run('leads.reveal', { leadUid: tail.uid, reason: '回访客户' }, LOBBY)).toThrowError(
      'leads.noPhone',
    )
  })

  test('no answer but the reveal holds the number, not even a note that repeats it', () => {
    const { uid } = saved(engine, { phone: '13812345678', note: '打 13812345678 找他' })
    const answers = [
      engine.run('leads.list', { whose: 'branch' }, LOBBY),
      engine.run('leads.open', { leadUid: uid }, LOBBY),
      engine.run('leads.advance', { leadUid: uid, to: 'contacted', note: '13812345678' }, LOBBY),
      engine.run('leads.open', { leadUid: uid }, LOBBY),
      engine.run('leads.reassign', { leadUid: uid, ownerNo: RM.no }, LOBBY),
      engine.run(
        'leads.save',
        {
          surname: '王',
          title: 'mr',
          phone: '13812345678',
          product: 'loan',
          level: 'low',
          consent: { textVersion: 1, purposes: ['contact'] },
        },
        TELLER,
      ),
      engine.run('audit.list', {}, HEAD),
    ]
    expect(JSON.stringify(answers)).not.toContain('13812345678')
  })
})
