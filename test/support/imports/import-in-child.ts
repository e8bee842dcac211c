import { randomFillSync } from 'node:crypto'
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { Connection } from '../../../src/main/engine/connection.ts'
import { Runner } from '../../../src/main/engine/runner.ts'
import { importsJobs } from '../../../src/main/features/imports/jobs.ts'
import { handlers } from '../../../src/main/features/index.ts'
import { HEAD } from '../engine/open-engine.ts'
import { manyPeopleProfile } from './extract-folder.ts'

/**
 * A nightly import in a process of its own: DATABASE-FOLDER EXTRACT-FOLDER [pause]. Writes a line a step, at once, so
 * that a parent can kill it there; with `pause` it stays in its first step.
 */
const [dataFolder = '', extractFolder = '', pause] = process.argv.slice(2)
const STDOUT = 1
const FOREVER_MS = 2_147_483_647

const connection = Connection.open({
  file: join(dataFolder, 'branch.db'),
  dataKey: new Uint8Array(32).fill(7),
  mode: 'writer',
})
/** Goes on from the day of the tests' own engine, so that no month begins between the two. */
const testDayAheadMs = Date.parse('2026-11-20T12:00:00+08:00') - Date.now()
const sources = {
  nowAt: () => testDayAheadMs + Date.now(),
  fill: (bytes: Uint8Array) => randomFillSync(bytes),
}
const context = {
  runner: new Runner(connection, handlers, sources),
  staff: HEAD,
  signal: new AbortController().signal,
}
const input = {
  profile: manyPeopleProfile(),
  folder: extractFolder,
  rejectFolder: dataFolder,
  asOf: null,
  again: true,
}
for await (const _step of importsJobs['imports.run'](context, input)) {
  writeSync(STDOUT, 'step\n')
  if (pause === 'pause') await new Promise((resolve) => setTimeout(resolve, FOREVER_MS))
}
connection.close()
