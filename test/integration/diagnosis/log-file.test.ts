import { execFile } from 'node:child_process'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-log-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const DIAGNOSIS = new URL('../../../src/main/diagnosis/', import.meta.url)

/** A process of its own, because what nobody caught is heard by the whole process. */
function run(source: string) {
  const head = `
    import { catchUncaught, openLog } from '${DIAGNOSIS}log-file.ts'
    import { ProgramWatch } from '${DIAGNOSIS}program-watch.ts'
    const log = openLog({ dataFolder: ${JSON.stringify(folder)}, of: 'command-line', console: false })
    const watch = new ProgramWatch(log, () => 0)`
  return promisify(execFile)(process.execPath, ['--input-type=module', '-e', `${head}\n${source}`])
}

test('lines go to a file that only the owner reads, and not to the output of a command', async () => {
  const said = await run(`watch.slow('imports.run', 73)`)
  expect(said).toEqual({ stdout: '', stderr: '' })
  expect(readdirSync(folder)).toEqual(['logs'])
  const file = join(folder, 'logs', 'command-line.log')
  expect(readFileSync(file, 'utf8')).toContain('slow imports.run 73 ms')
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
})

test.runIf(process.platform !== 'win32')(
  'folder and files are closed to everybody else, also those that an earlier version left open',
  async () => {
    const logs = join(folder, 'logs')
    await run(`watch.slow('imports.run', 73)`)
    expect(statSync(logs).mode & 0o777).toBe(0o700)
    rmSync(logs, { recursive: true })
    mkdirSync(logs, { mode: 0o755 })
    for (const name of ['command-line.log', 'command-line.old.log']) {
      writeFileSync(join(logs, name), 'start\n')
      chmodSync(join(logs, name), 0o644)
    }
    await run(`watch.slow('imports.run', 73)`)
    expect(statSync(logs).mode & 0o777).toBe(0o700)
    for (const name of readdirSync(logs)) expect(statSync(join(logs, name)).mode & 0o777).toBe(0o600)
  },
)

test('without a line there is no file', async () => {
  await run('')
  expect(readdirSync(folder)).toEqual([])
})

test('an error that nobody caught is logged by its name and nowhere with its message', async () => {
  const { stdout, stderr } = await run(`
    catchUncaught((error) => watch.uncaught(error))
    setImmediate(() => { throw new RangeError('Zhang Wei 10000000001') })
    setImmediate(() => void Promise.reject(new TypeError('Zhang Wei 10000000001')))`)
  const text = readFileSync(join(folder, 'logs', 'command-line.log'), 'utf8')
  expect(text).toContain('failed main engine.internal RangeError')
  expect(text).toContain('failed main engine.internal TypeError')
  expect(text + stdout + stderr).not.toContain('Zhang')
})
