import { expect, test } from 'vitest'
import { ThreadHandle } from '../../../src/main/engine/thread-handle.ts'
import { UNWATCHED } from '../../../src/main/engine/watch.ts'

const OPTIONS = {
  file: 'never-opened',
  dataKey: new Uint8Array(32),
  mode: 'writer',
  nativeBinding: undefined,
} as const

const LISTENER = { tables: () => undefined, ended: () => undefined, watch: UNWATCHED }

const module = (source: string) => new URL(`data:text/javascript,${encodeURIComponent(source)}`)

test('a thread that ends before it is ready is told, so that nobody waits for it for ever', async () => {
  await expect(ThreadHandle.start(module(''), OPTIONS, LISTENER)).rejects.toThrowError('engine.stopped')
})

test('a thread that throws at its start is told by the name of the error and not by its text', async () => {
  const start = ThreadHandle.start(
    module(`throw new RangeError('a text with a name in it')`),
    OPTIONS,
    LISTENER,
  )
  await expect(start).rejects.toMatchObject({ code: 'engine.internal', detail: { cause: 'RangeError' } })
})

test('a call to a thread that has ended is refused', async () => {
  const ready = `import { parentPort } from 'node:worker_threads'; parentPort.postMessage({ kind: 'ready' })`
  const thread = await ThreadHandle.start(module(ready), OPTIONS, LISTENER)
  const answer = thread.ask({ kind: 'copy', file: 'nowhere', under: null })
  await expect(answer).rejects.toThrowError('engine.stopped')
  await expect(thread.ask({ kind: 'copy', file: 'nowhere', under: null })).rejects.toThrowError(
    'engine.stopped',
  )
  await thread.close()
})
