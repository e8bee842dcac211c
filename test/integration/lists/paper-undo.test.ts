import { afterEach, beforeEach, expect, test } from 'vitest'
import type { InputOf } from '../../../src/shared/contract/index.ts'
import type { TestEngine } from '../../support/engine/open-engine.ts'
import {
  addPerson,
  HEAD,
  type InventedPerson,
  openCounter,
  RM,
  TELLER,
} from '../../support/intents/counter-branch.ts'
import { saved } from '../../support/leads/lobby-branch.ts'
import { branchImage } from '../../support/undo/branch-image.ts'
import { takeBack } from '../../support/undo/take-back.ts'

let engine: TestEngine
let person: InventedPerson
beforeEach(() => {
  engine = openCounter('2026-11-23')
  person = addPerson(engine, { ownerNo: RM.no })
})
afterEach(() => engine.close())

/** Everybody's rows of a list, on paper under a number. */
function printAll(list: 'leads' | 'intents' | 'referrals'): number {
  switch (list) {
    case 'leads':
      return frozen({ list, asked: { whose: 'branch' }, columns: [] })
    case 'intents':
      return frozen({ list, asked: {}, columns: [] })
    case 'referrals':
      return frozen({ list, asked: { view: 'all' }, columns: [] })
  }
}

function frozen(asked: InputOf<'lists.freezeSheet'>): number {
  return engine.run('lists.freezeSheet', asked, HEAD).printNo ?? 0
}

const rowsOf = (printNo: number) => {
  const sheet = engine.run('lists.sheet', { printNo }, HEAD)
  return 'rows' in sheet ? sheet.rows.length : 0
}
const flag = () =>
  engine.run('intents.flag', { customerUid: person.uid, product: 'loan', level: 'high' }, TELLER)

test.each([
  ['leads', TELLER, () => saved(engine, { surname: '钱', phoneTail: '0001' })],
  ['intents', TELLER, flag],
  [
    'referrals',
    TELLER,
    () =>
      engine.run(
        'referrals.offer',
        { customerUid: person.uid, toNo: RM.no, product: 'wealth', level: 'high', reason: '问大额存单' },
        TELLER,
      ),
  ],
] as const)(
  'X2: what stands on a printed list of %s is not taken back, and the paper stays whole',
  (list, staff, step) => {
    step()
    const printNo = printAll(list)
    expect(rowsOf(printNo)).toBe(1)
    const before = branchImage(engine)
    expect(() => takeBack(engine, staff)).toThrow('undo.builtUpon')
    expect(branchImage(engine)).toEqual(before)
    expect(rowsOf(printNo)).toBe(1)
    expect(engine.connection.statement('PRAGMA foreign_key_check').all()).toEqual([])
  },
)

test('X2: what is not on the paper is taken back beside it', () => {
  flag()
  const printNo = printAll('intents')
  saved(engine, { surname: '钱', phoneTail: '0001' })
  const image = rowsOf(printNo)
  expect(takeBack(engine, TELLER)).toMatchObject({ action: 'leads.save' })
  expect(rowsOf(printNo)).toBe(image)
})

test('X2: a change of a lead that stands on paper is taken back, and the paper still names it', () => {
  const lead = saved(engine, { surname: '钱', phoneTail: '0001' })
  const printNo = printAll('leads')
  engine.sources.at += 8_001
  engine.run('leads.advance', { leadUid: lead.uid, to: 'contacted', lostReason: null }, HEAD)
  expect(takeBack(engine, HEAD)).toMatchObject({ action: 'leads.advance' })
  expect(rowsOf(printNo)).toBe(1)
})
