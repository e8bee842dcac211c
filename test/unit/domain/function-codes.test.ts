import { describe, expect, test } from 'vitest'
import { listsPeople } from '../../../src/renderer/app/screens.tsx'
import type { OperationName } from '../../../src/shared/contract/index.ts'
import { operationNamed } from '../../../src/shared/contract/index.ts'
import {
  codesFor,
  codesOf,
  exactCode,
  FUNCTION_CODES,
  type FunctionAction,
  screensOf,
} from '../../../src/shared/domain/branch/function-codes.ts'
import { ROLES } from '../../../src/shared/domain/branch/roles.ts'
import { CATALOGUES } from '../../../src/shared/locale/index.ts'

const codes = (found: readonly { readonly code: string }[]) => found.map(({ code }) => code)
const targetsOf = (kind: string) => FUNCTION_CODES.filter(({ target }) => target.kind === kind)

/** What the router must grant to whoever has the action's code; null where a window needs nobody's leave. */
const ASKS: Readonly<Record<FunctionAction, OperationName | null>> = {
  'print-list': 'followups.print',
  'print-morning': 'followups.printMorning',
  'evening-check': 'followups.eveningCheck',
  acceptance: 'prompts.report',
  'my-day': 'undo.today',
  notices: 'notices.list',
  serving: 'followups.list',
  arrival: 'lobby.arrive',
  'quick-lead': 'leads.save',
  strip: 'strip.show',
  language: null,
  appearance: null,
  help: null,
  lock: 'session.lock',
  'sign-out': 'session.signOut',
}

describe('function codes (L9)', () => {
  test('every code has two to four letters and a text in both languages', () => {
    for (const { code, zh, en } of FUNCTION_CODES) {
      expect(code).toMatch(/^[A-Z]{2,4}$/)
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toMatch(/^[A-Z][\x20-\x7e]+$/)
    }
  })

  test('no code is another’s beginning, so that a code typed in full is never ambiguous', () => {
    for (const { code } of FUNCTION_CODES) expect(codes(codesFor(code, FUNCTION_CODES))).toEqual([code])
  })

  test('every screen of the rail has its code, and both call it the same', () => {
    const screens = FUNCTION_CODES.flatMap(({ target, zh, en }) =>
      target.kind === 'screen' ? [[target.screen, zh, en]] : [],
    )
    expect(screens).toEqual(
      screens.map(([name = '']) => [
        name,
        Reflect.get(CATALOGUES['zh-CN'].app.rail, name),
        Reflect.get(CATALOGUES.en.app.rail, name),
      ]),
    )
    expect(Object.keys(CATALOGUES['zh-CN'].app.rail).sort()).toEqual(screens.map(([name]) => name).sort())
  })

  test('a code is offered to exactly those whom the router lets do it', () => {
    for (const { target, roles } of FUNCTION_CODES) {
      if (target.kind !== 'action') continue
      const asked = ASKS[target.action]
      const callers = asked === null ? ROLES : operationNamed(asked)?.callers
      expect([...roles].sort()).toEqual((callers === 'anyone' ? [...ROLES] : [...(callers ?? [])]).sort())
    }
  })

  test('a section of the settings is named by its tab in both languages', () => {
    for (const { target } of targetsOf('section')) {
      const name = target.kind === 'section' ? target.section : ''
      expect(Reflect.get(CATALOGUES['zh-CN'].settings.section, name)).toBeTypeOf('string')
    }
  })

  test('a teller is offered neither import nor audit', () => {
    expect(codes(codesOf('teller'))).not.toContain('DR')
    expect(codes(codesOf('teller'))).not.toContain('SJ')
    expect(codes(codesOf('head'))).toEqual(expect.arrayContaining(['DR', 'SJ']))
  })

  test('an administrator, who sees no customers, is offered no screen that lists people', () => {
    expect(screensOf('admin').filter(listsPeople)).toEqual([])
  })

  test('the first letter offers every code that begins with it, in either case', () => {
    const found = codes(codesFor(' s', FUNCTION_CODES))
    expect(found).toEqual(expect.arrayContaining(['SZ', 'SJ', 'SP']))
    expect(found.every((code) => code.startsWith('S'))).toBe(true)
  })

  test('an empty box offers none', () => {
    expect(codesFor('  ', FUNCTION_CODES)).toEqual([])
  })

  test('only a whole code is taken for one', () => {
    expect(exactCode('yx', FUNCTION_CODES)?.zh).toBe('意向')
    expect(exactCode('y', FUNCTION_CODES)).toBeNull()
    expect(exactCode('yxx', FUNCTION_CODES)).toBeNull()
  })
})
