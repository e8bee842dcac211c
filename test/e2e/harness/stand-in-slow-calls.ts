import type { OperationName } from '../../../src/shared/contract/index.ts'
import type { Workstation } from './workstation.ts'

/** Lets every call of that name through the router take that much longer, as on a PC that is busy with something else. */
export async function slowCalls(
  { app }: Workstation,
  slow: OperationName,
  milliseconds: number,
): Promise<void> {
  await app.evaluate(
    ({ ipcMain }, { slow, delay }) => {
      type Handler = (event: unknown, name: unknown, input: unknown) => Promise<unknown>
      const channel = 'huiyan:call'
      // Electron keeps its handlers in a map of this name; only a test looks into it.
      const handlers: unknown = Reflect.get(ipcMain, '_invokeHandlers')
      if (!(handlers instanceof Map)) throw new Error('Electron keeps its handlers elsewhere now')
      const answer: Handler = handlers.get(channel)
      ipcMain.removeHandler(channel)
      ipcMain.handle(channel, async (event, name, input) => {
        if (name === slow) await new Promise((resolve) => setTimeout(resolve, delay))
        return answer(event, name, input)
      })
    },
    { slow, delay: milliseconds },
  )
}
