import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { SYSTEM_NO } from '../../../src/shared/domain/branch/actor.ts'
import { countOf, databaseImage } from '../../support/imports/database-image.ts'
import { manyPeople } from '../../support/imports/extract-folder.ts'
import { ImportingBranch } from '../../support/imports/importing-branch.ts'
import { recoverImports, runImport, undoImport } from '../../support/imports/run-job.ts'

const CHILD = fileURLToPath(new URL('../../support/imports/import-in-child.ts', import.meta.url))
const TIMEOUT_MS = 120_000

let branch: ImportingBranch
beforeEach(() => {
  branch = new ImportingBranch()
})
afterEach(() => branch.close())

const small = manyPeople(300, 2)
/** The same people with other birth dates, half of them gone and some new: changes, additions and equal rows. */
const changed = {
  ...small,
  customers: [...(small.customers ?? []).slice(150), ...(manyPeople(350, 0).customers ?? []).slice(300)].map(
    (row, index) => ({ ...row, name: index % 2 === 0 ? '李四' : '张三' }),
  ),
}

test('wherever an import is cancelled, the branch is as it was before', { timeout: TIMEOUT_MS }, async () => {
  await branch.load(small)
  const before = databaseImage(branch.engine.connection)
  const profile = branch.folder.write(changed)
  let stepsOfAWholeRun = 0
  const whole = await runImport(branch.engine, profile, branch.folder.path, {
    onStep: () => stepsOfAWholeRun++,
  })
  await undoImport(branch.engine, whole.uid)
  expect(databaseImage(branch.engine.connection)).toEqual(before)
  await fc.assert(
    // The last step tells that the run is done; cancelling after that is too late.
    fc.asyncProperty(fc.nat({ max: stepsOfAWholeRun - 2 }), async (cancelAt) => {
      const stop = new AbortController()
      const onStep = (_: unknown, index: number) => {
        if (index === cancelAt) stop.abort()
      }
      const sheet = await runImport(branch.engine, profile, branch.folder.path, {
        signal: stop.signal,
        onStep,
      })
      // Between the last person's summary and the end nobody asks for the button any more.
      if (sheet.state === 'done') await undoImport(branch.engine, sheet.uid)
      else expect([sheet.state, sheet.error]).toEqual(['cancelled', 'imports.cancelled'])
      expect(databaseImage(branch.engine.connection)).toEqual(before)
    }),
    { numRuns: 12 },
  )
})

test('a cancelled import leaves no reject file', async () => {
  const stop = new AbortController()
  const profile = branch.folder.write({
    customers: [
      { key: 'C1', name: '' },
      { key: 'C2', name: '李明' },
    ],
  })
  await runImport(branch.engine, profile, branch.folder.path, {
    signal: stop.signal,
    onStep: () => stop.abort(),
  })
  expect(readdirSync(branch.engine.folder).filter((name) => name.startsWith('rejects'))).toEqual([])
})

test('tellers write between two steps of an import', async () => {
  await branch.load(manyPeople(1, 0))
  const uid = branch.engine.connection.statement<{ uid: string }>('SELECT uid FROM customer').get()?.uid ?? ''
  let flags = 0
  const sheet = await runImport(branch.engine, branch.folder.write(manyPeople(600, 2)), branch.folder.path, {
    onStep: () => {
      branch.engine.run('intents.flag', { customerUid: uid, product: 'deposit', level: 'low' })
      expect(branch.engine.connection.pragma('synchronous')).toBe(2)
      flags++
    },
  })
  expect(sheet.state).toBe('done')
  expect(flags).toBeGreaterThan(5)
  expect(countOf(branch.engine.connection, 'intent_evidence')).toBe(flags)
})

test('a second import is refused while one runs, and leaves it alone', async () => {
  const profile = branch.folder.write(manyPeople(300, 1))
  let refusals = 0
  const sheet = await runImport(branch.engine, profile, branch.folder.path, {
    onStep: (step, index) => {
      if (index !== 1 || step.progress === null) return
      void runImport(branch.engine, profile, branch.folder.path).catch((error: Error) => {
        expect(error.message).toBe('imports.alreadyRunning')
        refusals++
      })
    },
  })
  await expect.poll(() => refusals).toBe(1)
  expect(sheet.entities.customers?.added).toBe(300)
})

test('a full disk takes the import back, and says so', async () => {
  await branch.load(manyPeople(50, 1))
  const before = databaseImage(branch.engine.connection)
  const pages = Number(branch.engine.connection.pragma('page_count'))
  branch.engine.connection.pragma(`max_page_count=${pages + 20}`)
  const profile = branch.folder.write(manyPeople(2_000, 3))
  await expect(runImport(branch.engine, profile, branch.folder.path)).rejects.toThrowError()
  const [last] = branch.engine.run('imports.list', {})
  expect([last?.state, last?.error]).toEqual(['failed', 'engine.diskFull'])
  expect(databaseImage(branch.engine.connection)).toEqual(before)
  expect(branch.engine.connection.pragma('integrity_check')).toBe('ok')
})

/** Imports in a process of its own, and kills it when it has told that many steps. */
async function killedAfter(steps: number): Promise<void> {
  const child = spawn(process.execPath, [CHILD, branch.engine.folder, branch.folder.path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = 0
  for await (const _line of createInterface({ input: child.stdout })) {
    if (++told < steps) continue
    child.kill('SIGKILL')
    break
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

test('an import whose process is killed is taken back at the next start', {
  timeout: TIMEOUT_MS,
}, async () => {
  await branch.load(small)
  const before = databaseImage(branch.engine.connection)
  branch.folder.write(manyPeople(3_000, 4))
  for (const steps of [1, 9, 17, 30, 42]) {
    await killedAfter(steps)
    expect(countOf(branch.engine.connection, `import_run WHERE state = 'running'`)).toBe(1)
    expect(await recoverImports(branch.engine)).toEqual({ rolledBack: 1 })
    const [last] = branch.engine.run('imports.list', {})
    expect([last?.state, last?.error]).toEqual(['failed', 'imports.interrupted'])
    expect(databaseImage(branch.engine.connection)).toEqual(before)
    expect(branch.engine.connection.pragma('integrity_check')).toBe('ok')
  }
  expect(await recoverImports(branch.engine)).toEqual({ rolledBack: 0 })
})

test('an import in another process is neither joined nor taken back while it lives', {
  timeout: TIMEOUT_MS,
}, async () => {
  const profile = branch.folder.write(manyPeople(3_000, 4))
  const child = spawn(process.execPath, [CHILD, branch.engine.folder, branch.folder.path, 'pause'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })
  await once(lines, 'line')
  expect(await recoverImports(branch.engine)).toEqual({ rolledBack: 0 })
  await expect(runImport(branch.engine, profile, branch.folder.path)).rejects.toThrowError(
    'imports.alreadyRunning',
  )
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await recoverImports(branch.engine)).toEqual({ rolledBack: 1 })
  expect(countOf(branch.engine.connection, 'customer')).toBe(0)
  expect(existsSync(branch.folder.path)).toBe(true)
})

test('an undo that is killed is finished at the next start, for those too whose rows were gone by then', async () => {
  await branch.load(manyPeople(300, 0))
  const before = databaseImage(branch.engine.connection)
  const profile = branch.folder.write({ transactions: manyPeople(300, 2).transactions ?? [] })
  const sheet = await runImport(branch.engine, profile, branch.folder.path)
  branch.engine.connection.script(
    `UPDATE import_run SET state = 'running', activity = 'undoing', kept_rows = 400 WHERE uid = '${sheet.uid}';
     DELETE FROM txn WHERE customer_id <= 100`,
  )
  expect(await recoverImports(branch.engine)).toEqual({ rolledBack: 1 })
  const [last] = branch.engine.run('imports.list', {})
  expect([last?.uid, last?.state, last?.keptRows]).toEqual([sheet.uid, 'undone', 0])
  // Whoever is the first to sign in after the crash did not do it.
  const [link] = branch.engine.run('audit.list', {})
  expect(link).toMatchObject({ action: 'imports.undo', staffNo: SYSTEM_NO })
  expect(databaseImage(branch.engine.connection)).toEqual(before)
})
