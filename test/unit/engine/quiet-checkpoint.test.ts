import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { QuietCheckpoint } from '../../../src/main/engine/quiet-checkpoint.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A connection that counts its checkpoints; while the disk is full they fail. */
function countingConnection() {
  const asked: string[] = []
  const disk = { full: false }
  const pragma = (text: string) => {
    asked.push(text)
    if (disk.full) throw new Error('database or disk is full')
    return 0
  }
  return { asked, disk, pragma }
}

test('writes that follow one another are folded in once, when it has become quiet', () => {
  const connection = countingConnection()
  const checkpoint = new QuietCheckpoint(connection)
  for (let write = 0; write < 5; write++) {
    checkpoint.wrote()
    vi.advanceTimersByTime(400)
  }
  expect(connection.asked).toEqual([])
  vi.advanceTimersByTime(100)
  expect(connection.asked).toEqual(['wal_checkpoint(PASSIVE)'])
  vi.advanceTimersByTime(10_000)
  expect(connection.asked).toHaveLength(1)
})

test('a checkpoint that fails ends nothing, and is made up for after the next write', () => {
  const connection = countingConnection()
  const checkpoint = new QuietCheckpoint(connection)
  connection.disk.full = true
  checkpoint.wrote()
  expect(() => vi.advanceTimersByTime(500)).not.toThrow()
  connection.disk.full = false
  checkpoint.wrote()
  vi.advanceTimersByTime(500)
  expect(connection.asked).toHaveLength(2)
})

test('none comes after the file was closed', () => {
  const connection = countingConnection()
  const checkpoint = new QuietCheckpoint(connection)
  checkpoint.wrote()
  checkpoint.stop()
  vi.advanceTimersByTime(10_000)
  expect(connection.asked).toEqual([])
})
