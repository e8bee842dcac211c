import { afterEach, describe, expect, test } from 'vitest'
import { HeldClock, type MortalEngine, openMortalEngine } from '../../support/engine/mortal-engine.ts'
import { HEAD } from '../../support/engine/open-engine.ts'

let mortal: MortalEngine
afterEach(() => mortal.close())

const staffNos = async () => (await mortal.engine.call('staff.list', {}, HEAD)).map(({ no }) => no)
const insert = (no: string) =>
  mortal.engine.internal('staff.insert', { no, name: '职员', role: 'teller' }, HEAD)

describe('a reader that dies', () => {
  test('is noticed by nobody: its question is asked again of another', async () => {
    mortal = await openMortalEngine()
    mortal.condemn('read')
    expect(await staffNos()).toEqual([HEAD.no])
    expect(mortal.notebook.ends).toEqual([{ mode: 'reader', cause: 'exit' }])
  })

  test('is never asked again itself, and blocks no read of those that follow', async () => {
    mortal = await openMortalEngine()
    mortal.condemn('read')
    const answers = await Promise.all(Array.from({ length: 12 }, () => staffNos()))
    expect(new Set(answers.flat())).toEqual(new Set([HEAD.no]))
  })

  test('is started again: where there is only one, the read waits for the new one', async () => {
    mortal = await openMortalEngine({ readers: 1 })
    mortal.condemn('read')
    expect(await staffNos()).toEqual([HEAD.no])
    expect(await staffNos()).toEqual([HEAD.no])
  })

  test('a question that every reader dies of is refused after the second, and the others still get their answers', async () => {
    mortal = await openMortalEngine()
    mortal.condemn('read', 2)
    await expect(staffNos()).rejects.toThrowError('engine.stopped')
    expect(mortal.notebook.ends).toHaveLength(2)
    expect(await mortal.engine.call('session.whoami', {}, HEAD)).toEqual(HEAD)
    expect(mortal.writer).toEqual([])
  })
})

describe('a writer that dies', () => {
  test('in the middle of a write leaves no trace of it; the write is refused, the next one is done by a new writer', async () => {
    mortal = await openMortalEngine({ readers: 1 })
    mortal.condemn('write')
    await expect(insert('1001')).rejects.toMatchObject({ code: 'engine.stopped' })
    expect(await staffNos()).toEqual([HEAD.no])
    await insert('1002')
    expect(await staffNos()).toEqual(['1002', HEAD.no].toSorted())
    expect(mortal.writer).toEqual(['lost', 'back'])
  })

  test('refuses what waited behind it, because nobody knows what became of it', async () => {
    mortal = await openMortalEngine({ readers: 1 })
    mortal.condemn('write')
    const writes = await Promise.allSettled([insert('1001'), insert('1002')])
    expect(writes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })

  test('of an error that nobody caught is reported with its lines and without its message', async () => {
    mortal = await openMortalEngine({ readers: 1 })
    mortal.condemn('write-uncaught')
    await insert('1001')
    await expect.poll(() => mortal.notebook.ends).toEqual([{ mode: 'writer', cause: 'TypeError' }])
    const [failure] = mortal.notebook.failures
    expect(failure).toMatchObject({ code: 'engine.stopped', error: 'TypeError' })
    expect(failure?.stack[0]).toContain('test/support/engine/mortal-worker.ts')
    expect(JSON.stringify(failure)).not.toContain('张伟')
    await insert('1002')
    expect(await staffNos()).toContain('1001')
  })

  test('again and again is left alone for a while: refused at once, and tried again later', async () => {
    const clock = new HeldClock()
    mortal = await openMortalEngine({ clock, readers: 1 })
    mortal.condemn('write')
    mortal.condemn('start', 3)
    await expect(insert('1001')).rejects.toMatchObject({ code: 'engine.stopped' })
    const held = insert('1002')
    for (const expected of [250, 1_000]) {
      await expect.poll(() => clock.waiting).toBe(1)
      clock.pass(expected)
    }
    // The fourth death: whoever waited is refused now, and so is whoever asks.
    await expect(held).rejects.toMatchObject({ code: 'engine.stopped' })
    await expect(insert('1003')).rejects.toMatchObject({ code: 'engine.stopped' })
    expect(await staffNos()).toEqual([HEAD.no])
    clock.pass(30_000)
    await expect.poll(() => mortal.writer.at(-1)).toBe('back')
    await insert('1004')
    expect(await staffNos()).toContain('1004')
  })

  test('a pool whose writer rests can be closed', async () => {
    const clock = new HeldClock()
    mortal = await openMortalEngine({ clock, readers: 1 })
    mortal.condemn('write')
    mortal.condemn('start', 1)
    await expect(insert('1001')).rejects.toThrow()
    await expect.poll(() => clock.waiting).toBe(1)
    await mortal.engine.close()
    await expect(insert('1002')).rejects.toMatchObject({ code: 'engine.stopped' })
  })
})

describe('what the engine tells about itself', () => {
  test('a bug in a handler is told with its operation, code, error and lines, and with no value', async () => {
    mortal = await openMortalEngine({ readers: 1 })
    mortal.condemn('write-bug')
    await expect(insert('1001')).rejects.toMatchObject({ code: 'engine.internal' })
    const [failure] = mortal.notebook.failures
    expect(failure).toMatchObject({ operation: 'staff.insert', code: 'engine.internal', error: 'TypeError' })
    expect(failure?.stack[0]).toContain('test/support/engine/mortal-worker.ts')
    expect(failure?.stack.join()).toContain('src/main/engine/runner.ts')
    expect(JSON.stringify(failure)).not.toMatch(/张伟|职员|1001/)
  })

  test('an ordinary refusal is told to whoever asked, and to nobody else', async () => {
    mortal = await openMortalEngine({ readers: 1 })
    await insert('1001')
    await expect(insert('1001')).rejects.toMatchObject({ code: 'staff.numberTaken' })
    expect(mortal.notebook.failures).toEqual([])
  })

  test('every call is counted under its name with the time that its thread took for it', async () => {
    mortal = await openMortalEngine({ readers: 1 })
    await staffNos()
    await insert('1001')
    expect(mortal.notebook.calls.map(({ operation }) => operation)).toEqual([
      'branch.create',
      'staff.list',
      'staff.insert',
    ])
    for (const { timing } of mortal.notebook.calls) {
      expect(timing.steps).toBe(1)
      expect(timing.totalMs).toBeGreaterThan(0)
      expect(timing.slowestMs).toBe(timing.totalMs)
    }
  })
})
