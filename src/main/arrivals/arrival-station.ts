import { basename } from 'node:path'
import type { ArrivalSources, SourceState } from '../../shared/contract/arrivals.ts'
import { AppError } from '../../shared/domain/branch/app-error.ts'
import type { ArrivalSettings } from '../../shared/domain/lobby/arrival-settings.ts'
import type { ArrivalSource, ReportArrival, SourceClock, SourceContext } from './arrival-source.ts'
import { FolderSource } from './folder/folder-source.ts'
import { ReaderSource } from './reader-source.ts'
import type { KeptSettings, SettingsFile } from './settings-file.ts'
import { type Rehearsal, SimulatorSource } from './simulator-source.ts'
import { type Scanned, WedgeSource } from './wedge-source.ts'

export interface StationParts {
  readonly file: SettingsFile
  readonly clock: SourceClock
  /** Told when a source's state is another. */
  changed(): void
}

/** What runs while somebody is signed in. */
interface Listening {
  readonly around: SourceContext
  wedge: WedgeSource | null
  reader: ReaderSource | null
  folder: FolderSource | null
  simulator: SimulatorSource | null
}

const OFF: SourceState = { state: 'off' }
type MachineName = 'wedge' | 'reader' | 'folder'

/**
 * All sources of this PC. They listen from sign-in to sign-out, also while the screen is locked: the lobby is open.
 * What starts or stops sources waits for what does so already: a source that is started while another of its kind is
 * still being stopped would be forgotten and go on listening.
 */
export class ArrivalStation {
  readonly #parts: StationParts
  #kept: KeptSettings
  #listening: Listening | null = null
  #last: Promise<unknown> = Promise.resolve()

  constructor(parts: StationParts) {
    this.#parts = parts
    this.#kept = parts.file.read()
  }

  open(sessions: ReportArrival): void {
    this.#kept = this.#parts.file.read()
    const { clock, changed } = this.#parts
    this.#listening = {
      around: { sessions, clock, changed },
      wedge: null,
      reader: null,
      folder: null,
      simulator: null,
    }
    for (const name of ['wedge', 'reader', 'folder'] as const) this.#switchOn(this.#listening, name)
  }

  /** Resolves when no source will report any more. */
  close(): Promise<void> {
    return this.#alone(async () => {
      const listening = this.#listening
      this.#listening = null
      if (listening === null) return
      const { wedge, reader, folder, simulator } = listening
      await Promise.all([wedge, reader, folder, simulator].map((source) => source?.stop()))
    })
  }

  view(): ArrivalSources {
    const { wedge, reader, folder } = this.#kept.settings
    const { path, ...folderSettings } = folder
    return {
      wedge: { state: stateOf(this.#listening?.wedge), settings: wedge },
      reader: { state: stateOf(this.#listening?.reader), settings: reader },
      folder: {
        state: stateOf(this.#listening?.folder),
        settings: folderSettings,
        folderName: path === null ? null : basename(path),
      },
      simulator: {
        state: stateOf(this.#listening?.simulator),
        ...(this.#listening?.simulator?.progress() ?? { arrived: 0, planned: 0 }),
      },
      settingsFault: this.#kept.damaged ? 'arrivals.settingsDamaged' : null,
    }
  }

  get settings(): ArrivalSettings {
    return this.#kept.settings
  }

  /** Keeps one source's settings and starts it anew. Rejects with `engine.diskFull` or `engine.readOnly`. */
  configure<N extends MachineName>(name: N, settings: ArrivalSettings[N]): Promise<void> {
    return this.#alone(async () => {
      const all = { ...this.#kept.settings, [name]: settings }
      this.#parts.file.write(all)
      this.#kept = { settings: all, damaged: false }
      const listening = this.#listening
      if (listening === null) return
      await listening[name]?.stop()
      this.#switchOn(listening, name)
      this.#parts.changed()
    })
  }

  /** Throws `arrivals.wedgeOff`, and what the branch refuses. */
  scan(text: string): Promise<Scanned> {
    const wedge = this.#listening?.wedge ?? null
    if (wedge === null) throw new AppError('arrivals.wedgeOff')
    return wedge.scan(text)
  }

  /** Replays a morning; one that is under way ends first. */
  simulate(rehearsal: Rehearsal): Promise<void> {
    return this.#alone(async () => {
      const listening = this.#listening
      if (listening === null) return
      await listening.simulator?.stop()
      listening.simulator = new SimulatorSource(rehearsal, listening.around)
      listening.simulator.start()
      this.#parts.changed()
    })
  }

  stopSimulation(): Promise<void> {
    return this.#alone(async () => {
      const listening = this.#listening
      if (listening === null || listening.simulator === null) return
      await listening.simulator.stop()
      listening.simulator = null
      this.#parts.changed()
    })
  }

  #switchOn(listening: Listening, name: MachineName): void {
    const { wedge, reader, folder } = this.#kept.settings
    const { around } = listening
    switch (name) {
      case 'wedge':
        listening.wedge = wedge.on ? new WedgeSource(wedge, around) : null
        break
      case 'reader':
        listening.reader = reader.on ? new ReaderSource(reader, around) : null
        break
      case 'folder':
        listening.folder = folder.on ? new FolderSource(folder.path, folder, around) : null
        break
    }
    listening[name]?.start()
  }

  /** The caller hears of a failure; the next in turn only waits for its end. */
  #alone<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#last.then(work, work)
    this.#last = next.catch(() => undefined)
    return next
  }
}

function stateOf(source: ArrivalSource | null | undefined): SourceState {
  return source?.state() ?? OFF
}
