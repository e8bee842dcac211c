import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { DemoBranch } from '../../../shared/demo/branch.ts'
import { extractFileName, extractLines } from '../../../shared/demo/csv.ts'
import { IMPORT_ENTITIES, type ImportEntity } from '../../../shared/domain/imports/import-fields.ts'
import { OWNER_ONLY } from '../../engine/owner-only.ts'

/** Characters gathered before a write; also how often the writer lets others go first. */
const PIECE = 65_536

/** One file that is written in large pieces. */
class PieceWriter {
  readonly #descriptor: number
  #piece = ''

  constructor(path: string) {
    this.#descriptor = openSync(path, 'wx', OWNER_ONLY)
  }

  /** @returns true when a piece went to the disk */
  add(line: string): boolean {
    this.#piece += `${line}\r\n`
    if (this.#piece.length < PIECE) return false
    this.#flush()
    return true
  }

  close(): void {
    this.#flush()
    closeSync(this.#descriptor)
  }

  #flush(): void {
    writeSync(this.#descriptor, this.#piece)
    this.#piece = ''
  }
}

/** Writes the branch as the extract of a core banking system; yields now and then. */
export function* writeExtract(branch: DemoBranch, folder: string): Generator<void> {
  const files = new Map<ImportEntity, PieceWriter>(
    IMPORT_ENTITIES.map((entity) => [entity, new PieceWriter(join(folder, extractFileName(entity)))]),
  )
  try {
    for (const { entity, text } of extractLines(branch)) {
      if (files.get(entity)?.add(text) === true) yield
    }
  } finally {
    for (const file of files.values()) file.close()
  }
}
