import { expect, test } from 'vitest'
import { closedChannelsOf } from '../../../../src/renderer/shared/person/person-dialogs.tsx'
import { CHANNELS } from '../../../../src/shared/domain/work/contact.ts'

const ON = '2026-11-01'

test('a refused channel is closed and no other', () => {
  expect(closedChannelsOf([{ kind: 'opted-out', channel: 'sms', on: ON }])).toEqual(['sms'])
})

test('who refused all marketing can still be spoken to face to face', () => {
  const closed = closedChannelsOf([{ kind: 'opted-out', channel: 'all', on: ON }])
  expect(closed).toEqual(CHANNELS.filter((channel) => channel !== 'face'))
})

test('a missing assessment closes no channel: the way to a new one begins with a call', () => {
  expect(closedChannelsOf([{ kind: 'assessment-expired', on: null }])).toEqual([])
})
