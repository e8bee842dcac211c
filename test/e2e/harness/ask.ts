import type { InputOf, OperationName, ResultOf } from '../../../src/shared/contract/index.ts'
import type { Workstation } from './workstation.ts'

/** Asks the router as the window does. */
export async function ask<N extends OperationName>(
  workstation: Workstation,
  name: N,
  input: InputOf<N>,
): Promise<ResultOf<N>> {
  const reply: Awaited<ReturnType<typeof window.huiyan.call<N>>> = await workstation.window.evaluate(
    `window.huiyan.call(${JSON.stringify(name)}, ${JSON.stringify(input)})`,
  )
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code}`)
  return reply.value
}
