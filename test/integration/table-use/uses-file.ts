import { readFileSync } from 'node:fs'
import type { TableUse } from './table-spy.ts'

/** Where the threads of a database write down what was done; none is written before its caller has an answer. */
export const usesFileOf = (database: string): string => `${database}.uses`

export function writtenDown({ read, written, announced, ...use }: TableUse): string {
  return JSON.stringify({ ...use, read: [...read], written: [...written], announced: [...announced] })
}

export function usesIn(file: string): TableUse[] {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const { read, written, announced, ...use } = JSON.parse(line)
    return { ...use, read: new Set(read), written: new Set(written), announced: new Set(announced) }
  })
}
