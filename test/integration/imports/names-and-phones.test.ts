import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CustomerLine } from '../../../src/shared/contract/customers.ts'
import { ImportingBranch } from '../../support/imports/importing-branch.ts'
import { undoImport } from '../../support/imports/run-job.ts'

let branch: ImportingBranch
beforeEach(() => {
  branch = new ImportingBranch()
})
afterEach(() => branch.close())

const found = (text: string): string[] => {
  const { lines } = branch.engine.run('customers.search', { text, limit: 50 })
  return lines.map((line: CustomerLine) => line.customerNo).toSorted()
}

test('a name comes in by one spelling, whatever dot or radical stands in it, and two records of it are a pair', async () => {
  const { entities } = await branch.load({
    customers: [
      { key: 'E1', name: '阿依古丽·买买提', birthOn: '1970-01-01' },
      { key: 'E2', name: '阿依古丽．买买提', birthOn: '1970-01-01' },
      { key: 'E3', name: '古丽娜尔•艾合买提', birthOn: '1980-02-02' },
      { key: 'E4', name: '古丽娜尔・艾合买提', birthOn: '1980-02-02' },
      { key: 'E5', name: '\u2fa6\u2ef0', birthOn: '1990-03-03' },
    ],
  })
  expect(entities.customers?.rejected).toBe(0)
  expect(branch.rows('SELECT customer_no AS no, name FROM customer ORDER BY customer_no')).toEqual([
    { no: 'E1', name: '阿依古丽·买买提' },
    { no: 'E2', name: '阿依古丽·买买提' },
    { no: 'E3', name: '古丽娜尔·艾合买提' },
    { no: 'E4', name: '古丽娜尔·艾合买提' },
    { no: 'E5', name: '金龙' },
  ])
  expect(branch.rows('SELECT reason FROM duplicate_pair')).toEqual([
    { reason: 'same-name-and-birth' },
    { reason: 'same-name-and-birth' },
  ])
  expect(found('金龙')).toEqual(['E5'])
  expect(found('\u2fa6\u2ef0')).toEqual(['E5'])
  expect(found('阿依古丽.买买提')).toEqual(['E1', 'E2'])
})

test('surnames are found by each of their readings', async () => {
  await branch.load({
    customers: [
      { key: 'N1', name: '覃海燕' },
      { key: 'N2', name: '翟家明' },
      { key: 'N3', name: '樂思遠' },
      { key: 'N4', name: '柏春生' },
      { key: 'N5', name: '吕芳' },
      { key: 'N6', name: '𠮷田花' },
    ],
  })
  const typed = { N1: ['qhy', 'tanhaiyan'], N2: ['zhaijia', 'dijiaming'], N3: ['乐思远', 'lesiyuan', 'ysy'] }
  const more = { N4: ['bochunsheng', 'bai'], N5: ['lyufang', 'lvfang'], N6: ['jitian', '吉田'] }
  for (const [no, texts] of Object.entries({ ...typed, ...more }))
    for (const text of texts) expect(found(text), text).toEqual([no])
})

test('of several numbers in a cell the first is the phone, and each is found by its tail', async () => {
  const { entities } = await branch.load({
    customers: [
      { key: 'F1', name: '方一', phone: '021-88886666转801' },
      { key: 'F2', name: '方二', phone: '13800000301/13900001302' },
      { key: 'F3', name: '方三', phone: '13800000302(妻)' },
      { key: 'F4', name: '方四', phone: '021-88886667-801' },
      { key: 'F5', name: '方五', phone: '02188886668.0' },
      { key: 'F6', name: '方六', phone: '13800000306/见备注1' },
      { key: 'F7', name: '方七', phone: '1390000' },
      { key: 'F8', name: '方八', phone: '1.38E+10' },
    ],
  })
  expect(entities.customers).toMatchObject({ added: 8, rejected: 0, flagged: 3 })
  expect(branch.rows('SELECT customer_no AS no, phone FROM customer ORDER BY customer_no')).toEqual([
    { no: 'F1', phone: '02188886666' },
    { no: 'F2', phone: '13800000301' },
    { no: 'F3', phone: '13800000302' },
    { no: 'F4', phone: '02188886667' },
    { no: 'F5', phone: '02188886668' },
    { no: 'F6', phone: '13800000306' },
    { no: 'F7', phone: null },
    { no: 'F8', phone: null },
  ])
  expect(found('1302')).toEqual(['F2'])
  expect(found('0301')).toEqual(['F2'])
  expect(found('13900001302')).toEqual(['F2'])
  expect(found('02188886666')).toEqual(['F1'])
})

test('the panel shows the other numbers masked, and a reveal of the phone shows them in the clear', async () => {
  await branch.load({ customers: [{ key: 'F2', name: '方二', phone: '13800000301转12/13900001302(妻)' }] })
  const [uid] = branch.engine.connection
    .statement<{ uid: string }>('SELECT uid FROM customer')
    .all()
    .map((row) => row.uid)
  const panel = branch.engine.run('customers.open', { uid: uid ?? '' })
  const text = (field: string) => panel.fields.find((each) => each.field === field)?.text
  expect(text('phone')).toBe('138****0301')
  expect(text('furtherPhones')).toBe('转12、139****1302(妻)')
})

test('numbers that are gone from the next extract are found no more, and come back when that import is undone', async () => {
  await branch.load({ customers: [{ key: 'F2', name: '方二', phone: '13800000301/13900001302' }] })
  const second = await branch.load({ customers: [{ key: 'F2', name: '方二', phone: '13800000301' }] })
  expect(branch.rows('SELECT phone_entries AS rest FROM customer')).toEqual([{ rest: null }])
  expect(found('1302')).toEqual([])
  expect(branch.rows("SELECT key FROM search_key WHERE key = '13900001302'")).toEqual([])
  await undoImport(branch.engine, second.uid)
  expect(found('1302')).toEqual(['F2'])
})
