import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { jobs } from '../../../src/main/features/index.ts'
import { listRequest } from '../../../src/shared/contract/lists.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import { BranchPeople } from '../../support/customers/branch-people.ts'
import { HEAD } from '../../support/engine/open-engine.ts'

let branch: BranchPeople
beforeEach(() => {
  branch = new BranchPeople()
})
afterEach(() => branch.close())

const TELLER: SessionStaff = { no: '1001', name: '孙甜', role: 'teller' }

const ALL = { list: 'customers', asked: {} }

async function write(request: object, reason: string, staff = HEAD): Promise<string> {
  const { engine } = branch
  const path = join(engine.folder, 'list.csv')
  const steps = jobs['lists.export'](
    { runner: engine.runner, staff, signal: new AbortController().signal },
    { path, request: listRequest.parse(request), reason, language: 'zh-CN' },
  )
  for (let step = await steps.next(); step.done !== true; step = await steps.next());
  return readFileSync(path, 'utf8')
}

const audited = () =>
  branch.engine.connection
    .statement<{ staffNo: string; customerUid: string; detail: string }>(
      `SELECT staff_no AS staffNo, customer_uid AS customerUid, detail FROM audit
       WHERE action = 'lists.export' ORDER BY seq`,
    )
    .all()

test('P2: a list leaves masked and in its order, with everybody on it in the audit and why', async () => {
  const poor = branch.add({
    name: '=HYPERLINK',
    phone: '13800001234',
    birthOn: '1980-11-21',
    ownerNo: '8001',
  })
  const rich = branch.add({ name: '王小明', balanceFen: 90_000_000 })
  branch.account(rich.id, { kind: 'term', balanceFen: 12_345_00, maturesOn: '2026-11-25' })
  branch.contact(poor.id, '2026-11-18')
  branch.refresh()
  const text = await write(ALL, '上门拜访用', TELLER)
  expect(text.startsWith('\ufeff')).toBe(true)
  expect(text.slice(1).trimEnd().split('\r\n')).toEqual([
    '客户号,姓名,手机,等级,原因,产品,金额（元）,日期,距今天数,负责人,上次联系',
    `${numberOf(rich.id)},王**,,高净值,到期将至,,12345,2026-11-25,5,,`,
    `${numberOf(poor.id)},'=*********,138****1234,普通,生日,,,2026-11-21,1,${HEAD.name},2026-11-18`,
  ])
  const detail = JSON.stringify({ list: 'customers', rows: 2, reason: '上门拜访用', people: 2 })
  expect(audited()).toEqual([
    { staffNo: TELLER.no, customerUid: rich.uid, detail },
    { staffNo: TELLER.no, customerUid: poor.uid, detail },
  ])
  const hidden = branch.engine.run('audit.list', { limit: 1 }, { no: '9001', name: '系统', role: 'admin' })
  expect(hidden[0]?.detail).toMatchObject({ reason: '***' })
})

function numberOf(id: number): string {
  const row = branch.engine.connection
    .statement<{ no: string }>('SELECT customer_no AS no FROM customer WHERE id = ?')
    .get(id)
  return row?.no ?? ''
}

test('without a reason nothing leaves, and nothing is recorded', async () => {
  branch.add({ name: '王一' })
  branch.refresh()
  await expect(write(ALL, '看')).rejects.toThrowError('customers.reasonTooShort')
  expect(existsSync(join(branch.engine.folder, 'list.csv'))).toBe(false)
  expect(audited()).toEqual([])
})

test('a copy of the branch is no list', async () => {
  for (let count = 0; count <= 2_000; count++) branch.add({ name: '王一' })
  branch.refresh()
  await expect(write(ALL, '上门拜访用')).rejects.toThrowError('lists.tooLong')
  expect(audited()).toEqual([])
})
