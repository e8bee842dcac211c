import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Role } from '../../../src/shared/domain/branch/roles.ts'
import { HEAD, openEngine, type TestEngine } from '../../support/engine/open-engine.ts'

let engine: TestEngine
beforeEach(() => {
  engine = openEngine()
})
afterEach(() => engine.close())

const add = (no: string, role: Role) =>
  engine.runner.run('staff.insert', { no, name: `员工${no}`, role }, HEAD)
const setActive = (no: string, active: boolean) =>
  engine.runner.run('staff.activate', { no, active }, HEAD).value

test('the last of those who keep the staff list cannot leave, whether head or administrator', () => {
  add('1001', 'teller')
  expect(() => setActive(HEAD.no, false)).toThrowError('staff.lastAdmin')
  add('9001', 'admin')
  expect(setActive(HEAD.no, false)).toMatchObject({ no: HEAD.no, active: false })
  expect(() => setActive('9001', false)).toThrowError('staff.lastAdmin')
})

test('the only administrator may leave while a head keeps the list', () => {
  add('9001', 'admin')
  expect(setActive('9001', false)).toMatchObject({ no: '9001', active: false })
})

test('who does not keep the list may leave and come back at any time', () => {
  add('1001', 'teller')
  expect(setActive('1001', false)).toMatchObject({ active: false })
  expect(setActive('1001', true)).toMatchObject({ active: true })
})

test('a number that nobody has is refused', () => {
  expect(() => setActive('7777', false)).toThrowError('staff.notFound')
})
