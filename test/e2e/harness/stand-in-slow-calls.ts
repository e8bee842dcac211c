import type { OperationName } from '../../../src/shared/contract/index.ts'
import type { Workstation } from './workstation.ts'

/** Lets every call of an operation take that much longer, as on a PC that is busy with something else; until it is told 0. */
export async function slowCalls(
  { app }: Workstation,
  operation: OperationName,
  milliseconds: number,
): Promise<void> {
  const slow = { operation, delay: milliseconds }
  await app.evaluate(({ ipcMain }, { operation, delay }) => {
    type Handler = (event: unknown, name: unknown, input: unknown) => Promise<unknown>
    const channel = 'huiyan:call'
    const before: unknown = Reflect.get(globalThis, 'delays')
    const delays: Map<unknown, number> = before instanceof Map ? before : new Map()
    delays.set(operation, delay)
    if (before instanceof Map) return
    Reflect.set(globalThis, 'delays', delays)
    // Electron keeps its handlers in a map of this name; only a test looks into it.
    const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers')
    if (!(handlers instanceof Map)) throw new Error('Electron keeps its handlers elsewhere now')
    const answer: Handler = handlers.get(channel)
    ipcMain.removeHandler(channel)
    ipcMain.handle(channel, async (event, name, input) => {
      const delay = delays.get(name) ?? 0
      if (delay > 0) await new Promise((resolve) => setTimeout(resolve, delay))
      return answer(event, name, input)
    })
  }, slow)
}
