import { afterEach, beforeEach, expect, test } from 'vitest'
import { maskedFields } from '../../../src/main/features/customers/panel/fields.ts'
import { rowsOf, sql } from '../../support/engine/builder.ts'
import { openEngine, type TestEngine } from '../../support/engine/open-engine.ts'

let engine: TestEngine
beforeEach(() => {
  engine = openEngine()
})
afterEach(() => engine.close())

test('numbers and the own name in fields written by hand are masked like everywhere else', () => {
  engine.connection.script(`
    INSERT INTO customer (uid, customer_no, name, pinyin, initials, family, hobbies, leaning, source, as_of, created_at, updated_at)
      VALUES ('c1', 'C1', '单雨桐', 'shanyutong', 'syt', '配偶电话 10012345678', '爱下棋', '单雨桐想买国债,电话 10012345678', 'extract', '2026-11-20', 1, 1)
  `)
  const shown = JSON.stringify(
    maskedFields(rowsOf(engine.connection, sql.selectFrom('customer').selectAll())),
  )
  expect(shown).not.toContain('10012345678')
  expect(shown).not.toContain('单雨桐')
  expect(shown).toContain('想买国债')
  expect(shown).not.toMatch(/爱下棋|配偶/)
})
