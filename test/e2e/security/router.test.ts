import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { operationNamed } from '../../../src/shared/contract/index.ts'
import { Workstation } from '../harness/workstation.ts'

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
})
afterAll(() => workstation?.stop())

/** Calls as a page would that was taken over: any name, any input. */
function call(name: unknown, input: unknown): Promise<unknown> {
  return workstation.window.evaluate(
    ([asked, given]) => (window.huiyan.call as (...all: unknown[]) => Promise<unknown>)(asked, given),
    [name, input],
  )
}

describe('the bridge out of a window', () => {
  it.each([
    'customers.everything',
    '',
    '__proto__',
    'constructor',
    'branch.create',
    null,
    7,
    { name: 'session.state' },
  ])('refuses an operation that does not exist: %j', async (name) => {
    expect(await call(name, {})).toMatchObject({ ok: false, error: { code: 'call.unknownOperation' } })
  })

  it.each(['customers.search', 'customers.open', 'followups.print', 'imports.choose', 'audit.list'])(
    'refuses %s while nobody is signed in',
    async (name) => {
      expect(operationNamed(name)).toBeDefined()
      expect(await call(name, {})).toMatchObject({ ok: false, error: { code: 'session.signedOut' } })
    },
  )

  it('refuses an input with something that its operation does not take', async () => {
    const reply = await call('session.state', { more: true })
    expect(reply).toMatchObject({ ok: false, error: { code: 'call.badInput' } })
  })

  it('is the only channel that is answered', async () => {
    const listened = await workstation.app.evaluate(({ ipcMain }) => ipcMain.eventNames())
    // Electron itself listens to what goes wrong.
    expect(listened).toEqual(['error'])
    expect(await workstation.app.evaluate(() => Reflect.get(globalThis, 'answeredChannels'))).toEqual([
      'huiyan:call',
    ])
  })
})
