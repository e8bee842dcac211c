import { expect, test } from 'vitest'
import { ProgressMeter } from '../../../../src/main/features/imports/loading/session.ts'

test('rate and time left follow from the bytes read so far, over all files', () => {
  const meter = new ProgressMeter('run', 1_000, 10_000)
  meter.openFile('customers', 'a.csv')
  meter.readTo(200)
  meter.openFile('accounts', 'b.csv')
  meter.readTo(50)
  const told = meter.reading(500, 12_000)
  expect(told).toMatchObject({ entity: 'accounts', fileName: 'b.csv', bytesRead: 250, bytesTotal: 1_000 })
  expect([told.rowsPerSecond, told.secondsLeft]).toEqual([250, 6])
})

test('before the first byte and the first instant nothing is claimed', () => {
  const told = new ProgressMeter('run', 1_000, 10_000).reading(0, 10_000)
  expect([told.rowsPerSecond, told.secondsLeft]).toEqual([0, null])
})
