import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lineOfRow, listLines } from '../../../../src/renderer/features/followups/followup-list.tsx'
import { FOLLOWUP_GROUPS } from '../../../../src/shared/domain/work/followup-order.ts'
import { rowIn } from '../../../support/renderer/followups/rows.ts'

const COUNTS = { overdue: 7, today: 2, tomorrow: 0, later: 1 }

describe('the lines of the follow-up list', () => {
  it('put a heading before the first row of every group that has rows', () => {
    const lines = listLines({ rows: [rowIn('overdue'), rowIn('today'), rowIn('today')], counts: COUNTS })
    expect(lines.map((line) => (line.kind === 'heading' ? line.group : 'row'))).toEqual([
      'overdue',
      'row',
      'today',
      'row',
      'row',
    ])
  })

  it('count the work of a group, not the rows that fit on the screen', () => {
    const [heading] = listLines({ rows: [rowIn('overdue')], counts: COUNTS })
    expect(heading).toMatchObject({ kind: 'heading', count: 7 })
  })

  it('are none where nothing is due', () => {
    expect(listLines({ rows: [], counts: COUNTS })).toEqual([])
  })

  it('keep every row in the order of the engine, and find each again by its place', () => {
    const groups = fc.array(fc.constantFrom(...FOLLOWUP_GROUPS), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(groups, (unsorted) => {
        const sorted = FOLLOWUP_GROUPS.flatMap((group) => unsorted.filter((each) => each === group))
        const rows = sorted.map((group, index) => rowIn(group, `${index}`))
        const lines = listLines({ rows, counts: COUNTS })
        for (const [place, row] of rows.entries())
          expect(lines[lineOfRow(lines, place)]).toMatchObject({ row })
        expect(lines.length).toBe(rows.length + new Set(sorted).size)
      }),
    )
  })
})
