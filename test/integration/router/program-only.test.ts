import { afterAll, beforeAll, expect, test } from 'vitest'
import { operationNamed } from '../../../src/shared/contract/index.ts'
import { INTERNAL_NAMES, JOB_NAMES } from '../../../src/shared/contract/internal/index.ts'
import { ROLES } from '../../../src/shared/domain/branch/roles.ts'
import {
  found,
  type House,
  hireEveryRole,
  openHouse,
  STAFF_NO,
  WINDOW,
} from '../../support/router/open-house.ts'

const PROGRAM_ONLY = [...INTERNAL_NAMES, ...JOB_NAMES.filter((name) => operationNamed(name) === undefined)]

let house: House
beforeAll(async () => {
  house = openHouse()
  await found(house, 'new')
  await hireEveryRole(house)
})
afterAll(() => house.close())

test.each(ROLES)(
  'nothing that the program asks of its engine can be asked by a window of a %s',
  async (role) => {
    await house.signInAs(STAFF_NO[role])
    for (const name of PROGRAM_ONLY) {
      expect(await house.router.call(WINDOW, name, {}), name).toMatchObject({
        ok: false,
        error: { code: 'call.unknownOperation' },
      })
    }
  },
)

test('what cannot be asked while somebody is signed in cannot be asked before either', async () => {
  await house.get('session.signOut', {})
  for (const name of PROGRAM_ONLY) {
    expect(await house.router.call(WINDOW, name, {}), name).toMatchObject({
      ok: false,
      error: { code: 'call.unknownOperation' },
    })
  }
})
