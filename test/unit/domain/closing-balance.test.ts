import { array, assert, boolean, constantFrom, integer, property, shuffledSubarray, tuple } from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BookedRow,
  closingBalance,
  type DaySurroundings,
  fileOrderOf,
} from '../../../src/shared/domain/imports/closing-balance.ts'

const NOTHING_KNOWN: DaySurroundings = { openingFen: null, fileOrder: null }

/** A row as a bank books it: what it added, and the balance behind it. */
function row(signedFen: number, balanceFen: number | null, line: number | null = null, file = 1): BookedRow {
  return { signedFen, balanceFen, place: line === null ? null : { file, line } }
}

function closing(rows: readonly BookedRow[], day: Partial<DaySurroundings> = {}): number | null {
  return closingBalance(rows, () => ({ ...NOTHING_KNOWN, ...day }))
}

/** The day in the order of booking. */
function booked(openingFen: number, amounts: readonly number[]): BookedRow[] {
  let balanceFen = openingFen
  return amounts.map((signedFen) => {
    balanceFen += signedFen
    return row(signedFen, balanceFen)
  })
}

const amounts = array(
  integer({ min: -500_000, max: 500_000 }).filter((fen) => fen !== 0),
  { minLength: 1, maxLength: 12 },
)

describe('the balance at the end of a day', () => {
  it('is the row that no other row continues: the fee after the interest, whatever their numbers', () => {
    expect(closing([row(7_290, 1_857_090), row(-1_460, 1_855_630)])).toBe(1_855_630)
    expect(closing([row(-1_460, 1_855_630), row(7_290, 1_857_090)])).toBe(1_855_630)
  })

  it('is found in any order of the rows: the last booked, or the day comes back to where it began', () => {
    assert(
      property(
        amounts.chain((each) =>
          tuple(
            integer({ min: -1_000_000, max: 1_000_000 }).map((opening) => booked(opening, each)),
            shuffledSubarray(
              each.map((_, index) => index),
              { minLength: each.length },
            ),
          ),
        ),
        ([rows, order]) => {
          const mixed = order.flatMap((index) => rows[index] ?? [])
          const last = rows.at(-1)?.balanceFen ?? 0
          const first = rows[0]
          const openingFen = (first?.balanceFen ?? 0) - (first?.signedFen ?? 0)
          expect(closing(mixed, { openingFen })).toBe(last)
          // Without the day before the answer may be missing, never another one.
          const alone = closing(mixed)
          expect([last, null, ...(rows.length === 1 ? [last] : [])]).toContain(alone)
          if (openingFen !== last) expect(alone).toBe(last)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('is found where the file rounds amounts and balances to ten fen, each for itself', () => {
    assert(
      property(
        array(
          integer({ min: 2_000, max: 400_000 }).chain((fen) => boolean().map((out) => (out ? -fen : fen))),
          { minLength: 1, maxLength: 6 },
        ),
        integer({ min: 5_000_000, max: 9_000_000 }),
        (exact, opening) => {
          const round = (fen: number) => Math.round(fen / 10) * 10
          let balance = opening
          const rows = exact.map((signed) => {
            balance += signed
            return row(round(signed), round(balance))
          })
          const found = closing(rows.toReversed())
          expect([round(balance), null]).toContain(found)
        },
      ),
    )
  })

  it('of a rounded day that comes back to where it nearly began is not what happens to fit to the fen', () => {
    // Booked: 4,000 yuan out, then some 3,999.9 in. Rounded to ten fen the second seems to come first.
    const day = [row(399_990, 5_874_110), row(-400_000, 5_474_110)]
    expect(closing(day)).toBeNull()
    expect(closing(day, { openingFen: 5_874_110 })).toBe(5_874_110)
    expect(closing(day, { openingFen: 5_474_120 })).toBe(5_474_110)
  })

  it('is not told where two rows end within the rounding and one begins there', () => {
    const day = [row(3_010, 8_015_010), row(-20_000, 7_995_000), row(20_000, 8_015_000)]
    expect(closing(day)).toBeNull()
  })

  it('of a day that comes back to where it began is known by the day before, else by the file, else not at all', () => {
    const day = [row(100, 1_100, 4), row(-100, 1_000, 3)]
    expect(closing(day, { openingFen: 1_000 })).toBe(1_000)
    expect(closing(day, { openingFen: 1_100 })).toBe(1_100)
    expect(closing(day, { fileOrder: 'oldest-first' })).toBe(1_100)
    expect(closing(day, { fileOrder: 'newest-first' })).toBe(1_000)
    expect(closing(day)).toBeNull()
  })

  it('of a day with a gap is that of the last line, where the file says which way it runs', () => {
    const gap = [row(100, 1_100, 2), row(50, 1_150, 3), row(10, 9_010, 4), row(5, 9_015, 5)]
    expect(closing(gap)).toBe(9_015)
    expect(closing(gap.map((each, index) => ({ ...each, place: { file: 1, line: 9 - index } })))).toBe(9_015)
    expect(closing([row(100, 1_100, 2), row(10, 9_010, 3)])).toBeNull()
    expect(closing([row(100, 1_100, 2), row(10, 9_010, 3)], { fileOrder: 'newest-first' })).toBe(1_100)
  })

  it('is not taken from the order of two files: nothing says which of them is later', () => {
    expect(closing([row(100, 1_100, 2, 1), row(10, 9_010, 3, 2)], { fileOrder: 'oldest-first' })).toBeNull()
  })

  it('is unknown where a row of the day has none', () => {
    expect(closing([row(100, 1_100, 2), row(10, null, 3)], { fileOrder: 'oldest-first' })).toBeNull()
    expect(closing([row(100, null)])).toBeNull()
    expect(closing([])).toBeNull()
  })

  it('is what every row says where they all say the same, as files with the day’s end on each row do', () => {
    expect(closing([row(100, 700), row(-30, 700), row(5, 700)])).toBe(700)
  })

  it('is never a balance that the day has not', () => {
    assert(
      property(
        array(tuple(integer({ min: -3, max: 3 }), integer({ min: 0, max: 4 })), { maxLength: 8 }),
        constantFrom<DaySurroundings['fileOrder']>('oldest-first', 'newest-first', null),
        (pairs, fileOrder) => {
          const rows = pairs.map(([signed, balance], index) => row(signed, balance, index))
          const found = closing(rows, { fileOrder })
          if (found !== null) expect(rows.map(({ balanceFen }) => balanceFen)).toContain(found)
        },
      ),
    )
  })
})

describe('how a file runs', () => {
  it('is said by two days in it, and by nothing where they are mixed or in two files', () => {
    expect(fileOrderOf([row(1, 1, 5)], [row(1, 2, 9)])).toBe('oldest-first')
    expect(fileOrderOf([row(1, 1, 9)], [row(1, 2, 5)])).toBe('newest-first')
    expect(fileOrderOf([row(1, 1, 5), row(1, 1, 9)], [row(1, 2, 7)])).toBeNull()
    expect(fileOrderOf([row(1, 1, 5, 1)], [row(1, 2, 9, 2)])).toBeNull()
    expect(fileOrderOf([row(1, 1)], [row(1, 2)])).toBeNull()
  })
})
