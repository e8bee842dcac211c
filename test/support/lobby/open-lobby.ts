import type { ArrivalReport } from '../../../src/shared/contract/internal/lobby.ts'
import type { Visit } from '../../../src/shared/contract/lobby.ts'
import type { TestEngine } from '../engine/open-engine.ts'
import { type InventedPerson, LOBBY, openCounter } from '../intents/counter-branch.ts'

export const TODAY = '2026-11-20'

/** A branch in the morning with an empty lobby. */
export function openLobby(): TestEngine {
  return openCounter(TODAY)
}

/** Somebody draws a ticket. */
export function arrive(engine: TestEngine, ticket: string | null, person?: InventedPerson): Visit {
  const who =
    person === undefined
      ? ({ kind: 'stranger' } as const)
      : ({ kind: 'customer', customerUid: person.uid } as const)
  return engine.run('lobby.arrive', { ticket, business: 'wealth', who }, LOBBY).visit
}

/** What a source says, as the main process passes it on. */
export function report(
  engine: TestEngine,
  said: Partial<ArrivalReport>,
): { outcome: string; visitUid: string | null } {
  const arrival: ArrivalReport = {
    source: 'reader',
    ticket: null,
    business: null,
    key: { kind: 'none' },
    ...said,
  }
  return engine.runner.run('lobby.report', arrival, LOBBY).value as {
    outcome: string
    visitUid: string | null
  }
}

export function later(engine: TestEngine, minutes: number): void {
  engine.sources.at += minutes * 60_000
}
