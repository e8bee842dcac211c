import { mkdirSync } from 'node:fs'
import { endOfChain } from '../../../src/main/engine/chain/chain-gap.ts'
import { Connection } from '../../../src/main/engine/connection.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { inspectStore } from '../../../src/main/vault/store-faults.ts'
import { databaseIn, databaseSaltOf } from '../../../src/main/vault/store-files.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import { writeBackup } from '../../../src/main/vault/write-backup.ts'

/** Everybody's number and passphrase in a small branch. */
export const PEOPLE = [
  ['1001', 'passphrase of 1001'],
  ['1002', 'passphrase of 1002'],
  ['1003', 'passphrase of 1003'],
] as const
export const [[KEEPER, KEEPER_PASSPHRASE]] = PEOPLE
const NOON = Date.parse('2026-11-20T12:00:00+08:00')

/** A backup and a restore ask where the audit's chain ends. */
const EMPTY_CHAIN = 'CREATE TABLE audit (seq INTEGER PRIMARY KEY, at INTEGER NOT NULL, hash BLOB NOT NULL)'

/** A real vault and a real encrypted database with one word in it, without an engine: quick to make and to look into. */
export async function makeSmallBranch(folder: string, word: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const founder = { no: KEEPER, passphrase: KEEPER_PASSPHRASE }
  const { vault, dataKey } = await Vault.found(folder, plainProtector, '测试网点', founder)
  for (const [no, passphrase] of PEOPLE.slice(1)) await vault.addSlot(dataKey, no, passphrase)
  const connection = Connection.open({ file: databaseIn(folder), dataKey, mode: 'writer' })
  connection.script(`CREATE TABLE said (word TEXT); INSERT INTO said VALUES ('${word}'); ${EMPTY_CHAIN}`)
  connection.close()
  vault.settle(databaseSaltOf(databaseIn(folder)))
}

/** What the folder's branch says to this person, as a start and a sign-in see it; else why it says nothing. */
export async function saidTo(folder: string, no: string, passphrase: string): Promise<string> {
  const condition = inspectStore(folder)
  if (condition.state !== 'ready')
    return condition.state === 'faulty' ? condition.fault.code : condition.state
  try {
    const { dataKey } = await Vault.at(folder, plainProtector).unlock(no, passphrase, NOON)
    return wordUnder(folder, dataKey)
  } catch (error) {
    return error instanceof Error ? error.message : 'unknown'
  }
}

/** Opens as the program does: for writing, so that what a dead process left in the WAL is there. Throws `engine.*`. */
function wordUnder(folder: string, dataKey: Uint8Array): string {
  const connection = Connection.open({ file: databaseIn(folder), dataKey, mode: 'writer' })
  try {
    if (connection.pragma('integrity_check') !== 'ok') return 'damaged'
    return connection.statement<{ word: string }>('SELECT word FROM said').get()?.word ?? ''
  } finally {
    connection.close()
  }
}

export async function backUp(folder: string, target: string): Promise<void> {
  const vault = Vault.at(folder, plainProtector)
  const { dataKey } = await vault.unlock(KEEPER, KEEPER_PASSPHRASE, NOON)
  const connection = Connection.open({ file: databaseIn(folder), dataKey, mode: 'writer' })
  try {
    await writeBackup({
      target,
      nowAt: NOON,
      staffNo: KEEPER,
      vault: await vault.forBackup(dataKey, KEEPER, KEEPER_PASSPHRASE),
      witness: endOfChain(connection),
      copyDatabase: async (file) => connection.copyTo(file),
    })
  } finally {
    connection.close()
  }
}
