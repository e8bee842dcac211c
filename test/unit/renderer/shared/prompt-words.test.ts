import { describe, expect, test } from 'vitest'
import { answerOfKey, KEY_OF_ANSWER } from '../../../../src/renderer/shared/keys/prompt-keys.ts'
import { blockText, promptText } from '../../../../src/renderer/shared/words/prompt-text.ts'
import { acceptanceRate, PROMPT_RESPONSES } from '../../../../src/shared/domain/prompts/prompt-history.ts'
import type { Prompt } from '../../../../src/shared/domain/prompts/prompts.ts'
import { chinese } from '../../../support/renderer/chinese.ts'

const TODAY = '2026-11-20'
const saying = (kind: Prompt['kind'], reason: Prompt['reason']) =>
  promptText(
    { kind, reason, priority: 0, script: 'wealth-talk', product: null, marketing: true },
    TODAY,
    chinese,
  )

describe('a prompt says why and since when', () => {
  test('repeated enquiries, as the trade writes them', () => {
    expect(saying('wealth-enquiries', { on: '2026-11-11', count: 3 })).toBe('近90天咨询理财 3 次，最近 11-11')
  })

  test('a promise, due today or late', () => {
    expect(saying('promise-due', { on: TODAY, about: 'loan', overdue: false })).toBe(
      '今日约定跟进：贷款（11-20）',
    )
    expect(saying('promise-due', { on: '2026-11-18', about: 'loan', overdue: true })).toBe(
      '跟进已逾期：贷款，约定 11-18',
    )
  })

  test('a referral, waiting or out of time, with its year where that is another', () => {
    expect(saying('referral-open', { on: TODAY, about: 'card', overdue: false })).toBe(
      '转介待接：卡（11-20 转来）',
    )
    expect(saying('referral-open', { on: '2025-12-31', about: 'card', overdue: true })).toBe(
      '转介超时未接：卡（2025-12-31 转来）',
    )
  })
})

describe('a silence says why and since when', () => {
  test.each([
    [
      { kind: 'fatigue', on: '2026-11-19', times: 3, days: 30 },
      '不做营销：近 30 天已打扰 3 次（最近 11-19）',
    ],
    [{ kind: 'do-not-disturb', on: TODAY }, '不做营销：本次到访不打扰（11-20）'],
    [{ kind: 'not-now', prompt: 'large-cash', on: TODAY }, '暂不谈大额现金（11-20）'],
    [{ kind: 'refused', prompt: 'large-cash', on: TODAY }, '不再谈大额现金：客户 11-20 已拒绝'],
    [{ kind: 'complaint-open', on: '2026-11-11' }, '不做营销：11-11 的投诉未结'],
  ] as const)('%j', (block, text) => {
    expect(blockText(block, TODAY, chinese)).toBe(text)
  })
})

test('every answer has a key of its own, and no letter or digit is one: those are the flag pad’s', () => {
  for (const response of PROMPT_RESPONSES) expect(answerOfKey(KEY_OF_ANSWER[response])).toBe(response)
  for (const key of [...'abcdefghijklmnopqrstuvwxyz0123456789', 'Enter', 'Escape']) {
    expect(answerOfKey(key)).toBeNull()
  }
})

test('R3: a rate is given from twenty prompts on', () => {
  expect(acceptanceRate({ shown: 19, accepted: 19 })).toBeNull()
  expect(acceptanceRate({ shown: 20, accepted: 7 })).toBe(35)
})
