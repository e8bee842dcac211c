import { expect, test } from 'vitest'
import { sheetHead } from '../../../src/main/shell/sheet-head.ts'
import type { DailySheet } from '../../../src/shared/contract/followups.ts'

const SHEET: DailySheet = {
  print: {
    printNo: 12,
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
    '请于 2026-11-27 前销毁',
    /第 <span class="pageNumber"><\/span> \/ <span class="totalPages"><\/span> 页/,
  ],
  [
    'en',
    'Daily follow-up list 2026-11-20',
    'shred by 2026-11-27',
    /page <span class="pageNumber"><\/span> \/ <span class="totalPages"><\/span>/,
  ],
] as const)('head and foot speak the language of the sheet: %s', (language, title, shred, pages) => {
  const head = sheetHead(SHEET, language)
  expect(head.header).toContain(title)
  expect(head.footer).toContain(shred)
  expect(head.footerHtml).toMatch(pages)
})

test('names stand in the head as text, whatever they hold', () => {
  const { headerHtml } = sheetHead(SHEET, 'zh-CN')
  expect(headerHtml).toContain('&lt;b&gt;何静怡&lt;/b&gt;')
  expect(headerHtml).toContain('城东 &amp; 城西网点')
})
