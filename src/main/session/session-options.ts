import type { Publish } from '../../shared/contract/topics.ts'
import type { SpareThreads } from '../engine/spare-threads.ts'
import type { EngineWatch } from '../engine/watch.ts'
import type { DeviceProtector } from '../vault/device-protector.ts'
import type { MachineRanFor } from '../vault/machine-time.ts'
import type { Clock } from './clock.ts'
import type { SessionListener } from './session-listener.ts'

/** The demo branch that this installation would create. */
export interface DemoPlan {
  readonly seed: number
  /** The civil day the demo branch lives in. */
  readonly asOf: string
  readonly customers: number
}

/** The demo branch's seed and size wherever it is founded, so that window and command line speak of the same people. */
export const DEMO_BRANCH = { seed: 2026, customers: 5_000 } as const satisfies Partial<DemoPlan>

export interface SessionOptions {
  /** Holds `vault.json`, `device.key` and `branch.db`; created when the branch is founded. */
  readonly dataFolder: string
  readonly protector: DeviceProtector
  readonly engine: {
    /** The module that runs inside an engine thread. */
    readonly worker: URL
    /** Only where the packaged addon does not fit the running Electron. */
    readonly nativeBinding?: string | undefined
    /** Threads that only read; a window wants the engine's own number, a single command none. */
    readonly readers?: number
    /** Threads that are loaded before anybody signs in; a single command has none. */
    readonly spares?: SpareThreads
    /** Days by which a test runs ahead of the machine's clock; `clock` does too then. */
    readonly daysAhead?: number
  }
  readonly clock: Clock
  /** By which locked-out numbers wait; a test's own. */
  readonly machineRanFor?: MachineRanFor
  /** Hears of failures and of what takes long; nobody does where there is none. */
  readonly watch?: EngineWatch
  readonly demo: DemoPlan
  /** Whether to recompute everyone's facts for a new day: a workstation does, a single command does not. */
  readonly keepsFactsOfToday: boolean
  /** Works while somebody is signed in; a single command has none. */
  readonly listener?: SessionListener
  readonly publish: Publish
}
