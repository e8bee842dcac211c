import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { handlers, jobs } from '../../../src/main/features/index.ts'
import { OPERATION_NAMES, operationNamed } from '../../../src/shared/contract/index.ts'
import { INTERNAL_NAMES, internalNamed, JOB_NAMES } from '../../../src/shared/contract/internal/index.ts'
import { AUDITED_ACTIONS } from '../../support/contract/audited-actions.ts'

test('what only the program asks for is in no list that a window can ask from', () => {
  for (const name of INTERNAL_NAMES) expect(operationNamed(name), name).toBeUndefined()
})

test('a window knows a job only as a task of the main process, which passes on what it checked itself', () => {
  for (const name of JOB_NAMES) {
    const operation = operationNamed(name)
    if (operation !== undefined) expect(operation.place, name).toBe('shell')
  }
})

test('no name is declared twice', () => {
  expect(new Set(INTERNAL_NAMES).size).toBe(INTERNAL_NAMES.length)
  expect(new Set(JOB_NAMES).size).toBe(JOB_NAMES.length)
})

test('the engine has a function for every declared name, and for no other', () => {
  const ofEngine = OPERATION_NAMES.filter((name) => operationNamed(name)?.place === 'engine')
  expect(Object.keys(handlers).sort()).toEqual([...ofEngine, ...INTERNAL_NAMES].sort())
  expect(Object.keys(jobs).sort()).toEqual([...JOB_NAMES].sort())
})

test('every link that a job or the main process writes is among the actions that have words', () => {
  const source = (path: string) => readFileSync(path, 'utf8')
  const named = globSync('src/main/**/*.ts').flatMap((path) => [
    ...source(path).matchAll(
      /\b(?:commit\(\s*|action: |record\(\w+, |note\(\w+, |recordOf\()'([a-z]+\.\w+)'/g,
    ),
  ])
  const actions = named.map(([, action]) => action ?? '')
  expect(actions.length).toBeGreaterThan(15)
  expect(actions.filter((action) => !AUDITED_ACTIONS.includes(action))).toEqual([])
})

test('a name that nobody declared is no internal operation', () => {
  for (const name of ['', '__proto__', 'constructor', 'staff.list', 'imports.run']) {
    expect(internalNamed(name), name).toBeUndefined()
  }
})
