import { type QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Bridge } from '../../../src/shared/contract/bridge.ts'
import type { EngineReadName, InputOf, ResultOf } from '../../../src/shared/contract/index.ts'
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/branch/settings.ts'
import type { ProductCode } from '../../../src/shared/domain/customer/products.ts'
import { FOUNDER, found, type House, openHouse } from '../../support/router/open-house.ts'
import { ALL_DUE_ON, furnish } from '../../support/router/standing.ts'

/** A window's own bridge and query client over a real main process; only its screens are missing. */
interface Window {
  readonly client: QueryClient
  /** A mounted screen's query: how often it was asked, and its last answer. */
  show<N extends EngineReadName>(name: N, input: InputOf<N>): Promise<Shown<ResultOf<N>>>
}

interface Shown<Answer> {
  readonly answer: () => Answer | undefined
  readonly asked: () => number
}

let house: House
let shown: Window
const listeners: { readonly topic: string; readonly hear: (message: unknown) => void }[] = []
const mounted: (() => void)[] = []

beforeAll(async () => {
  house = openHouse({
    hear: (topic, message) => {
      for (const each of listeners) if (each.topic === topic) each.hear(message)
    },
  })
  await found(house, 'demo')
  await furnish(house)
  shown = await openWindow()
})
afterEach(() => {
  for (const unmount of mounted.splice(0)) unmount()
  shown.client.clear()
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await house.close()
})

async function openWindow(): Promise<Window> {
  const on: Bridge['on'] = (topic, hear) => {
    listeners.push({ topic, hear: (message) => hear(message as never) })
    return () => {}
  }
  vi.stubGlobal('window', { huiyan: { on } })
  const { createQueryClient } = await import('../../../src/renderer/ipc/operations.ts')
  const client = createQueryClient()
  return {
    client,
    show: async (name, input) => {
      let asked = 0
      const observer = new QueryObserver(client, {
        queryKey: [name, input],
        queryFn: () => {
          asked += 1
          return house.get(name, input)
        },
      })
      mounted.push(observer.subscribe(() => {}))
      await expect.poll(() => observer.getCurrentResult().isSuccess).toBe(true)
      return { answer: () => observer.getCurrentResult().data, asked: () => asked }
    },
  }
}

test('a list of intents on the screen fades with a setting that is saved elsewhere', async () => {
  const intents = await shown.show('intents.list', {})
  const routes = await shown.show('referrals.routes', {})
  const levels = () => intents.answer()?.rows.map(({ intent }) => intent.currentLevel)
  const before = intents.answer()
  expect(levels()).toContain('high')
  await house.get('settings.save', { settings: { ...DEFAULT_SETTINGS, decayDays: 1 } })
  await expect.poll(() => intents.asked()).toBe(2)
  await expect.poll(() => intents.answer()).toEqual(await house.get('intents.list', {}))
  expect(intents.answer()).not.toEqual(before)
  expect(levels()).toContain('faded')
  // What does not go by the settings is left alone.
  expect(routes.asked()).toBe(1)
})

test('a follow-up list on the screen has one person where two records were merged', async () => {
  const { pairs } = await house.get('customers.duplicates', {})
  const [pair] = pairs
  if (pair === undefined) throw new Error('the extract brings people twice')
  const uids = [pair.left.uid, pair.right.uid]
  await mine(pair.left.uid, 'fund')
  await mine(pair.right.uid, 'loan')
  const asked = { asOf: ALL_DUE_ON }
  const list = await shown.show('followups.list', asked)
  const people = () =>
    new Set(
      list.answer()?.rows.flatMap(({ customer }) => (uids.includes(customer.uid) ? [customer.uid] : [])),
    )
  expect(people()).toEqual(new Set(uids))
  const { keptUid } = await house.get('customers.decideDuplicate', { pairUid: pair.uid, decision: 'same' })
  await expect.poll(people).toEqual(new Set([keptUid]))
  expect(list.answer()).toEqual(await house.get('followups.list', asked))
})

/** An intent that stands on the list of whoever is signed in. */
async function mine(customerUid: string, product: ProductCode): Promise<void> {
  const { intent } = await house.get('intents.flag', { customerUid, product, level: 'high' })
  await house.get('intents.reassign', { intentUid: intent.uid, ownerNo: FOUNDER.no })
}
