import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { jobs } from '../../../src/main/features/index.ts'
import { listRequest } from '../../../src/shared/contract/lists.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  type InventedPerson,
  OTHER_RM,
  openCounter,
  RM,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { saved } from '../../support/leads/lobby-branch.ts'
import { refer } from '../../support/referrals/referring-branch.ts'

const REASON = '晨会分派用'
let engine: TestEngine
let person: InventedPerson
beforeEach(() => {
  engine = openCounter('2026-11-20')
  person = addPerson(engine, { name: '欧阳娜娜', tier: 'preferred' })
})
afterEach(() => engine.close())

async function linesOf(request: object, staff: SessionStaff): Promise<string[][]> {
  const path = join(engine.folder, 'list.csv')
  const steps = jobs['lists.export'](
    { runner: engine.runner, staff, signal: new AbortController().signal },
    { path, request: listRequest.parse(request), reason: REASON, language: 'zh-CN' },
  )
  for (let step = await steps.next(); step.done !== true; step = await steps.next());
  const text = readFileSync(path, 'utf8')
  expect(text).not.toContain(person.phone)
  expect(text).not.toContain(person.name)
  return text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','))
}

/** What the audit says of exports: whom and what list, how many rows and why. */
const audited = () =>
  engine.connection
    .statement<{ customerUid: string | null; list: string; rows: number; reason: string }>(
      `SELECT customer_uid AS customerUid, detail ->> 'list' AS list, detail ->> 'rows' AS rows,
         detail ->> 'reason' AS reason FROM audit WHERE action = 'lists.export' ORDER BY seq`,
    )
    .all()

test('P2: intents leave with product, level, day and days, owner and last contact; their customers are named', async () => {
  const flagged = { customerUid: person.uid, product: 'loan', level: 'high' } as const
  const { intent } = engine.run('intents.flag', { ...flagged, signals: ['rate'] }, RM)
  const contact = { customerUid: person.uid, channel: 'phone', outcome: 'no-answer' } as const
  engine.run('followups.record', contact, RM)
  const nextOn = engine.run('intents.list', {}, RM).rows[0]?.intent.nextOn ?? ''
  const days = String((Date.parse(nextOn) - Date.parse('2026-11-20')) / 86_400_000)
  const work = ['贷款', '高', nextOn, days]
  const who = ['C0001', '欧阳**', '100****0001', '优质']
  expect(await linesOf({ list: 'intents', asked: {} }, RM)).toEqual([
    ['客户号', '姓名', '手机', '等级', '产品', '程度', '下次日期', '距今天数', '信号', '负责人', '上次联系'],
    [...who, ...work, '问利率', RM.name, '2026-11-20'],
  ])
  const [head, line] = await linesOf({ list: 'followups', asked: { sort: 'contact' } }, RM)
  expect(head?.slice(0, 2)).toEqual(['分组', '客户号'])
  expect(line?.slice(1)).toEqual([...who, ...work, RM.name, '2026-11-20'])
  expect(intent.nextOn).toBe(nextOn)
  expect(audited()).toEqual([
    { customerUid: person.uid, list: 'intents', rows: 1, reason: REASON },
    { customerUid: person.uid, list: 'followups', rows: 1, reason: REASON },
  ])
})

test('P2: leads leave masked; a stranger has no customer whom the audit could name', async () => {
  saved(engine, { phone: '13800005678', phoneTail: null, note: '手机 13800005678' }, TELLER)
  const [head, line] = await linesOf({ list: 'leads', asked: { whose: 'entered' } }, TELLER)
  expect(head).toHaveLength(line?.length ?? 0)
  expect(line?.slice(0, 5)).toEqual(['王先生', '138****5678', '', '', '新线索'])
  expect(line?.join()).not.toContain('13800005678')
  expect(audited()).toEqual([{ customerUid: null, list: 'leads', rows: 1, reason: REASON }])
})

test('P2: referrals leave with who handed on to whom and what came of it', async () => {
  refer(engine, person.uid, RM)
  const [head, line] = await linesOf({ list: 'referrals', asked: { view: 'to-do' } }, RM)
  expect(head).toHaveLength(line?.length ?? 0)
  expect(line?.slice(0, 9)).toEqual([
    'C0001',
    '欧阳**',
    '100****0001',
    '优质',
    '理财',
    '高',
    '待承接',
    TELLER.name,
    RM.name,
  ])
  expect(audited()).toMatchObject([{ customerUid: person.uid, list: 'referrals', rows: 1 }])
})

test('what a screen refuses, a file refuses: nothing is recorded', async () => {
  engine.run('intents.flag', { customerUid: person.uid, product: 'loan', level: 'high' }, RM)
  const refused = [
    { list: 'intents', asked: { ownerNo: RM.no } },
    { list: 'followups', asked: { ownerNo: RM.no } },
    { list: 'leads', asked: { whose: 'branch' } },
    { list: 'referrals', asked: { view: 'all' } },
  ]
  for (const request of refused) {
    await expect(linesOf(request, OTHER_RM)).rejects.toThrowError('call.notAllowed')
    expect(await linesOf(request, HEAD)).not.toHaveLength(0)
  }
  expect(audited().filter(({ list }) => list === 'intents')).toHaveLength(1)
})

test('a list that its screen reads only in part does not leave in part', async () => {
  for (let n = 0; n <= 500; n++) {
    const { uid } = addPerson(engine)
    engine.run('intents.flag', { customerUid: uid, product: 'loan', level: 'high' }, RM)
  }
  await expect(linesOf({ list: 'followups', asked: {} }, RM)).rejects.toThrowError('lists.tooLong')
  expect(audited()).toEqual([])
})
