import { describe, expect, test } from 'vitest'
import { actionWords, shortUid } from '../../../../src/renderer/shared/words/audit-words.ts'
import { actorWords, detailWords } from '../../../../src/renderer/shared/words/detail-words.ts'
import type { AuditEntry } from '../../../../src/shared/contract/audit.ts'
import { SYSTEM_NO } from '../../../../src/shared/domain/branch/actor.ts'
import { CATALOGUES } from '../../../../src/shared/locale/index.ts'
import { AUDITED_ACTIONS } from '../../../support/contract/audited-actions.ts'
import { chinese } from '../../../support/renderer/chinese.ts'

function entry(action: string, detail: AuditEntry['detail']): AuditEntry {
  return { seq: 1, at: 0, staffNo: '8001', staffName: '演示', action, customerUid: null, detail }
}

const words = (action: string, detail: AuditEntry['detail']) => detailWords(entry(action, detail), chinese)

describe('what was done', () => {
  test.each(AUDITED_ACTIONS)('%s has words', (action) => {
    expect(actionWords(action, chinese)).toMatch(/\p{Script=Han}/u)
  })

  test('no words are kept for an action that there is not', () => {
    const worded = Object.entries(CATALOGUES['zh-CN'].audit.action).flatMap(([feature, actions]) =>
      Object.keys(actions).map((action) => `${feature}.${action}`),
    )
    expect(worded.sort()).toEqual([...AUDITED_ACTIONS].sort())
  })

  test('an action without words is shown by its code', () => {
    expect(actionWords('queue.arrive', chinese)).toBe('queue.arrive')
  })
})

describe('what else the entry says', () => {
  test('a reveal says what was seen and why', () => {
    expect(words('customers.reveal', { group: 'phone', reason: '核对客户身份' })).toEqual([
      '手机',
      '原因：核对客户身份',
    ])
  })

  test('the same name means another thing in another action', () => {
    expect(words('intents.close', { outcome: 'lost' })).toEqual(['未成交'])
    expect(words('followups.record', { outcome: 'no-answer' })).toEqual(['未接通'])
    expect(words('customers.decideDuplicate', { reason: 'same-phone' })).toEqual(['原因：手机号相同'])
  })

  test('what happened in the lobby is said as the lobby says it', () => {
    const arrived = { outcome: 'arrived', business: 'cash', source: 'hand', known: 'stranger' }
    expect(words('lobby.arrive', arrived)).toEqual(['已到店', '现金', '手工登记', '陌生客户'])
    expect(words('lobby.advance', { move: 'serve', state: 'serving' })).toEqual(['服务', '服务中'])
    expect(words('lobby.firstContact', { kind: 'clue', product: 'fund' })).toEqual(['顺带一问', '基金'])
    expect(words('lobby.firstContact', { kind: 'do-not-disturb', on: true })).toEqual(['不打扰', '请勿打扰'])
  })

  test('yes and no are said by what they mean', () => {
    expect(words('staff.activate', { no: '80021', active: false })).toEqual(['工号 80021', '停用'])
  })

  test('changed settings are named as the settings screen names them', () => {
    expect(words('settings.save', { changed: 'cadence tierLines decayDays' })).toEqual([
      '跟进节奏、客户等级线、无新动静降一级',
    ])
  })

  test('amounts are grouped, names of things are not', () => {
    expect(words('imports.run', { rows: 201623 })).toEqual(['201,623 行'])
    expect(words('settings.importNotice', { year: 2027 })).toEqual(['2027 年'])
  })

  test('nothing is left out for want of words', () => {
    expect(words('queue.arrive', { ticket: 'A017', vip: true, gone: null })).toEqual([
      'ticket: A017',
      'vip: true',
    ])
    expect(words('intents.close', { outcome: 'unheard-of' })).toEqual(['unheard-of'])
  })
})

test('uids made in the same moment can be told apart by what is shown of them', () => {
  const one = shortUid('01a20276-8cca-7589-a293-d5df58085b09')
  expect(one).toBe('…58085b09')
  expect(shortUid('01a20276-8cca-7589-a293-d5df58085b10')).not.toBe(one)
})

test('who did it: somebody by number and name, or the program by itself', () => {
  expect(actorWords({ staffNo: '1001', staffName: '孙甜' }, chinese)).toBe('1001 孙甜')
  expect(actorWords({ staffNo: SYSTEM_NO, staffName: '' }, chinese)).toBe('系统')
})
