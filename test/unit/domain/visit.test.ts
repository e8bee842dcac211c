import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'
import type { Role } from '../../../src/shared/domain/branch/roles.ts'
import {
  averageWait,
  isOpen,
  minutesOf,
  moved,
  movesOf,
  VISIT_MOVES,
  type VisitMove,
  type VisitStatus,
  waitedUntil,
  waitOf,
} from '../../../src/shared/domain/lobby/visit.ts'

const ARRIVED_AT = 1_000_000
const ARRIVED: VisitStatus = { state: 'waiting', stateAt: ARRIVED_AT, before: null, servedBy: null }

const teller = { staffNo: '1001', role: 'teller' as Role }
const otherTeller = { staffNo: '1002', role: 'teller' as Role }
const lobby = { staffNo: '2001', role: 'lobby' as Role }

function statusAfter(moves: readonly VisitMove[], by = lobby): VisitStatus {
  return moves.reduce((at, move, index) => moved(at, move, { ...by, nowAt: ARRIVED_AT + index + 1 }), ARRIVED)
}

function refusal(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

const someMoves = fc.array(
  fc.record({ move: fc.constantFrom(...VISIT_MOVES), by: fc.constantFrom(teller, otherTeller, lobby) }),
  { maxLength: 12 },
)

describe('a visit goes from waiting to being served to done or left', () => {
  test('each step is kept with its time, and the one before it', () => {
    expect(statusAfter(['serve', 'finish'])).toEqual({
      state: 'done',
      stateAt: ARRIVED_AT + 2,
      before: { state: 'serving', stateAt: ARRIVED_AT + 1, servedBy: '2001' },
      servedBy: '2001',
    })
  })

  test('nobody is done who was not served', () => {
    expect(refusal(() => statusAfter(['finish']))).toBe('lobby.wrongState')
  })

  test('what is over is neither served, finished nor left again', () => {
    for (const end of ['finish', 'leave'] as const) {
      for (const move of ['serve', 'finish', 'leave'] as const) {
        expect(refusal(() => statusAfter(['serve', end, move]))).toBe('lobby.wrongState')
      }
    }
  })

  test('whatever is pressed, a visit that is over came by way of an open one, and undo gives that one back', () => {
    fc.assert(
      fc.property(someMoves, (moves) => {
        let at = ARRIVED
        for (const [index, { move, by }] of moves.entries()) {
          const before = at
          const nowAt = ARRIVED_AT + index + 1
          if (refusal(() => moved(at, move, { ...by, nowAt })) !== null) continue
          at = moved(at, move, { ...by, nowAt })
          if (!isOpen(at.state)) {
            expect(isOpen(before.state)).toBe(true)
            const { state, stateAt } = moved(at, 'undo', { ...lobby, nowAt })
            expect({ state, stateAt }).toEqual({ state: before.state, stateAt: before.stateAt })
          }
          expect(at.state === 'waiting' ? at.servedBy : null).toBeNull()
        }
      }),
    )
  })

  test('an undo goes back one step and no further', () => {
    expect(statusAfter(['serve', 'undo'])).toEqual(ARRIVED)
    expect(refusal(() => statusAfter(['serve', 'undo', 'undo']))).toBe('lobby.nothingToUndo')
    expect(refusal(() => statusAfter(['undo']))).toBe('lobby.nothingToUndo')
  })
})

describe('who may do what', () => {
  const served = moved(ARRIVED, 'serve', { ...teller, nowAt: ARRIVED_AT + 1 })

  test('another teller neither ends nor takes back what somebody serves', () => {
    expect(movesOf(served, otherTeller)).toEqual(['serve'])
    expect(movesOf(served, teller)).toEqual(['serve', 'finish', 'leave', 'undo'])
  })

  test('taking over makes it one’s own to end, since when they are served stays, and one step back is the other’s', () => {
    const over = moved(served, 'serve', { ...otherTeller, nowAt: ARRIVED_AT + 9 })
    const { state, stateAt, servedBy } = served
    expect(over).toEqual({ state, stateAt, servedBy: '1002', before: { state, stateAt, servedBy } })
    expect(movesOf(over, otherTeller)).toContain('finish')
    expect(moved(over, 'undo', { ...otherTeller, nowAt: ARRIVED_AT + 10 })).toEqual({
      ...served,
      before: null,
    })
  })

  test('who keeps the lobby ends anybody’s visit', () => {
    expect(movesOf(served, lobby)).toEqual(['serve', 'finish', 'leave', 'undo'])
  })

  test('a window offers exactly the moves that the engine allows', () => {
    fc.assert(
      fc.property(someMoves, fc.constantFrom(teller, otherTeller, lobby), (moves, me) => {
        let at = ARRIVED
        for (const { move, by } of moves) {
          if (movesOf(at, by).includes(move)) at = moved(at, move, { ...by, nowAt: ARRIVED_AT })
        }
        const allowed = VISIT_MOVES.filter(
          (move) => refusal(() => moved(at, move, { ...me, nowAt: ARRIVED_AT })) === null,
        )
        expect(movesOf(at, me)).toEqual(allowed)
      }),
    )
  })
})

describe('waiting', () => {
  const MINUTE = 60_000

  test('ends with being served, however long the serving takes', () => {
    expect(waitedUntil(statusAfter(['serve']))).toBe(ARRIVED_AT + 1)
    expect(waitedUntil(statusAfter(['serve', 'finish']))).toBe(ARRIVED_AT + 1)
    expect(waitedUntil(statusAfter(['serve', 'leave']))).toBe(ARRIVED_AT + 1)
  })

  test('ends with going away unserved', () => {
    expect(waitedUntil(statusAfter(['leave']))).toBe(ARRIVED_AT + 1)
  })

  test('goes on after an undo', () => {
    expect(waitedUntil(statusAfter(['serve', 'undo']))).toBeNull()
  })

  test('is averaged over those who waited and those who still do', () => {
    const visits = [
      { arrivedAt: 0, waitedUntilAt: 6 * MINUTE },
      { arrivedAt: 8 * MINUTE, waitedUntilAt: null },
    ]
    expect(averageWait(visits, 10 * MINUTE)).toBe(4 * MINUTE)
    expect(averageWait([], 10 * MINUTE)).toBe(0)
  })

  test('is never less than nothing, whatever a device’s clock says', () => {
    expect(waitOf({ arrivedAt: 5 * MINUTE, waitedUntilAt: null }, 0)).toBe(0)
  })

  test('counts a minute once it is over', () => {
    expect([0, 59_999, 60_000, 239_999].map(minutesOf)).toEqual([0, 0, 1, 3])
  })
})
