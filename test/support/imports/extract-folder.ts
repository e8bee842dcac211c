import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ImportProfile, importProfileSchema } from '../../../src/shared/contract/import-profile.ts'
import { IMPORT_ENTITIES, type ImportEntity } from '../../../src/shared/domain/imports/import-rows.ts'

type Record = { readonly [field: string]: string }
export type Extract = { readonly [Entity in ImportEntity]?: readonly Record[] }

/** A bank's extract in a folder of its own; each column is called like the field it fills. */
export class ExtractFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'huiyan-extract-'))

  /** Replaces the files, and says how to read them: exactly the fields that the rows have. */
  write(extract: Extract): ImportProfile {
    rmSync(this.path, { recursive: true, force: true })
    this.#make()
    for (const entity of IMPORT_ENTITIES) {
      const rows = extract[entity]
      if (rows === undefined || rows.length === 0) continue
      const fields = fieldsIn(rows)
      const lines = [fields, ...rows.map((row) => fields.map((field) => row[field] ?? ''))]
      writeFileSync(join(this.path, `${entity}.csv`), lines.map((cells) => `${cells.join('|')}\n`).join(''))
    }
    return profileOf(extract)
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }

  #make(): void {
    mkdirSync(this.path)
  }
}

function profileOf(extract: Extract): ImportProfile {
  const files = IMPORT_ENTITIES.flatMap((entity) => {
    const rows = extract[entity]
    if (rows === undefined || rows.length === 0) return []
    const fields = Object.fromEntries(fieldsIn(rows).map((field) => [field, { column: field }]))
    return [{ entity, file: `${entity}.csv`, delimiter: '|', fields }]
  })
  return importProfileSchema.parse({ version: 1, name: '测试数据', files })
}

function fieldsIn(rows: readonly Record[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row)))]
}

/** How extracts of `manyPeople` are read, whatever their size. */
export function manyPeopleProfile(): ImportProfile {
  return profileOf(manyPeople(1, 1))
}

/** Many customers with an account each and some transactions on it. */
export function manyPeople(people: number, transactionsEach: number): Extract {
  const numbers = Array.from({ length: people }, (_, index) => index + 1)
  return {
    customers: numbers.map((n) => ({ key: `C${n}`, name: '张三', birthOn: dayOf(1950, n) })),
    accounts: numbers.map((n) => ({ key: `A${n}`, customerKey: `C${n}`, kind: 'demand' })),
    transactions: numbers.flatMap((n) =>
      Array.from({ length: transactionsEach }, (_, index) => ({
        key: `T${n}-${index}`,
        accountKey: `A${n}`,
        on: dayOf(2026, index),
        direction: 'in',
        amount: '100.00',
        balance: `${(index + 1) * 100}.00`,
        kind: 'transfer',
      })),
    ),
  }
}

const DAYS_USED = 300
const MS_PER_DAY = 86_400_000

function dayOf(year: number, n: number): string {
  const dayOfYear = n % DAYS_USED
  const at = Date.UTC(year + Math.floor(n / DAYS_USED), 0, 1) + dayOfYear * MS_PER_DAY
  return new Date(at).toISOString().slice(0, 10)
}
