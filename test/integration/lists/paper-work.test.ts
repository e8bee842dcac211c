import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { ContentOf, ListSheet } from '../../../src/shared/contract/lists.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import type { PaperListName } from '../../../src/shared/domain/branch/list-columns.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  type InventedPerson,
  LOBBY,
  OTHER_RM,
  openCounter,
  RM,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { saved } from '../../support/leads/lobby-branch.ts'

let engine: TestEngine
let people: readonly InventedPerson[]
beforeEach(() => {
  engine = openCounter('2026-11-23')
  people = [
    addPerson(engine, { name: '欧阳娜娜', ownerNo: RM.no }),
    addPerson(engine, { name: '单雨桐', ownerNo: OTHER_RM.no }),
  ]
})
afterEach(() => engine.close())

const uidOf = (place: number) => people[place]?.uid ?? ''
const flag = (place: number, product: 'loan' | 'fund' = 'loan') =>
  engine.run('intents.flag', { customerUid: uidOf(place), product, level: 'high' }, TELLER).intent.uid
const refer = (about: { customerUid: string } | { leadUid: string }, to: SessionStaff) =>
  engine.run(
    'referrals.offer',
    { ...about, toNo: to.no, product: 'wealth', level: 'high', reason: '问大额存单' },
    TELLER,
  ).uid

const intentsOf = (staff: SessionStaff, asked = {}) =>
  engine.run('lists.freezeSheet', { list: 'intents', asked, columns: ['owner'] }, staff)
const leadsOf = (staff: SessionStaff, asked = {}) =>
  engine.run('lists.freezeSheet', { list: 'leads', asked, columns: ['note'] }, staff)
const referralsOf = (staff: SessionStaff, view: 'to-do' | 'referred' | 'all') =>
  engine.run('lists.freezeSheet', { list: 'referrals', asked: { view }, columns: ['reason'] }, staff)

/** What stands on a print of that list. */
function contentOf<List extends PaperListName>(
  list: List,
  printNo: number,
  staff: SessionStaff,
): ContentOf<List> {
  const sheet: ListSheet = engine.run('lists.sheet', { printNo }, staff)
  const isOf = (each: ListSheet): each is Extract<ListSheet, { readonly list: List }> => each.list === list
  if (!isOf(sheet)) throw new Error(`a list of ${sheet.list} was printed`)
  return sheet
}

const audited = (action: string) =>
  engine.connection
    .statement<{ staffNo: string; customerUid: string | null; detail: string }>(
      'SELECT staff_no AS staffNo, customer_uid AS customerUid, detail FROM audit WHERE action = ? ORDER BY seq',
    )
    .all(action)
    .map(({ detail, ...link }) => ({ ...link, detail: JSON.parse(detail) }))
const count = (table: string) =>
  engine.connection.statement<{ n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n

describe('a draft is the list as its screen has it, and takes no number', () => {
  test('intents', () => {
    flag(0)
    flag(1, 'fund')
    const asked = { sort: 'owner', reversed: true } as const
    const draft = engine.run(
      'lists.draftSheet',
      { list: 'intents', asked, columns: ['owner', 'action'] },
      HEAD,
    )
    const { rows, total } = engine.run('intents.list', asked, HEAD)
    expect(draft).toMatchObject({
      print: { printNo: null, kind: 'intents', ownerNo: HEAD.no, rowCount: 2 },
      rows: rows.map((row) => ({ ...row, open: true })),
      total: { people: total, orMore: false },
      shows: { columns: ['owner', 'action'] },
    })
    expect(count('list_print')).toBe(0)
    expect(audited('lists.draftSheet')).toEqual([
      { staffNo: HEAD.no, customerUid: null, detail: { list: 'intents', rows: 2 } },
    ])
  })

  test('leads, in pages as the screen reads them, and referrals', () => {
    saved(engine, { phone: '13800005678', surname: '王' })
    const draft = engine.run(
      'lists.draftSheet',
      { list: 'leads', asked: { whose: 'branch' }, columns: [] },
      HEAD,
    )
    expect(draft.rows).toEqual(engine.run('leads.list', { whose: 'branch' }, HEAD).leads)
    refer({ customerUid: uidOf(0) }, RM)
    const sent = { list: 'referrals' as const, asked: { view: 'referred' as const }, columns: [] }
    expect(engine.run('lists.draftSheet', sent, TELLER).rows).toEqual(
      engine.run('referrals.list', { view: 'referred' }, TELLER).rows,
    )
    expect(count('list_print')).toBe(0)
  })
})

describe('P2: with its number a list names everybody on it in the audit', () => {
  test('a customer with two intents once; the print counts rows', () => {
    flag(0)
    flag(0, 'fund')
    flag(1)
    expect(intentsOf(HEAD)).toMatchObject({ printNo: 1, kind: 'intents', rowCount: 3 })
    const detail = { printNo: 1, list: 'intents', rows: 3, people: 2 }
    const links = audited('lists.freezeSheet')
    expect(links.map((link) => link.detail)).toEqual([detail, detail])
    expect(new Set(links.map(({ customerUid }) => customerUid))).toEqual(new Set([uidOf(0), uidOf(1)]))
  })

  test('a stranger by their lead, and one who is a customer by now as that customer', () => {
    const stranger = saved(engine, { phone: '13800005678', surname: '王' }).uid
    const known = saved(engine, { phone: '13900001234', surname: '单', identity: { as: 'another' } }).uid
    recognise(known, uidOf(1))
    const { printNo } = leadsOf(HEAD, { whose: 'branch' })
    const detail = { printNo, list: 'leads', rows: 2, people: 2 }
    expect(audited('lists.freezeSheet')).toEqual([
      { staffNo: HEAD.no, customerUid: uidOf(1), detail },
      { staffNo: HEAD.no, customerUid: null, detail: { ...detail, leadUid: stranger } },
    ])
    // Printed again when the first of them has become a customer too.
    recognise(stranger, uidOf(0))
    engine.runner.run('followups.recordReprint', { printNo }, HEAD)
    expect(new Set(audited('followups.recordReprint').map(({ customerUid }) => customerUid))).toEqual(
      new Set([uidOf(0), uidOf(1)]),
    )
  })

  test('a referral about a customer and one about a stranger', () => {
    const leadUid = saved(engine, { phone: '13800005678', surname: '王' }).uid
    refer({ customerUid: uidOf(0) }, RM)
    refer({ leadUid }, RM)
    expect(referralsOf(RM, 'to-do')).toMatchObject({ kind: 'referrals', rowCount: 2 })
    const links = audited('lists.freezeSheet')
    expect(links.map(({ customerUid, detail }) => [customerUid, detail.leadUid])).toEqual([
      [uidOf(0), undefined],
      [null, leadUid],
    ])
  })
})

describe('who may see what', () => {
  test('no name, phone or number stands unmasked on any of them', () => {
    flag(0)
    saved(engine, { phone: '13800005678', surname: '王', note: '电话 13800005678' })
    refer({ customerUid: uidOf(1) }, LOBBY)
    const sheets = [
      contentOf('intents', intentsOf(HEAD).printNo, HEAD),
      contentOf('leads', leadsOf(HEAD, { whose: 'branch' }).printNo, HEAD),
      contentOf('referrals', referralsOf(HEAD, 'all').printNo, HEAD),
    ]
    expect(sheets.map(({ rows }) => rows.length)).toEqual([1, 1, 1])
    const written = JSON.stringify(sheets)
    for (const { name, phone, idNumber } of people)
      for (const secret of [name, phone, idNumber]) expect(written).not.toContain(secret)
    expect(written).not.toContain('13800005678')
    expect(written).toContain('138****5678')
  })

  test('nobody prints what their screen does not show', () => {
    flag(0)
    flag(1)
    expect(contentOf('intents', intentsOf(RM).printNo, RM).rows.map(({ customer }) => customer.uid)).toEqual([
      uidOf(0),
    ])
    expect(() => intentsOf(RM, { ownerNo: OTHER_RM.no })).toThrowError('call.notAllowed')
    saved(engine, { phone: '13800005678', surname: '王' })
    expect(() => leadsOf(RM, { whose: 'branch' })).toThrowError('call.notAllowed')
    expect(() => referralsOf(RM, 'all')).toThrowError('call.notAllowed')
  })

  test('a printed list is read by who printed it and by who shares out the work', () => {
    flag(0)
    const { printNo } = intentsOf(RM)
    expect(() => engine.run('lists.sheet', { printNo }, OTHER_RM)).toThrowError('call.notAllowed')
    expect(contentOf('intents', printNo, HEAD).rows).toHaveLength(1)
    expect(engine.run('followups.prints', {}, RM)).toMatchObject([{ printNo, kind: 'intents', rowCount: 1 }])
    expect(engine.run('followups.prints', {}, OTHER_RM)).toEqual([])
  })
})

describe('a numbered list keeps its rows and shows them as they are now', () => {
  test('an intent that was closed since says so; one that came later is not on it', () => {
    const first = flag(0)
    const { printNo } = intentsOf(HEAD)
    flag(1)
    engine.run('intents.close', { intentUid: first, outcome: 'lost' }, RM)
    const { rows, total } = contentOf('intents', printNo, HEAD)
    expect(rows.map(({ intent, open }) => [intent.uid, open])).toEqual([[first, false]])
    expect(total).toEqual({ people: 1, orMore: false })
  })

  test('the last contact is the one of now', () => {
    const intentUid = flag(0)
    const { printNo } = intentsOf(HEAD)
    expect(contentOf('intents', printNo, HEAD).rows[0]?.lastContactOn).toBeNull()
    engine.run('followups.record', { intentUid, channel: 'face', outcome: 'reached' }, RM)
    expect(contentOf('intents', printNo, HEAD).rows[0]?.lastContactOn).toBe('2026-11-23')
  })

  test('a referral that was answered since has its answer', () => {
    const uid = refer({ customerUid: uidOf(0) }, RM)
    const { printNo } = referralsOf(RM, 'to-do')
    engine.run('referrals.decline', { referralUid: uid, reason: '本周外出' }, RM)
    expect(contentOf('referrals', printNo, RM).rows).toMatchObject([{ uid, state: 'declined' }])
  })

  test('the evening check knows nothing of it: it is no list of the day', () => {
    flag(0)
    intentsOf(HEAD)
    expect(engine.run('followups.eveningCheck', {}, HEAD)).toMatchObject({ prints: [], rows: [] })
  })
})

test('of a long list the first 300 go on paper, and it says that there are more', () => {
  for (let number = 0; number < 305; number += 1) {
    const phone = `1380000${String(number).padStart(4, '0')}`
    saved(engine, { phone, surname: '王', identity: { as: 'another' } })
  }
  const { printNo, rowCount } = leadsOf(HEAD, { whose: 'branch' })
  expect(rowCount).toBe(300)
  const { rows, total } = contentOf('leads', printNo, HEAD)
  expect(rows).toHaveLength(300)
  expect(new Set(rows.map(({ uid }) => uid)).size).toBe(300)
  expect(total).toEqual({ people: 300, orMore: true })
})

test('nobody on the list, nothing on paper and no number', () => {
  expect(() => intentsOf(HEAD)).toThrowError('lists.empty')
  expect(() => referralsOf(HEAD, 'all')).toThrowError('lists.empty')
  expect(count('list_print')).toBe(0)
})

function recognise(leadUid: string, customerUid: string): void {
  const { visit } = engine.run('lobby.arrive', { business: 'loan', who: { kind: 'lead', leadUid } }, LOBBY)
  engine.run('lobby.identify', { visitUid: visit.uid, who: { kind: 'customer', customerUid } }, LOBBY)
}
