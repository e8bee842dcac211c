import { appendFileSync, readFileSync } from 'node:fs'
import type { TableUse } from './table-spy.ts'

/** Where the threads of a database write down what was done; none is written later than its caller has an answer. */
const usesFileOf = (database: string): string => `${database}.uses`

export function writeDown(database: string, { name, read, written, announced }: TableUse): void {
  const line = JSON.stringify({ name, read: [...read], written: [...written], announced: [...announced] })
  appendFileSync(usesFileOf(database), `${line}\n`)
}

export function usesOf(database: string): TableUse[] {
  const lines = readFileSync(usesFileOf(database), 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const { name, read, written, announced } = JSON.parse(line)
    return { name, read: new Set(read), written: new Set(written), announced: new Set(announced) }
  })
}
