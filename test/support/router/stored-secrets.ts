import { join } from 'node:path'
import { Connection } from '../../../src/main/engine/connection.ts'
import { plainProtector } from '../../../src/main/vault/device-protector.ts'
import { Vault } from '../../../src/main/vault/vault.ts'
import { FOUNDER, type House } from './open-house.ts'

interface Person {
  readonly uid: string
  readonly name: string
  readonly phone: string | null
}

/** What the database holds in clear and no reply may. */
export interface Secrets {
  readonly people: readonly Person[]
  /** Looked for as whole texts: a name of two characters is part of many words. */
  readonly names: ReadonlySet<string>
  /** Looked for anywhere: phones, identity numbers, card and account numbers. */
  readonly numbers: readonly string[]
  readonly addresses: readonly string[]
}

const SHORTEST_NUMBER = 8

/** Reads them past every handler, with the branch's own key. */
export async function readSecrets(house: House): Promise<Secrets> {
  const vault = Vault.at(house.folder, plainProtector)
  const { dataKey } = await vault.unlock(FOUNDER.no, FOUNDER.passphrase, house.clock.nowAt())
  const connection = Connection.open({ file: join(house.folder, 'branch.db'), dataKey, mode: 'reader' })
  try {
    const texts = (sql: string): string[] =>
      connection
        .statement<{ text: string }>(sql)
        .all()
        .map(({ text }) => text)
    const people = connection.statement<Person>('SELECT uid, name, phone FROM customer ORDER BY id').all()
    const staff = new Set(texts('SELECT name AS text FROM staff'))
    const numbers = texts(
      `SELECT phone AS text FROM customer WHERE phone IS NOT NULL
       UNION SELECT id_number FROM customer WHERE id_number IS NOT NULL
       UNION SELECT number FROM card WHERE number IS NOT NULL
       UNION SELECT account_no FROM account`,
    ).filter((text) => text.length >= SHORTEST_NUMBER)
    return {
      people,
      names: new Set(people.map(({ name }) => name).filter((name) => !staff.has(name))),
      numbers,
      addresses: texts('SELECT DISTINCT address AS text FROM customer WHERE address IS NOT NULL'),
    }
  } finally {
    connection.close()
  }
}

/** Every stored secret that a reply tells. */
export function secretsIn(reply: unknown, { names, numbers, addresses }: Secrets): string[] {
  const json = JSON.stringify(reply) ?? ''
  const whole = textsIn(reply).filter((text) => names.has(text))
  return [...whole, ...[...numbers, ...addresses].filter((text) => json.includes(text))]
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
