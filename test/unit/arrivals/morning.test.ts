import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { SimulatorSource } from '../../../src/main/arrivals/simulator-source.ts'
import { planMorning } from '../../../src/shared/demo/morning.ts'
import type { ArrivalKey } from '../../../src/shared/domain/lobby/arrival-message.ts'
import { readTicket } from '../../../src/shared/domain/lobby/ticket.ts'
import { openLobby } from '../../support/arrivals/recorded-arrivals.ts'

const order = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  arrivals: fc.integer({ min: 1, max: 300 }),
  minutes: fc.integer({ min: 1, max: 600 }),
})

describe('a replayed morning', () => {
  test('is the same for the same seed, and another for another', () => {
    const wanted = { seed: 3, arrivals: 120, minutes: 60 }
    expect(planMorning(wanted)).toEqual(planMorning(wanted))
    expect(planMorning(wanted)).not.toEqual(planMorning({ ...wanted, seed: 4 }))
  })

  test('keeps its number and its time, gives no ticket twice and nobody a place outside the list', () => {
    fc.assert(
      fc.property(order, (wanted) => {
        const { arrivals, people } = planMorning(wanted)
        expect(arrivals).toHaveLength(wanted.arrivals)
        const tickets = arrivals.flatMap(({ ticket }) => (ticket === null ? [] : [ticket]))
        expect(new Set(tickets).size).toBe(tickets.length)
        for (const ticket of tickets) expect(readTicket(ticket)).toBe(ticket)
        const times = arrivals.map(({ afterMs }) => afterMs)
        expect(times).toEqual([...times].sort((a, b) => a - b))
        expect(times.every((time) => time >= 0 && time < wanted.minutes * 60_000)).toBe(true)
        for (const { person, ticket } of arrivals) {
          if (person === null) expect(ticket).not.toBeNull()
          else expect(person).toBeLessThan(people)
        }
      }),
    )
  })

  test('has customers and strangers, second tickets and people who draw none, every business', () => {
    const { arrivals, people } = planMorning({ seed: 1, arrivals: 300, minutes: 120 })
    const known = arrivals.filter(({ person }) => person !== null)
    expect(known.length / arrivals.length).toBeGreaterThan(0.5)
    expect(known.length).toBeGreaterThan(people)
    expect(arrivals.some(({ ticket }) => ticket === null)).toBe(true)
    expect(new Set(arrivals.map(({ business }) => business)).size).toBe(9)
  })

  test('is told in its order and its pace, compressed, and ends by itself', async () => {
    const lobby = openLobby()
    const morning = planMorning({ seed: 1, arrivals: 120, minutes: 60 })
    const keys = Array.from(
      { length: morning.people },
      (_, n): ArrivalKey => ({ kind: 'customerNo', text: `C${n}` }),
    )
    const source = new SimulatorSource({ morning, keys, compression: 60 }, lobby)
    source.start()
    const toldBy = (second: number) =>
      morning.arrivals.filter(({ afterMs }) => afterMs <= second * 60_000).length
    for (let second = 1; second <= 60; second++) {
      lobby.clock.advance(1_000)
      const told = () => {
        lobby.clock.advance(0)
        return lobby.sessions.arrivals.length
      }
      await expect.poll(told, { interval: 1 }).toBe(toldBy(second))
    }
    expect(source.state()).toEqual({ state: 'off' })
    expect(lobby.sessions.tickets()).toEqual(morning.arrivals.map(({ ticket }) => ticket))
    expect(source.progress()).toEqual({ arrived: 120, planned: 120 })
  })

  test('that is stopped tells nothing more', async () => {
    const lobby = openLobby()
    const morning = planMorning({ seed: 1, arrivals: 10, minutes: 10 })
    const source = new SimulatorSource({ morning, keys: [], compression: 1 }, lobby)
    source.start()
    await source.stop()
    lobby.clock.advance(3_600_000)
    expect(lobby.sessions.arrivals).toEqual([])
  })
})
