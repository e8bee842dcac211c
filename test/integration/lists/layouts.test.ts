import { expect, test } from 'vitest'
import { openCounter, RM, TELLER } from '../../support/intents/counter-branch.ts'

test('each keeps their own layout of a list, the last one that they chose', () => {
  const engine = openCounter('2026-11-23')
  const layout = { list: 'customers', columns: ['owner', 'reason'], sort: 'contact', reversed: true } as const
  engine.run('lists.saveLayout', { ...layout, columns: ['tier'], sort: 'value' }, RM)
  engine.run('lists.saveLayout', { ...layout, columns: [...layout.columns] }, RM)
  expect(engine.run('lists.layouts', {}, RM)).toEqual([layout])
  expect(engine.run('lists.layouts', {}, TELLER)).toEqual([])
  engine.connection.script(`UPDATE list_layout SET columns = '["of an older program"]'`)
  expect(engine.run('lists.layouts', {}, RM)).toEqual([])
  engine.close()
})
