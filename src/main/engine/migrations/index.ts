import { AppError } from '../../../shared/domain/branch/app-error.ts'
import type { Connection } from '../connection.ts'
import { foundation } from './010-foundation.ts'
import { customers } from './020-customers.ts'
import { intents } from './030-intents.ts'
import { lobby } from './040-lobby.ts'
import { askedBusiness } from './050-asked-business.ts'
import { undo } from './060-undo.ts'
import { lists } from './070-lists.ts'
import { work } from './080-work.ts'
import { passphraseDue } from './090-passphrase-due.ts'
import { contactCorrection } from './100-contact-correction.ts'
import { prints } from './110-prints.ts'
import { unknownStates } from './120-unknown-states.ts'
import { ledger } from './130-ledger.ts'
import { readFiles } from './140-read-files.ts'
import { nameReading } from './150-name-reading.ts'
import { plainKeys } from './160-plain-keys.ts'
import { workOnPaper } from './170-work-on-paper.ts'
import { guesses } from './180-guesses.ts'
import { outboxLinks } from './190-outbox-links.ts'
import type { Migration } from './migration.ts'

const MIGRATIONS: readonly Migration[] = [
  foundation,
  customers,
  intents,
  lobby,
  askedBusiness,
  undo,
  lists,
  work,
  passphraseDue,
  contactCorrection,
  prints,
  unknownStates,
  ledger,
  readFiles,
  nameReading,
  plainKeys,
  workOnPaper,
  guesses,
  outboxLinks,
]

export const NEWEST_VERSION = Math.max(...MIGRATIONS.map((migration) => migration.version))

/** The schema version of an open file; 0 for a new one. */
export function versionOf(connection: Connection): number {
  return Number(connection.pragma('user_version'))
}

/**
 * Brings a file to `upTo`, all pending steps in one transaction: either the whole way or not at all.
 * Throws `engine.tooNew` for a file that a newer version of the product wrote, and leaves it untouched.
 */
export function migrate(connection: Connection, upTo: number = NEWEST_VERSION): void {
  const found = versionOf(connection)
  if (found > NEWEST_VERSION) throw new AppError('engine.tooNew', { found, known: NEWEST_VERSION })
  const pending = MIGRATIONS.filter((migration) => migration.version > found && migration.version <= upTo)
  if (pending.length === 0) return
  connection.transaction(() => {
    // Another process may have gone some of the way while this one waited for the lock.
    const reached = versionOf(connection)
    for (const migration of pending.filter(({ version }) => version > reached)) {
      connection.script(migration.sql)
      connection.script(`PRAGMA user_version = ${migration.version}`)
    }
  })
}
