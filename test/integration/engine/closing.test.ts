import { existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Connection } from '../../../src/main/engine/connection.ts'
import { EnginePool } from '../../../src/main/engine/pool.ts'
import { EngineThread } from '../../../src/main/engine/thread.ts'
import { handlers, jobs } from '../../../src/main/features/index.ts'

const KEY = new Uint8Array(32).fill(7)
const FROM_THE_FUTURE = 9_990

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-closing-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Files of the folder that this process, any thread of it, has open. */
function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((number) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${number}`)
      return path.startsWith(folder) ? [path] : []
    } catch {
      return []
    }
  })
}

test.runIf(existsSync('/proc/self/fd'))('a file of a newer version is refused and not kept open', () => {
  const file = join(folder, 'branch.db')
  const newer = Connection.open({ file, dataKey: KEY, mode: 'writer' })
  newer.script(`CREATE TABLE later (id INTEGER); PRAGMA user_version = ${FROM_THE_FUTURE}`)
  expect(openFiles()).not.toEqual([])
  newer.close()
  const { port1, port2 } = new MessageChannel()
  new EngineThread(port1, handlers, jobs).start({
    file,
    dataKey: KEY,
    mode: 'writer',
    nativeBinding: undefined,
  })
  expect(openFiles()).toEqual([])
  port2.close()
})

/** A thread that writes down that it opened and closed; of all readers the first is refused. */
const WORKER = `
import { appendFileSync, writeFileSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
const isFirst = () => { try { writeFileSync(workerData.file + '.first', '', { flag: 'wx' }); return true } catch { return false } }
if (workerData.mode === 'reader' && isFirst()) parentPort.postMessage({ kind: 'refused', code: 'engine.damaged', detail: {} })
else {
  appendFileSync(workerData.file, 'opened ')
  parentPort.on('message', () => { appendFileSync(workerData.file, 'closed '); parentPort.close() })
  parentPort.postMessage({ kind: 'ready' })
}`

test('where one reader cannot open the file, the threads that could close it again', async () => {
  const file = join(folder, 'log')
  const worker = new URL(`data:text/javascript,${encodeURIComponent(WORKER)}`)
  await expect(EnginePool.open({ worker, file, dataKey: KEY, readers: 3 }, () => {})).rejects.toThrowError(
    'engine.damaged',
  )
  const said = readFileSync(file, 'utf8').trim().split(' ')
  expect(said.filter((word) => word === 'opened')).toHaveLength(3)
  expect(said.filter((word) => word === 'closed')).toHaveLength(3)
})
