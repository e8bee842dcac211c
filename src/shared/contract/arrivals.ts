import { z } from 'zod'
import { COUNTER, EVERYONE, LOBBY_AND_KEEPERS } from '../domain/branch/roles.ts'
import type { ArrivalKey, UnreadableReason } from '../domain/lobby/arrival-message.ts'
import { LONGEST_SCAN } from '../domain/lobby/arrival-scan.ts'
import {
  arrivalMappingSchema,
  type FolderSettings,
  folderSettingsSchema,
  type ReaderSettings,
  readerSettingsSchema,
  type WedgeSettings,
  wedgeSettingsSchema,
} from '../domain/lobby/arrival-settings.ts'
import { ARRIVAL_SOURCES, type Business } from '../domain/lobby/visit.ts'
import type { ErrorCode, ErrorDetail } from './envelope.ts'
import { query, shellTask } from './operation.ts'

export type SourceState =
  /** Switched off, or nothing to switch on yet. */
  | { readonly state: 'off' }
  | { readonly state: 'running' }
  | { readonly state: 'connecting' }
  /** It goes on trying by itself; the code says what a person can do. */
  | { readonly state: 'error'; readonly code: ErrorCode; readonly detail: ErrorDetail }

/** The sources of arrivals on this PC, each with what it is set to. */
export interface ArrivalSources {
  readonly wedge: { readonly state: SourceState; readonly settings: WedgeSettings }
  readonly reader: { readonly state: SourceState; readonly settings: ReaderSettings }
  readonly folder: {
    readonly state: SourceState
    readonly settings: FolderSettings
    /** The folder's own name; the way to it stays on the other side of the router. */
    readonly folderName: string | null
  }
  readonly simulator: {
    readonly state: SourceState
    readonly arrived: number
    readonly planned: number
  }
  /** Set where the kept settings cannot be read; every source is as if it had never been set. */
  readonly settingsFault: ErrorCode | null
}

/** A source's report and what became of it. Never a number in clear. */
export interface ArrivalEvent {
  readonly id: number
  readonly at: number
  readonly outcome: 'arrived' | 'joined' | 'unreadable' | 'unknown'
  readonly ticket: string | null
  /** Of which kind the number was, `none` where there was none. */
  readonly key: string
  /** Why nobody was let in; null where somebody was. */
  readonly why: string | null
}

/** How a message would be read. The number is masked: the page stands open on a counter. */
export type TriedMessage =
  | {
      readonly ok: true
      readonly ticket: string | null
      readonly business: Business | null
      readonly keyKind: ArrivalKey['kind']
      readonly maskedKey: string
    }
  | { readonly ok: false; readonly reason: UnreadableReason }

export interface ScannedArrival {
  readonly outcome: 'arrived' | 'joined' | 'unreadable' | 'unknown'
  readonly ticket: string | null
}

export interface ChosenArrivalFolder {
  readonly token: string
  readonly folderName: string
  /** Files in it that would be read and moved as soon as the source is on. */
  readonly waitingFiles: number
}

export const arrivals = {
  sources: shellTask('arrivals.sources', EVERYONE, z.strictObject({})).returns<ArrivalSources>(),
  /** The last reports of a source, the newest first. */
  events: query(
    'arrivals.events',
    LOBBY_AND_KEEPERS,
    z.strictObject({ source: z.enum(ARRIVAL_SOURCES), limit: z.int().min(1).max(50).default(50) }),
    { reads: ['arrival_event', 'visit', 'visit_ticket'] },
  ).returns<readonly ArrivalEvent[]>(),
  configure: shellTask(
    'arrivals.configure',
    LOBBY_AND_KEEPERS,
    z.discriminatedUnion('source', [
      z.strictObject({ source: z.literal('wedge'), settings: wedgeSettingsSchema }),
      z.strictObject({ source: z.literal('reader'), settings: readerSettingsSchema }),
      z.strictObject({
        source: z.literal('folder'),
        settings: folderSettingsSchema,
        /** What `arrivals.chooseFolder` answered; null keeps the folder as it is. */
        token: z.uuid().nullable(),
      }),
    ]),
  ).returns<ArrivalSources>(),
  chooseFolder: shellTask(
    'arrivals.chooseFolder',
    LOBBY_AND_KEEPERS,
    z.strictObject({}),
  ).returns<ChosenArrivalFolder | null>(),
  /** Shows how a message would be read, and does nothing. */
  test: shellTask(
    'arrivals.test',
    LOBBY_AND_KEEPERS,
    z.strictObject({
      source: z.enum(['wedge', 'reader', 'folder']),
      text: z.string().max(10_000),
      mapping: arrivalMappingSchema,
    }),
  ).returns<readonly TriedMessage[]>(),
  /** What a keyboard wedge typed into a window of ours. */
  scan: shellTask(
    'arrivals.scan',
    COUNTER,
    z.strictObject({ text: z.string().min(1).max(LONGEST_SCAN) }),
  ).returns<ScannedArrival>(),
  /** Replays a morning, in a demo branch only. */
  simulate: shellTask(
    'arrivals.simulate',
    LOBBY_AND_KEEPERS,
    z.strictObject({
      seed: z.int().min(0).max(1_000_000).default(1),
      arrivals: z.int().min(1).max(500).default(120),
      minutes: z.int().min(1).max(600).default(60),
      /** How many times faster than a real morning. */
      compression: z.int().min(1).max(10_000).default(60),
    }),
  ).returns<ArrivalSources>(),
  stopSimulation: shellTask(
    'arrivals.stopSimulation',
    LOBBY_AND_KEEPERS,
    z.strictObject({}),
  ).returns<ArrivalSources>(),
}
