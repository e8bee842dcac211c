import { createHash } from 'node:crypto'
import type { TableForm } from '../../../shared/domain/lobby/arrival-table.ts'
import type { ReadBefore, ReadRows } from './read-rows.ts'

interface Told {
  readonly bytes: number
  readonly digest: string
  readonly rows: number
}

const LINE_FEED = 0x0a
/** Machines that write a file a ticket call each of them anew; only some names come back. */
const MOST_FORMS = 100

/**
 * What was told of from files that did not leave the folder, because the machine that writes them holds them open and
 * appends: the same begin is not told twice, and a file that was replaced or cut is told from its start. Of files that
 * left, only the columns are remembered, for a machine that goes on under the same name without a header. No rows are kept.
 */
export class ToldBefore {
  readonly #told = new Map<string, Told>()
  readonly #forms = new Map<string, TableForm>()

  of(name: string, bytes: Buffer): ReadBefore {
    const form = this.#forms.get(name) ?? null
    const told = this.#told.get(name)
    const same = told !== undefined && digestOf(bytes.subarray(0, told.bytes)) === told.digest
    return { rows: same ? told.rows : 0, form }
  }

  /** A last line without an end may be half a line: it is told again when it has one. */
  add(name: string, bytes: Buffer, content: ReadRows): void {
    if (!content.ok) return
    const { rows, before, form, whole } = content
    if (form?.header === true) this.#remember(name, form)
    const upTo = whole ? bytes.length : bytes.lastIndexOf(LINE_FEED) + 1
    const count = before + rows.length - (whole ? 0 : 1)
    this.#told.set(name, { bytes: upTo, digest: digestOf(bytes.subarray(0, upTo)), rows: count })
  }

  /** The file left the folder. */
  left(name: string): void {
    this.#told.delete(name)
  }

  keepOnly(names: ReadonlySet<string>): void {
    for (const name of this.#told.keys()) if (!names.has(name)) this.#told.delete(name)
  }

  #remember(name: string, form: TableForm): void {
    this.#forms.delete(name)
    this.#forms.set(name, form)
    const [oldest] = this.#forms.keys()
    if (this.#forms.size > MOST_FORMS && oldest !== undefined) this.#forms.delete(oldest)
  }
}

function digestOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('base64')
}
