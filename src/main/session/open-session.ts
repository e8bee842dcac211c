import type { SessionStaff } from '../../shared/contract/session.ts'
import type { EnginePool } from '../engine/pool.ts'
import type { GuessGuard } from './guess-guard.ts'
import type { StaffKeys } from './staff-keys.ts'

/** A signed-in, unlocked workstation: what tasks that need the engine work with. */
export interface OpenSession {
  readonly staff: SessionStaff
  readonly engine: EnginePool
  readonly keys: StaffKeys
  /** Stands before what looks for numbers and names. */
  readonly guesses: GuessGuard
}
