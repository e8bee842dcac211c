import type { TFunction } from 'i18next'
import { expect, test } from 'vitest'
import { plainWords, stepWords } from '../../../src/renderer/shared/undo/step-words.ts'
import type { DoneStep } from '../../../src/shared/contract/undo.ts'
import { mix32 } from '../../../src/shared/demo/random.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'
import { VISIT_MOVES } from '../../../src/shared/domain/lobby/visit.ts'
import { addPerson, LOBBY, openCounter, RM } from '../../support/intents/counter-branch.ts'
import { save } from '../../support/leads/lobby-branch.ts'
import { assess } from '../../support/prompts/serving.ts'
import { chinese, english } from '../../support/renderer/chinese.ts'
import { askingOf, type Draw, UNDOABLE } from '../../support/undo/undoable-day.ts'

const DAYS = 24
const STEPS = 40

/** Steps of one day in the branch that can be taken back, as the window is told of them. */
function stepsOfDay(seed: number): readonly DoneStep[] {
  const engine = openCounter('2026-11-20')
  try {
    const people = [
      addPerson(engine, { ownerNo: RM.no, tier: 'high-net-worth', birthOn: '1980-11-20' }),
      addPerson(engine),
      addPerson(engine),
    ]
    for (const person of people) assess(engine, person)
    save(engine, { surname: '钱', phoneTail: '0001' })
    const wish = { product: 'wealth', toNo: RM.no, level: 'mid', reason: '想了解大额存单' } as const
    engine.run('referrals.offer', { customerUid: people[2]?.uid ?? '', ...wish }, LOBBY)
    // Somebody with two tickets, or there is hardly ever anybody to part.
    const who = { kind: 'customer', customerUid: people[1]?.uid ?? '' } as const
    for (const ticket of ['A002', 'A003'])
      engine.run('lobby.arrive', { ticket, business: 'cash', who }, LOBBY)
    const draw = drawerOf(seed)
    return Array.from({ length: STEPS }).flatMap(() => {
      engine.sources.at += 1_000
      const asking = askingOf(engine, people, draw)
      if (asking === undefined) return []
      try {
        engine.run(asking.name, asking.input, asking.staff)
      } catch (error) {
        if (error instanceof AppError) return []
        throw error
      }
      const newest = engine.run('undo.newest', {}, asking.staff)
      return newest?.action === asking.name ? [newest] : []
    })
  } finally {
    engine.close()
  }
}

/** The same choices for the same number, on every run. */
function drawerOf(seed: number): Draw {
  let word = seed
  return (from) => {
    word = mix32(word)
    return from[word % Math.max(1, from.length)]
  }
}

/** A name in the program, or a text that is missing: `lobby.part`, `tickets`, `undefined`. */
const NAME_IN_CHINESE = /[a-z]/
const NAME_IN_ENGLISH = /\p{Script=Han}|undefined|[a-z]\.[a-z]|(?<!We)(?<=[a-z])[A-Z]/u

/** What somebody typed stands in its own language. */
const withoutTyped = ({ action, detail }: DoneStep) => ({ action, detail: { ...detail, reason: null } })

test('X2: every step that can be taken back is told in words, in both languages', { timeout: 60_000 }, () => {
  const steps = Array.from({ length: DAYS }, (_, day) => stepsOfDay((day + 1) * 7_919)).flat()
  const told = (words: typeof stepWords, t: TFunction) => steps.map((step) => words(withoutTyped(step), t))
  for (const words of [stepWords, plainWords]) {
    expect(told(words, chinese).filter((text) => text === '' || NAME_IN_CHINESE.test(text))).toEqual([])
    expect(told(words, english).filter((text) => text === '' || NAME_IN_ENGLISH.test(text))).toEqual([])
  }
  // Without these nothing is said of an operation.
  const seen = new Set(steps.map(({ action }) => action))
  expect([...seen].sort()).toEqual([...UNDOABLE].sort())
})

test.each([
  ...VISIT_MOVES.map((move) => ({ action: 'lobby.advance', detail: { move } })),
  ...['customer', 'lead', 'stranger'].map((known) => ({ action: 'lobby.identify', detail: { known } })),
])('each of what $action may do has words of its own: $detail', (step) => {
  expect(stepWords(step, chinese)).not.toMatch(NAME_IN_CHINESE)
  expect(stepWords(step, english)).not.toMatch(NAME_IN_ENGLISH)
})

test('a sentence says each thing once', () => {
  const said = (action: string, detail: DoneStep['detail']) => stepWords({ action, detail }, chinese)
  expect(said('followups.note', {})).toBe('已记一条备注')
  expect(said('lobby.advance', { move: 'serve', state: 'serving' })).toBe('已开始服务')
  expect(said('referrals.withdraw', { state: 'withdrawn' })).toBe('转介已撤回')
  expect(said('leads.save', { leadUid: 'x', product: 'fund', level: 'low', newLead: false })).toBe(
    '已补充到原线索 · 基金 · 低',
  )
})
