import { describe, expect, test } from 'vitest'
import { stepSentence, stepWords, subjectWords } from '../../../../src/renderer/shared/undo/step-words.ts'
import { shanghaiTimeOfDay } from '../../../../src/renderer/ui/instants.ts'
import { OPERATION_NAMES, operationNamed } from '../../../../src/shared/contract/index.ts'
import { chinese, english } from '../../../support/renderer/chinese.ts'

/** One of the things that an operation may do, where its words depend on it. */
const WITH_WORDS: Readonly<Record<string, Readonly<Record<string, string | boolean>>>> = {
  'intents.flag': { created: true, product: 'wealth', level: 'high' },
  'leads.save': { newLead: true },
  'lobby.advance': { move: 'serve' },
  'lobby.identify': { known: 'customer' },
  'prompts.respond': { kind: 'keep-promise', response: 'accepted' },
}

const UNDOABLE = OPERATION_NAMES.filter((name) => operationNamed(name)?.undoable === true)

describe('the notice of a step (X2)', () => {
  test.each(UNDOABLE)('says what %s did in words and not by a key', (action) => {
    for (const t of [chinese, english]) {
      expect(stepWords({ action, detail: WITH_WORDS[action] ?? {} }, t)).not.toMatch(/^[a-z]+(\.[\w-]+)+/)
    }
  })

  test('names a stranger without a ticket by when they came', () => {
    // 09:40 in Shanghai.
    const arrivedAt = Date.UTC(2026, 10, 20, 1, 40)
    const subject = { kind: 'visitor', arrivedAt } as const
    const step = { action: 'lobby.advance', detail: { move: 'leave' }, at: arrivedAt, subject }
    expect(stepSentence(step, chinese)).toBe('09:40 到店的陌生客户 · 已离开')
    expect(shanghaiTimeOfDay(arrivedAt)).toBe('09:40')
  })

  test('names a lead by the end of its phone, or else by its ticket', () => {
    const lead = { kind: 'lead', surname: '李', title: 'ms' } as const
    expect(subjectWords({ ...lead, maskedPhone: '****5678', ticket: 'A017' }, chinese)).toBe('李女士 ·5678')
    expect(subjectWords({ ...lead, maskedPhone: null, ticket: 'A017' }, chinese)).toBe('李女士 · A017')
  })
})
