import { expect, test } from 'vitest'
import { Bell, type KindCount, type Waiting } from '../../../src/main/scheduler/time-keeper.ts'
import { noticeLines } from '../../../src/main/shell/notice-words.ts'
import type { UnshownNotices } from '../../../src/shared/contract/internal/work.ts'

const WAITING: UnshownNotices = {
  unseen: 3,
  kinds: [{ kind: 'intent-overdue', count: 2 }],
  upToId: 7,
  quietUntil: null,
  serving: false,
}

/** A bell over an engine that answers with these notices and forgets them once they were shown. */
function bellOver(answer: { notices: UnshownNotices }, isServing = () => false) {
  const announced: (readonly KindCount[])[] = []
  const badges: number[] = []
  const waiting: Waiting = {
    unshown: async () => answer.notices,
    markShown: async () => {
      answer.notices = { ...answer.notices, kinds: [] }
    },
  }
  const announcer = {
    announce: (kinds: readonly KindCount[]) => announced.push(kinds),
    badge: (unseen: number) => badges.push(unseen),
  }
  return { bell: new Bell(waiting, announcer, isServing), announced, badges }
}

test('what was told is shown once, and the badge counts what was not seen', async () => {
  const { bell, announced, badges } = bellOver({ notices: WAITING })
  expect(await bell.dueAt()).toBe(0)
  await bell.run()
  expect(announced).toEqual([[{ kind: 'intent-overdue', count: 2 }]])
  expect(await bell.dueAt()).toBeNull()
  expect(badges).toEqual([3, 3])
})

test('F4: in the quiet hours it waits for their end', async () => {
  const { bell } = bellOver({ notices: { ...WAITING, quietUntil: 5_000 } })
  expect(await bell.dueAt()).toBe(5_000)
})

test('F4: while a customer is served, or 服务中 is on, it is held back and comes afterwards', async () => {
  const answer = { notices: { ...WAITING, serving: true } }
  let serving = false
  const { bell, announced } = bellOver(answer, () => serving)
  expect(await bell.dueAt()).toBeNull()
  serving = true
  answer.notices = WAITING
  expect(await bell.dueAt()).toBeNull()
  expect(announced).toEqual([])
  serving = false
  expect(await bell.dueAt()).toBe(0)
})

test('the system is told in numbers, the most urgent first, kinds that belong together as one', () => {
  const kinds: readonly KindCount[] = [
    { kind: 'morning', count: 1 },
    { kind: 'intent-overdue', count: 1 },
    { kind: 'intent-unattended', count: 1 },
    { kind: 'intent-high-risk', count: 1 },
  ]
  expect(noticeLines(kinds, 'zh-CN')).toEqual(['1 项跟进高风险，需要改派', '2 项跟进逾期', '今日待办已列好'])
  expect(noticeLines(kinds, 'en')).toEqual([
    '1 follow-up at high risk: reassign',
    '2 overdue follow-ups',
    'Today’s work is listed',
  ])
})
