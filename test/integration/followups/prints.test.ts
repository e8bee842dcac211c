import { afterEach, beforeEach, expect, test } from 'vitest'
import { ROWS_PER_LIST } from '../../../src/shared/domain/work/list-barcode.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  LOBBY,
  noonOf,
  OTHER_RM,
  openCounter,
  RM,
  rowOf,
  TELLER,
} from '../../support/intents/counter-branch.ts'

const TODAY = '2026-11-20'
let engine: TestEngine
beforeEach(() => {
  engine = openCounter(TODAY)
})
afterEach(() => engine.close())

function promise(nextOn: string, tier: 'standard' | 'high-net-worth' = 'standard'): string {
  const { uid } = addPerson(engine, { tier })
  const { intent } = engine.run('intents.flag', { customerUid: uid, product: 'loan', level: 'mid' }, RM)
  engine.connection
    .statement('UPDATE intent SET next_on = ?, warn_on = ? WHERE uid = ?')
    .run(nextOn, nextOn, intent.uid)
  return intent.uid
}
const frozen = () => engine.run('followups.sheet', { printNo: 1 }, RM).rows

test('F5: a print is numbered, dated to be shredded, and leaves out what is not due yet', () => {
  promise('2026-11-25')
  promise('2026-11-23')
  promise('2026-11-18')
  const first = engine.run('followups.freezeList', {}, RM)
  expect(first).toEqual({
    printNo: 1,
    kind: 'daily',
    ownerNo: RM.no,
    ownerName: RM.name,
    printedByNo: RM.no,
    printedAt: engine.sources.at,
    asOf: TODAY,
    shredBy: '2026-11-27',
    rowCount: 2,
  })
  expect(engine.run('followups.freezeList', { ownerNo: RM.no }, HEAD)).toMatchObject({
    printNo: 2,
    printedByNo: HEAD.no,
  })
  expect(frozen().map((row) => [row.row, row.barcode, row.line.group])).toEqual([
    [1, expect.stringMatching(/^HY000001001[0-9A-Z]$/), 'overdue'],
    [2, expect.stringMatching(/^HY000001002[0-9A-Z]$/), 'tomorrow'],
  ])
})

test('an empty list is not printed and takes no number', () => {
  promise('2026-11-25')
  expect(() => engine.run('followups.freezeList', {}, RM)).toThrowError('followups.listEmpty')
  promise(TODAY)
  expect(engine.run('followups.freezeList', {}, RM).printNo).toBe(1)
})

test('a printed sheet keeps order and groups whatever happens afterwards, and shows what is true now', () => {
  const plain = promise('2026-11-18')
  const rich = promise('2026-11-18', 'high-net-worth')
  engine.run('followups.freezeList', {}, RM)
  engine.run(
    'followups.record',
    { intentUid: rich, channel: 'face', outcome: 'reached', nextOn: '2026-11-24' },
    RM,
  )
  engine.run('intents.close', { intentUid: plain, outcome: 'lost' }, RM)
  promise('2026-11-17', 'high-net-worth')
  expect(
    frozen().map(({ line }) => [line.intent.uid, line.group, line.intent.nextOn, line.lastContactOn]),
  ).toEqual([
    [rich, 'overdue', '2026-11-24', TODAY],
    [plain, 'overdue', '2026-11-18', null],
  ])
})

test('P2: a sheet says the branch and shows nobody in clear', () => {
  promise(TODAY)
  engine.run('followups.freezeList', {}, RM)
  const sheet = engine.run('followups.sheet', { printNo: 1 }, RM)
  expect(sheet).toMatchObject({ branchName: '测试网点', demo: false })
  const text = JSON.stringify(sheet)
  for (const secret of ['测试0001', '10000000001', '999999198001010001']) expect(text).not.toContain(secret)
})

test('printing and every reading of a sheet are audited with the print number', () => {
  promise(TODAY)
  engine.run('followups.freezeList', {}, RM)
  engine.run('followups.sheet', { printNo: 1 }, HEAD)
  const links = engine.connection
    .statement<{ action: string; staff_no: string; detail: string }>(
      `SELECT action, staff_no, detail FROM audit WHERE action LIKE 'followups.%' ORDER BY seq`,
    )
    .all()
  expect(links).toEqual([
    {
      action: 'followups.freezeList',
      staff_no: RM.no,
      detail: '{"printNo":1,"ownerNo":"3001","asOf":"2026-11-20","rows":1}',
    },
    { action: 'followups.sheet', staff_no: HEAD.no, detail: '{"printNo":1,"rows":1}' },
  ])
})

test('a print is read by its owner, its printer, lobby and head; others are refused', () => {
  promise(TODAY)
  engine.run('followups.freezeList', { ownerNo: RM.no }, LOBBY)
  for (const staff of [RM, LOBBY, HEAD]) {
    expect(engine.run('followups.sheet', { printNo: 1 }, staff).rows).toHaveLength(1)
    expect(engine.run('followups.prints', {}, staff)).toHaveLength(1)
  }
  for (const staff of [TELLER, OTHER_RM]) {
    expect(() => engine.run('followups.sheet', { printNo: 1 }, staff)).toThrowError('call.notAllowed')
    expect(engine.run('followups.prints', {}, staff)).toEqual([])
    expect(() => engine.run('followups.freezeList', { ownerNo: RM.no }, staff)).toThrowError(
      'call.notAllowed',
    )
  }
  expect(() => engine.run('followups.sheet', { printNo: 2 }, HEAD)).toThrowError('followups.notFound')
})

test('who printed a list may read it again after moving to the counter', () => {
  promise(TODAY)
  engine.run('followups.freezeList', { ownerNo: RM.no }, LOBBY)
  expect(engine.run('followups.sheet', { printNo: 1 }, { ...LOBBY, role: 'teller' }).rows).toHaveLength(1)
})

test('prints are listed newest first', () => {
  promise(TODAY)
  for (let n = 0; n < 3; n += 1) engine.run('followups.freezeList', {}, RM)
  expect(engine.run('followups.prints', {}, RM).map((print) => print.printNo)).toEqual([3, 2, 1])
})

test('P2: a print, its reprint and a scan each leave a link for everyone they show', () => {
  promise(TODAY)
  promise(TODAY)
  engine.run('followups.freezeList', {}, RM)
  engine.runner.run('followups.recordReprint', { printNo: 1 }, HEAD)
  engine.run('followups.findRow', { barcode: frozen()[1]?.barcode ?? '' }, TELLER)
  const links = engine.connection
    .statement<{ action: string; staff: string; serial: string }>(
      `SELECT action, staff_no AS staff, substr(customer_uid, -4) AS serial FROM audit
       WHERE customer_uid IS NOT NULL AND action LIKE 'followups.%' ORDER BY seq`,
    )
    .all()
  expect(links.map(({ action, staff, serial }) => [action, staff, serial])).toEqual([
    ['followups.freezeList', RM.no, '0001'],
    ['followups.freezeList', RM.no, '0002'],
    ['followups.recordReprint', HEAD.no, '0001'],
    ['followups.recordReprint', HEAD.no, '0002'],
    ['followups.findRow', TELLER.no, '0002'],
  ])
  expect(() => engine.runner.run('followups.recordReprint', { printNo: 1 }, TELLER)).toThrowError(
    'call.notAllowed',
  )
  expect(() => engine.runner.run('followups.recordReprint', { printNo: 9 }, HEAD)).toThrowError(
    'followups.notFound',
  )
})

test('a barcode opens its row, weeks later and for anyone at the evening meeting', () => {
  promise('2026-11-18', 'high-net-worth')
  const wanted = promise('2026-11-18')
  engine.run('followups.freezeList', {}, RM)
  const barcode = frozen()[1]?.barcode ?? ''
  engine.sources.at = noonOf('2026-12-10')
  const found = engine.run('followups.findRow', { barcode: ` ${barcode.toLowerCase()}\r` }, TELLER)
  expect(found).toMatchObject({
    printNo: 1,
    row: 2,
    stillOpen: true,
    line: { group: 'overdue', intent: { uid: wanted } },
  })
})

test('a row that was settled since says so, in the group it was printed in', () => {
  const intentUid = promise(TODAY)
  engine.run('followups.freezeList', {}, RM)
  const barcode = frozen()[0]?.barcode ?? ''
  engine.run('intents.close', { intentUid, outcome: 'converted' }, RM)
  engine.sources.at = noonOf('2026-11-27')
  expect(engine.run('followups.findRow', { barcode }, RM)).toMatchObject({
    stillOpen: false,
    line: { group: 'today' },
  })
})

test('a misread barcode and one of a print that does not exist are told apart', () => {
  promise(TODAY)
  engine.run('followups.freezeList', {}, RM)
  const barcode = frozen()[0]?.barcode ?? ''
  const misread = barcode.replace('HY000001', 'HY000007')
  expect(() => engine.run('followups.findRow', { barcode: misread })).toThrowError(
    'followups.barcodeUnreadable',
  )
  expect(() => engine.run('followups.findRow', { barcode: '6901234567892' })).toThrowError(
    'followups.barcodeUnreadable',
  )
  engine.connection.script('DELETE FROM list_print_row')
  expect(() => engine.run('followups.findRow', { barcode })).toThrowError('followups.barcodeUnknown')
})

test('a list that is longer than barcodes can number is cut after its most urgent rows', () => {
  const insert = engine.connection.statement(
    `INSERT INTO intent (uid, customer_id, product, level, status, owner_no, warn_on, next_on, last_evidence_on,
       created_by, created_at, updated_at)
     VALUES (?, ?, 'loan', 'low', 'open', '3001', '2026-11-10', '2026-11-10', '2026-11-01', '3001', 0, 0)`,
  )
  engine.connection.transaction(() => {
    for (let n = 0; n < ROWS_PER_LIST; n += 1) insert.run(`many-${n}`, addPerson(engine).id)
  })
  const urgent = promise('2026-11-10', 'high-net-worth')
  const print = engine.run('followups.freezeList', {}, RM)
  expect(print.rowCount).toBe(ROWS_PER_LIST)
  const first = rowOf<{ uid: string }>(
    engine,
    'SELECT uid FROM intent WHERE id = (SELECT intent_id FROM list_print_row WHERE row_no = 1)',
  )
  expect(first?.uid).toBe(urgent)
})

test('a draft shows what would be printed, and is no print: no number, no code, nothing for the evening', () => {
  promise('2026-11-25')
  promise('2026-11-18')
  promise(TODAY)
  const draft = engine.run('followups.draftList', {}, RM)
  expect(draft.print).toMatchObject({ printNo: null, ownerNo: RM.no, printedByNo: RM.no, rowCount: 2 })
  expect(draft.rows.map(({ row, barcode }) => [row, barcode])).toEqual([
    [1, null],
    [2, null],
  ])
  expect(engine.run('followups.prints', {}, HEAD)).toEqual([])
  expect(engine.run('followups.eveningCheck', {}, HEAD).rows).toEqual([])
  expect(engine.run('followups.freezeList', {}, RM).printNo).toBe(1)
  expect(frozen().map(({ row, line }) => [row, line])).toEqual(draft.rows.map(({ row, line }) => [row, line]))
  expect(() => engine.run('followups.draftList', { ownerNo: RM.no }, OTHER_RM)).toThrowError(
    'call.notAllowed',
  )
})
