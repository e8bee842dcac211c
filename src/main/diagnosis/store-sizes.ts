import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { StoreSizes } from '../../shared/contract/diagnosis.ts'
import { databaseIn } from '../vault/store-files.ts'
import { LOG_FOLDER } from './log-file.ts'

/** The sizes of what lies in the data folder. What is not there has none. */
export function storeSizes(dataFolder: string, rejectFolder: string): StoreSizes {
  const database = databaseIn(dataFolder)
  const rejects = filesIn(rejectFolder)
  return {
    databaseBytes: bytesOf(database),
    walBytes: bytesOf(`${database}-wal`),
    logBytes: sum(filesIn(join(dataFolder, LOG_FOLDER))),
    rejectBytes: sum(rejects),
    rejectFiles: rejects.length,
  }
}

function filesIn(folder: string): readonly number[] {
  try {
    return readdirSync(folder).map((name) => bytesOf(join(folder, name)))
  } catch {
    return []
  }
}

function bytesOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

function sum(bytes: readonly number[]): number {
  return bytes.reduce((total, each) => total + each, 0)
}
