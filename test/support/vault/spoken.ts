import { createHash } from 'node:crypto'

/** A passphrase that two processes can know without either telling it to the other: it lies in no pipe and no argument. */
export function spokenFrom(seed: string): string {
  return `huiyan ${createHash('sha256').update(seed).digest('base64')}`
}
