import { expect, test } from 'vitest'
import { sheetHead } from '../../../src/main/shell/sheet-head.ts'
import type { DailySheet } from '../../../src/shared/contract/followups.ts'

const END = { seq: 1204, hash: '3f9a1c2b'.padEnd(64, '0'), at: 0 }

const SHEET: DailySheet = {
  print: {
    printNo: 12,
    kind: 'daily',
    ownerNo: '8003',
    ownerName: '<b>何静怡</b>',
    printedByNo: '8001',
    printedAt: 0,
    asOf: '2026-11-20',
    shredBy: '2026-11-27',
    rowCount: 1,
  },
  branchName: '城东 & 城西网点',
  demo: true,
  rows: [],
}

test.each([
  [
    'zh-CN',
    '每日跟进清单 2026-11-20',
    '请于 2026-11-27 前销毁 · 审计链尾 1204-3f9a1c2b',
    /第 <span class="pageNumber"><\/span> \/ <span class="totalPages"><\/span> 页/,
  ],
  [
    'en',
    'Daily follow-up list 2026-11-20',
    'shred by 2026-11-27 · audit ends at 1204-3f9a1c2b',
    /page <span class="pageNumber"><\/span> \/ <span class="totalPages"><\/span>/,
  ],
] as const)('head and foot speak the language of the sheet: %s', (language, title, shred, pages) => {
  const head = sheetHead(SHEET, language, END)
  expect(head.title).toContain(title)
  expect(head.headerHtml).toContain(title)
  expect(head.footerHtml).toContain(shred)
  expect(head.footerHtml).toMatch(pages)
})

test('names stand in the head as text, whatever they hold', () => {
  const { headerHtml } = sheetHead(SHEET, 'zh-CN', END)
  expect(headerHtml).toContain('&lt;b&gt;何静怡&lt;/b&gt;')
  expect(headerHtml).toContain('城东 &amp; 城西网点')
})

test('for a printer the same lines are part of every page', () => {
  const { pageCss } = sheetHead(SHEET, 'zh-CN', END)
  expect(pageCss).toContain('@top-left { content: "城东 & 城西网点（演示） 每日跟进清单 2026-11-20";')
  expect(pageCss).toContain(
    '@bottom-left { content: "含客户信息，请于 2026-11-27 前销毁 · 审计链尾 1204-3f9a1c2b";',
  )
  expect(pageCss).toContain('@bottom-right { content: "第 " counter(page) " / " counter(pages) " 页";')
})

test('no name ends the style or the text that it stands in', () => {
  const branchName = '"; } </style> \\ \n 网点'
  const { pageCss } = sheetHead({ ...SHEET, branchName }, 'zh-CN', END)
  expect(pageCss).toContain('content: "\\22 ; } \\3c /style> \\5c  \\a  网点（演示）')
})
