import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Connection } from '../../../src/main/engine/connection.ts'
import { databaseIn } from '../../../src/main/vault/store-files.ts'
import type { ChaosBranch } from './chaos-branch.ts'

/** A schema that no version of the product has yet. */
export const NEWER_VERSION = 9_990

/** Behind the salt, so that the file is still known as this branch's. */
const DAMAGE_AT = 1_024
const DAMAGED_BYTES = 1_024

/** Overwrites part of the first page, as a failing disk does. */
export function damagePage({ folder }: ChaosBranch): void {
  const file = databaseIn(folder)
  const bytes = readFileSync(file)
  bytes.fill(0xa5, DAMAGE_AT, DAMAGE_AT + DAMAGED_BYTES)
  writeFileSync(file, bytes)
}

/** Takes away the file with the last commits, as a careless tidy-up does. */
export function loseWal({ folder }: ChaosBranch): void {
  rmSync(`${databaseIn(folder)}-wal`)
}

/** Makes the file one that a newer version wrote. */
export function makeNewer({ folder, dataKey }: ChaosBranch): void {
  const connection = Connection.open({ file: databaseIn(folder), dataKey, mode: 'writer' })
  connection.script(`PRAGMA user_version = ${NEWER_VERSION}`)
  connection.close()
}
