import { describe, expect, test } from 'vitest'
import { firstPlace, type Step, takeStep } from '../../../../src/renderer/router/place.ts'

const placeAfter = (...steps: readonly Step[]) => steps.reduce(takeStep, firstPlace('head'))
const PERSON = '018f0000-0000-7000-8000-000000000001'

describe('where a step leads', () => {
  test('the first screen is the first of the role’s rail', () => {
    expect(firstPlace('teller').screen).toBe('lobby')
    expect(firstPlace('admin').screen).toBe('imports')
  })

  test('a person is shown beside the list that one is in', () => {
    const place = placeAfter({ to: 'screen', screen: 'intents' }, { to: 'person', customerUid: PERSON })
    expect(place).toMatchObject({ screen: 'intents', customerUid: PERSON })
  })

  test('a person chosen where there is no room for one opens the customers', () => {
    const place = placeAfter({ to: 'screen', screen: 'settings' }, { to: 'person', customerUid: PERSON })
    expect(place.screen).toBe('customers')
  })

  test('choosing the same person again counts, closing the panel does not', () => {
    const again = placeAfter({ to: 'person', customerUid: PERSON }, { to: 'person', customerUid: PERSON })
    expect(again.choices).toBe(2)
    expect(takeStep(again, { to: 'person', customerUid: null }).choices).toBe(2)
  })

  test('a search opens the customers, and its end stays where one is', () => {
    const found = placeAfter({ to: 'screen', screen: 'audit' }, { to: 'search', text: '王' })
    expect(found.screen).toBe('customers')
    expect(placeAfter({ to: 'screen', screen: 'audit' }, { to: 'search', text: '' }).screen).toBe('audit')
  })

  test('a scanned row waits in the follow-ups until it is taken up', () => {
    const scanned = placeAfter({ to: 'barcode', barcode: 'HY0000120311' })
    expect(scanned).toMatchObject({ screen: 'followups', barcode: 'HY0000120311' })
    expect(takeStep(scanned, { to: 'barcode', barcode: null })).toMatchObject({ barcode: null })
  })

  test('the help lies over the screen and leaves the place under it as it was', () => {
    const place = placeAfter({ to: 'screen', screen: 'intents' }, { to: 'person', customerUid: PERSON })
    const helped = takeStep(place, { to: 'help', open: true })
    expect(helped).toEqual({ ...place, helpOpen: true })
    expect(takeStep(helped, { to: 'help', open: false })).toEqual(place)
  })

  test('asking for the printed list opens the follow-ups', () => {
    expect(placeAfter({ to: 'print', asked: true })).toMatchObject({ screen: 'followups', printAsked: true })
  })
})
