import { describe, expect, it } from 'vitest'
import { entityLines, totalOf } from '../../../../src/renderer/features/imports/runs/entity-counts.ts'
import { timeLeft } from '../../../../src/renderer/features/imports/runs/progress-words.ts'
import { fileSize } from '../../../../src/renderer/ui/amounts.ts'
import { chinese } from '../../../support/renderer/chinese.ts'

const CUSTOMERS = {
  read: 10,
  added: 4,
  updated: 2,
  unchanged: 1,
  merged: 1,
  rejected: 2,
  flagged: 3,
  skipped: 4,
  repeated: 1,
  lines: { physical: 20, blank: 1, continuation: 2, skipped: 1 },
  seconds: 0.5,
}

describe('the reconciliation sheet (D3)', () => {
  it('lists the entities in the order of loading and leaves out what was not imported', () => {
    const lines = entityLines({ entities: { transactions: CUSTOMERS, customers: CUSTOMERS } })
    expect(lines.map(({ entity }) => entity)).toEqual(['customers', 'transactions'])
  })

  it('adds every column up, so that the total balances when its lines do', () => {
    const total = totalOf(entityLines({ entities: { customers: CUSTOMERS, accounts: CUSTOMERS } }))
    expect(total).toEqual({
      read: 20,
      added: 8,
      updated: 4,
      unchanged: 2,
      merged: 2,
      rejected: 4,
      flagged: 6,
      skipped: 8,
      repeated: 2,
      lines: { physical: 40, blank: 2, continuation: 4, skipped: 2 },
      seconds: 1,
    })
    expect(total.read).toBe(total.added + total.updated + total.unchanged + total.merged + total.rejected)
  })

  it('adds up to nothing where nothing was read', () => {
    expect(totalOf([]).read).toBe(0)
  })
})

describe('figures for people', () => {
  it('tell the time left in seconds, from two minutes on in minutes', () => {
    expect(timeLeft(40, chinese)).toBe('40 秒')
    expect(timeLeft(119, chinese)).toBe('119 秒')
    expect(timeLeft(170, chinese)).toBe('3 分钟')
  })

  it('tell a size in the unit that leaves few digits', () => {
    expect(fileSize(0)).toBe('0 B')
    expect(fileSize(1023)).toBe('1023 B')
    expect(fileSize(1024)).toBe('1.0 KB')
    expect(fileSize(3.5 * 1024 * 1024)).toBe('3.5 MB')
    expect(fileSize(200 * 1024 * 1024 * 1024 * 1024)).toBe('204800 GB')
  })
})
