import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { OPERATION_NAMES, operationNamed } from '../../../src/shared/contract/index.ts'
import { ROLES } from '../../../src/shared/domain/roles.ts'
import { databaseIn } from '../../../src/main/vault/store-files.ts'
import { found, type House, hireEveryRole, openHouse, WINDOW } from '../door/open-house.ts'
import { furnish, plantStanding } from '../door/standing.ts'
import { readSecrets } from '../door/stored-secrets.ts'
import { validCalls } from '../door/valid-calls.ts'
import type { TableUse } from './table-spy.ts'
import { usesFileOf, usesIn } from './uses-file.ts'

let house: House
let uses: TableUse[]
beforeAll(async () => {
  house = openHouse({ worker: new URL('./spied-worker.ts', import.meta.url) })
  await found(house, 'demo')
  await hireEveryRole(house)
  await furnish(house)
  const secrets = await readSecrets(house)
  for (const role of ROLES) {
    for (const { name, input } of validCalls(await plantStanding(house, secrets, role))) {
      if (name === 'session.signOut' || name === 'session.lock') continue
      await house.door.call(WINDOW, name, input)
    }
  }
  uses = usesIn(usesFileOf(databaseIn(house.folder)))
}, 120_000)
afterAll(() => house.close())

test('report', () => {
  const by = new Map<string, { kind: string; read: Set<string>; written: Set<string>; announced: Set<string>; n: number }>()
  for (const u of uses) {
    const e = by.get(u.name) ?? { kind: u.kind, read: new Set(), written: new Set(), announced: new Set(), n: 0 }
    e.n++
    for (const t of u.read) e.read.add(t)
    for (const t of u.written) if (!u.announced.has(t)) e.written.add(t)
    for (const t of u.announced) if (!u.written.has(t)) e.announced.add(t)
    by.set(u.name, e)
  }
  const watched = new Set(OPERATION_NAMES.flatMap((n) => operationNamed(n)?.reads ?? []))
  for (const u of uses) for (const t of u.read) watched.add(t)
  for (const [name, e] of by) {
    if (e.kind === 'query') {
      const reads = operationNamed(name)?.reads ?? []
      console.log(`Q ${name} x${e.n} undeclared: ${[...e.read].filter((t) => !reads.includes(t as never))} | untouched: ${reads.filter((t) => !e.read.has(t))}`)
    } else console.log(`W ${name} x${e.n} unannounced: ${[...e.written].filter((t) => watched.has(t as never))} (${[...e.written].filter((t) => !watched.has(t as never))}) | unwritten: ${[...e.announced]}`)
  }
  console.log('never run', OPERATION_NAMES.filter((n) => operationNamed(n)?.place === 'engine' && !by.has(n)))
})
