import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type ArrivalSettings,
  arrivalSettingsSchema,
  DEFAULT_ARRIVAL_SETTINGS,
} from '../../shared/domain/lobby/arrival-settings.ts'
import { writeDurably } from '../vault/durable-file.ts'

/** Beside the branch's data, and not in them: which machines stand here is a matter of this PC. */
const SETTINGS_FILE = 'arrivals.json'

export interface KeptSettings {
  readonly settings: ArrivalSettings
  /** A file that cannot be read stays as it is until somebody saves new settings. */
  readonly damaged: boolean
}

export class SettingsFile {
  readonly #path: string

  constructor(dataFolder: string) {
    this.#path = join(dataFolder, SETTINGS_FILE)
  }

  read(): KeptSettings {
    if (!existsSync(this.#path)) return { settings: DEFAULT_ARRIVAL_SETTINGS, damaged: false }
    try {
      const settings = arrivalSettingsSchema.parse(JSON.parse(readFileSync(this.#path, 'utf8')))
      return { settings, damaged: false }
    } catch {
      return { settings: DEFAULT_ARRIVAL_SETTINGS, damaged: true }
    }
  }

  /** Throws `engine.diskFull` or `engine.readOnly`. */
  write(settings: ArrivalSettings): void {
    writeDurably(this.#path, `${JSON.stringify(settings, null, 2)}\n`)
  }
}
