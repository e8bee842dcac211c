import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { JOINED_BY_PHONE, joinLead } from '../../../src/main/records/leads/join.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import { databaseImage } from '../../support/imports/database-image.ts'
import { type Extract, ExtractFolder } from '../../support/imports/extract-folder.ts'
import { runImport, undoImport } from '../../support/imports/run-job.ts'
import { addPerson, HEAD, LOBBY, openCounter, RM, rowOf } from '../../support/intents/counter-branch.ts'
import { saved } from '../../support/leads/lobby-branch.ts'

const TODAY = '2026-11-23'
const PHONE = '13812345678'
let engine: TestEngine
let folder: ExtractFolder
beforeEach(() => {
  engine = openCounter(TODAY)
  folder = new ExtractFolder()
})
afterEach(() => {
  engine.close()
  folder.remove()
})

const load = (extract: Extract) => runImport(engine, folder.write(extract), folder.path)
const customer = (key: string, name: string, phone = PHONE) => ({ key, name, phone })
const lead = (uid: string) => engine.run('leads.open', { leadUid: uid }, HEAD)

describe('L7: a stranger who later opens an account', () => {
  test('is joined to the lead by the import that brings them; a person still has to say that it is converted', async () => {
    const { uid } = saved(engine, { phone: PHONE })
    await load({ customers: [customer('C1', '王建国'), customer('C2', '李明', '13900000000')] })
    const { lead: joined, steps } = lead(uid)
    expect(joined).toMatchObject({ state: 'new', joinedOn: TODAY, customer: { maskedName: '王**' } })
    expect(steps[0]).toMatchObject({ kind: 'joined', staffName: HEAD.name })
  })

  test('has it on the timeline', async () => {
    saved(engine, { phone: PHONE, note: '问大额存单' })
    await load({ customers: [customer('C1', '王建国')] })
    const uid = rowOf<{ uid: string }>(engine, 'SELECT uid FROM customer')?.uid ?? ''
    engine.run('customers.open', { uid }, RM)
    expect(engine.run('customers.timeline', { uid }, RM).entries).toMatchObject([
      { on: TODAY, kind: 'non-transaction', code: 'lead-joined', text: '问大额存单' },
    ])
  })

  test('is parted again when the import is undone, and everything is as it was', async () => {
    const { uid } = saved(engine, { phone: PHONE })
    const before = databaseImage(engine.connection)
    const sheet = await load({ customers: [customer('C1', '王建国')] })
    expect(lead(uid).lead.customer).not.toBeNull()
    await undoImport(engine, sheet.uid)
    expect(lead(uid).lead).toMatchObject({ customer: null, joinedOn: null })
    expect(lead(uid).steps.map(({ kind }) => kind)).toEqual(['saved'])
    expect(databaseImage(engine.connection).customer).toEqual(before.customer)
    expect(engine.connection.pragma('foreign_key_check')).toBeUndefined()
  })

  test('stays joined when a visit that named them is taken back: the bank’s own books said who they are', async () => {
    const { uid } = saved(engine, { phone: PHONE })
    await load({ customers: [customer('C1', '王建国')] })
    const { visit } = engine.run(
      'lobby.arrive',
      { business: 'cash', who: { kind: 'lead', leadUid: uid } },
      LOBBY,
    )
    expect(visit.customer?.maskedName).toBe('王**')
    engine.run('lobby.identify', { visitUid: visit.uid, who: { kind: 'stranger' } }, LOBBY)
    expect(lead(uid).lead.customer?.maskedName).toBe('王**')
  })

  test('is not somebody with another surname: numbers change hands', async () => {
    const { uid } = saved(engine, { phone: PHONE })
    await load({ customers: [customer('C1', '李明')] })
    expect(lead(uid).lead.customer).toBeNull()
  })

  test('is not whoever was a customer before: they were offered when the lead was saved', async () => {
    await load({ customers: [customer('C1', '王建国')] })
    engine.sources.at += 1_000
    const answer = engine.run(
      'leads.save',
      {
        surname: '王',
        title: 'ms',
        phone: PHONE,
        product: 'loan',
        level: 'mid',
        consent: { textVersion: 1, purposes: ['contact'] },
        identity: { as: 'another' },
      },
      LOBBY,
    )
    await load({ customers: [customer('C1', '王建军')] })
    expect(answer.saved && lead(answer.lead.uid).lead.customer).toBeNull()
  })

  test('who of two new customers with the number it is, a person must say', async () => {
    const { uid } = saved(engine, { phone: PHONE })
    await load({ customers: [customer('C1', '王建国'), customer('C2', '王小明')] })
    expect(lead(uid).lead.customer).toBeNull()
  })
})

describe('seen by a person', () => {
  test('a lead is joined once, and a customer whom a lead rests on outlives the undo of their import', async () => {
    const { uid } = saved(engine, { phoneTail: '0001' })
    const sheet = await load({ customers: [customer('C1', '王建国'), customer('C2', '李明', '13900000000')] })
    const personId =
      rowOf<{ id: number }>(engine, `SELECT id FROM customer WHERE customer_no = 'C1'`)?.id ?? 0
    const leadId = rowOf<{ id: number }>(engine, 'SELECT id FROM lead')?.id ?? 0
    const other = addPerson(engine, { name: '王五' })
    engine.runner.commit('lobby.identify', {}, LOBBY, (context) => joinLead(context, leadId, personId))
    engine.runner.commit('lobby.identify', {}, LOBBY, (context) => joinLead(context, leadId, other.id))
    await undoImport(engine, sheet.uid)
    expect(lead(uid).lead.customer?.maskedName).toBe('王**')
    expect(lead(uid).steps.filter(({ kind }) => kind === 'joined').length).toBe(1)
    expect(rowOf(engine, `SELECT count(*) AS n FROM customer WHERE customer_no = 'C2'`)).toEqual({ n: 0 })
  })
})

test('joining asks each record’s number once, by index', () => {
  const plan = engine.connection
    .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${JOINED_BY_PHONE.sql}`)
    .all('[1]', '[1]')
    .map((step) => step.detail)
  expect(plan.join('\n')).toMatch(/SEARCH lead USING INDEX lead_by_phone \(phone=\?\)/)
  expect(plan.join('\n')).not.toMatch(/SCAN (customer|lead)\b/)
})
