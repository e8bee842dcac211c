import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { code128Bars } from '../../../../src/renderer/features/followups/sheet/code-128.ts'
import { sheetGroups } from '../../../../src/renderer/features/followups/sheet/sheet-table.tsx'
import { encodeRow } from '../../../../src/shared/domain/work/list-barcode.ts'
import { rowIn } from '../../../support/renderer/followups/rows.ts'

/** Every bar as where it begins and how wide it is, in modules. */
function barsOf(path: string): { readonly left: number; readonly width: number }[] {
  return [...path.matchAll(/M([\d.]+) 0h([\d.]+)/g)].map((bar) => ({
    left: Number(bar[1]),
    width: Number(bar[2]),
  }))
}

const anyRow = fc.record({
  printNo: fc.integer({ min: 1, max: 999_999 }),
  row: fc.integer({ min: 1, max: 999 }),
})

describe('a row’s barcode', () => {
  it('is a whole Code 128 symbol: eleven modules a character and thirteen for the stop', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const { modules } = code128Bars(encodeRow(row))
        expect((modules - 13) % 11).toBe(0)
      }),
    )
  })

  it('begins with its first bar and ends with its last, so that the quiet zones are whole', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const { modules, path } = code128Bars(encodeRow(row))
        const bars = barsOf(path).sort((one, other) => one.left - other.left)
        const last = bars.at(-1)
        expect(bars[0]?.left).toBe(0)
        expect((last?.left ?? 0) + (last?.width ?? 0)).toBe(modules)
      }),
    )
  })

  it('has bars of one to four whole modules that never touch', () => {
    const bars = barsOf(code128Bars('HY000123001X').path).sort((one, other) => one.left - other.left)
    for (const [index, bar] of bars.entries()) {
      expect([1, 2, 3, 4]).toContain(bar.width)
      const next = bars[index + 1]
      if (next !== undefined) expect(next.left - (bar.left + bar.width)).toBeGreaterThanOrEqual(1)
    }
  })

  it('differs from row to row', () => {
    const first = code128Bars(encodeRow({ printNo: 7, row: 1 })).path
    expect(code128Bars(encodeRow({ printNo: 7, row: 2 })).path).not.toBe(first)
  })
})

describe('the groups of a printed list', () => {
  it('come in the order overdue, today, tomorrow, later, without empty ones', () => {
    const rows = (['today', 'overdue', 'today'] as const).map((group, index) => ({
      row: index + 1,
      barcode: '',
      line: rowIn(group),
    }))
    const groups = sheetGroups(rows)
    expect(groups.map(({ group }) => group)).toEqual(['overdue', 'today'])
    expect(groups[1]?.rows.map(({ row }) => row)).toEqual([1, 3])
  })
})
