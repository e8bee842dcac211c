import { describe, expect, test } from 'vitest'
import { firstPlace, type Place, type Step, takeStep } from '../../../../src/renderer/router/place.ts'
import { waitingOf } from '../../../../src/renderer/router/requests.ts'
import type { ScreenName } from '../../../../src/shared/domain/branch/function-codes.ts'

const WITHOUT_PEOPLE: readonly ScreenName[] = ['settings', 'audit']
const listsPeople = (screen: ScreenName) => !WITHOUT_PEOPLE.includes(screen)
const placeFrom = (place: Place, ...steps: readonly Step[]) =>
  steps.reduce((before, step) => takeStep(before, step, listsPeople), place)
const placeAfter = (...steps: readonly Step[]) => placeFrom(firstPlace('head'), ...steps)
const asked = (place: Place) => place.requests.map(({ request }) => request)
const PERSON = '018f0000-0000-7000-8000-000000000001'

describe('where a step leads', () => {
  test('the first screen is the first of the role’s rail', () => {
    expect(firstPlace('teller').screen).toBe('home')
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

  test('the person stays chosen while another screen is looked at', () => {
    const place = placeAfter({ to: 'person', customerUid: PERSON }, { to: 'screen', screen: 'audit' })
    expect(place).toMatchObject({ screen: 'audit', customerUid: PERSON })
  })

  test('a row of somebody else closes the person on the right, and the place beside the list stays', () => {
    const opened = placeAfter({ to: 'person', customerUid: PERSON })
    expect(placeFrom(opened, { to: 'row' })).toMatchObject({ customerUid: null, besideOpen: true })
    const nobody = placeAfter({ to: 'screen', screen: 'intents' })
    expect(placeFrom(nobody, { to: 'row' })).toBe(nobody)
    expect(placeFrom(opened, { to: 'person', customerUid: null })).toMatchObject({ besideOpen: false })
    // The cursor went on by itself, and somebody else was opened meanwhile.
    expect(placeFrom(opened, { to: 'row', from: 'another' })).toBe(opened)
    expect(placeFrom(opened, { to: 'row', from: PERSON }).customerUid).toBeNull()
  })

  test('whoever looks for somebody else is done with the person on the right', () => {
    const place = placeAfter({ to: 'person', customerUid: PERSON }, { to: 'search', text: '王' })
    expect(place).toMatchObject({ customerUid: null, besideOpen: false })
  })

  test('a search opens the customers, and its end stays where one is', () => {
    const found = placeAfter({ to: 'screen', screen: 'audit' }, { to: 'search', text: '王' })
    expect(found).toMatchObject({ screen: 'customers', parameters: { customers: { searchText: '王' } } })
    const ended = placeAfter({ to: 'screen', screen: 'audit' }, { to: 'search', text: '' })
    expect(ended.screen).toBe('audit')
    expect(placeFrom(found, { to: 'search', text: '' }).parameters.customers.searchText).toBe('')
  })

  test('what was found stands there again after a look at another screen', () => {
    const place = placeAfter(
      { to: 'search', text: '王' },
      { to: 'screen', screen: 'intents' },
      { to: 'screen', screen: 'customers' },
    )
    expect(place.parameters.customers.searchText).toBe('王')
  })

  test('a section of the settings is kept while another screen is looked at', () => {
    const place = placeAfter(
      { to: 'route', route: { screen: 'settings', section: 'rules' } },
      { to: 'screen', screen: 'lobby' },
      { to: 'screen', screen: 'settings' },
    )
    expect(place).toMatchObject({ screen: 'settings', parameters: { settings: { section: 'rules' } } })
  })

  test('the evening check is over as soon as a screen is opened by its name', () => {
    const evening = placeAfter({ to: 'route', route: { screen: 'followups', view: 'evening' } })
    expect(evening).toMatchObject({ screen: 'followups', parameters: { followups: { view: 'evening' } } })
    expect(placeFrom(evening, { to: 'screen', screen: 'followups' }).parameters.followups.view).toBe('day')
    expect(placeFrom(evening, { to: 'screen', screen: 'lobby' }).parameters.followups.view).toBe('day')
  })

  test('referrals that were asked for by their view are the usual ones again once the screen is opened by its name', () => {
    const all = placeAfter({ to: 'route', route: { screen: 'referrals', view: 'all' } })
    expect(all).toMatchObject({ screen: 'referrals', parameters: { referrals: { view: 'all' } } })
    expect(placeFrom(all, { to: 'screen', screen: 'referrals' }).parameters.referrals).toEqual({})
  })

  test('a person is looked at during the evening check', () => {
    const place = placeAfter(
      { to: 'route', route: { screen: 'followups', view: 'evening' } },
      { to: 'person', customerUid: PERSON },
    )
    expect(place).toMatchObject({ screen: 'followups', parameters: { followups: { view: 'evening' } } })
  })
})

describe('what lies over a screen', () => {
  test('the help lies over the screen and leaves the place under it as it was', () => {
    const place = placeAfter({ to: 'screen', screen: 'intents' }, { to: 'person', customerUid: PERSON })
    const helped = placeFrom(place, { to: 'overlay', overlay: 'help', shown: true })
    expect(helped).toEqual({ ...place, overlays: ['help'] })
    expect(placeFrom(helped, { to: 'overlay', overlay: 'help', shown: false })).toEqual(place)
  })

  test('the prompts’ acceptance lies over the intents, wherever it was asked for', () => {
    const place = placeAfter(
      { to: 'screen', screen: 'lobby' },
      { to: 'overlay', overlay: 'acceptance', shown: true },
    )
    expect(place).toMatchObject({ screen: 'intents', overlays: ['acceptance'] })
    expect(placeFrom(place, { to: 'overlay', overlay: 'acceptance', shown: false }).screen).toBe('intents')
  })

  test('opened twice, it is closed by closing it once', () => {
    const twice: Step = { to: 'overlay', overlay: 'quick-lead', shown: true }
    const place = placeAfter(twice, twice)
    expect(place.overlays).toEqual(['quick-lead'])
    expect(placeFrom(place, { to: 'overlay', overlay: 'quick-lead', shown: false }).overlays).toEqual([])
  })

  test('closing one leaves the other open', () => {
    const place = placeAfter(
      { to: 'overlay', overlay: 'notices', shown: true },
      { to: 'overlay', overlay: 'help', shown: true },
      { to: 'overlay', overlay: 'notices', shown: false },
    )
    expect(place.overlays).toEqual(['help'])
  })
})

describe('what is asked for once', () => {
  test('a scanned row waits in the follow-ups until it is taken up', () => {
    const scanned = placeAfter({ to: 'request', request: { kind: 'row', barcode: 'HY0000120311' } })
    expect(scanned.screen).toBe('followups')
    const waiting = waitingOf(scanned.requests, 'row')
    expect(waiting?.request.barcode).toBe('HY0000120311')
    expect(placeFrom(scanned, { to: 'taken', id: waiting?.id ?? 0 }).requests).toEqual([])
  })

  test('a row scanned during the evening check is recorded there', () => {
    const place = placeAfter(
      { to: 'route', route: { screen: 'followups', view: 'evening' } },
      { to: 'request', request: { kind: 'row', barcode: 'HY0000120311' } },
    )
    expect(place.parameters.followups.view).toBe('evening')
  })

  test.each(['print-list', 'print-morning'] as const)('%s opens the follow-ups at the day', (kind) => {
    const place = placeAfter(
      { to: 'route', route: { screen: 'followups', view: 'evening' } },
      { to: 'screen', screen: 'audit' },
      { to: 'request', request: { kind } },
    )
    expect(place).toMatchObject({ screen: 'followups', parameters: { followups: { view: 'day' } } })
    expect(asked(place)).toEqual([{ kind }])
  })

  test('printing during the evening check goes back to the day’s list', () => {
    const place = placeAfter(
      { to: 'route', route: { screen: 'followups', view: 'evening' } },
      { to: 'request', request: { kind: 'print-list' } },
    )
    expect(place.parameters.followups.view).toBe('day')
  })

  test('an arrival opens the lobby, a lead the leads', () => {
    expect(placeAfter({ to: 'request', request: { kind: 'arrival' } }).screen).toBe('lobby')
    const lead = placeAfter({ to: 'request', request: { kind: 'lead', leadUid: PERSON } })
    expect(lead.screen).toBe('leads')
    expect(waitingOf(lead.requests, 'lead')?.request.leadUid).toBe(PERSON)
    expect(waitingOf(lead.requests, 'row')).toBeUndefined()
  })

  test('of two rows scanned before the first was taken up only the second waits', () => {
    const place = placeAfter(
      { to: 'request', request: { kind: 'row', barcode: 'HY0000120311' } },
      { to: 'request', request: { kind: 'row', barcode: 'HY0000120312' } },
    )
    expect(asked(place)).toEqual([{ kind: 'row', barcode: 'HY0000120312' }])
  })

  test('requests of different kinds wait side by side, and taking one leaves the other', () => {
    const place = placeAfter(
      { to: 'request', request: { kind: 'print-list' } },
      { to: 'request', request: { kind: 'arrival' } },
    )
    expect(asked(place)).toEqual([{ kind: 'print-list' }, { kind: 'arrival' }])
    const id = waitingOf(place.requests, 'print-list')?.id ?? 0
    expect(asked(placeFrom(place, { to: 'taken', id }))).toEqual([{ kind: 'arrival' }])
  })

  test('the same thing asked for again after it was taken up is another request', () => {
    const first = placeAfter({ to: 'request', request: { kind: 'print-list' } })
    const id = waitingOf(first.requests, 'print-list')?.id ?? 0
    const again = placeFrom(first, { to: 'taken', id }, { to: 'request', request: { kind: 'print-list' } })
    expect(waitingOf(again.requests, 'print-list')?.id).not.toBe(id)
  })

  test('choosing the same person again counts, closing the panel does not', () => {
    const choose: Step = { to: 'person', customerUid: PERSON }
    const [once, twice] = [placeAfter(choose), placeAfter(choose, choose)]
    expect(asked(twice)).toEqual([{ kind: 'enter-person' }])
    expect(twice.requests[0]?.id).not.toBe(once.requests[0]?.id)
    const closed = placeFrom(twice, { to: 'person', customerUid: null })
    expect(closed.requests).toEqual(twice.requests)
    expect(closed.customerUid).toBeNull()
  })

  test('coming back to one’s screen asks for nothing', () => {
    const chosen = placeAfter({ to: 'person', customerUid: PERSON })
    const taken = placeFrom(chosen, { to: 'taken', id: chosen.requests[0]?.id ?? 0 })
    const back = placeFrom(taken, { to: 'screen', screen: 'audit' }, { to: 'screen', screen: 'lobby' })
    expect(back.requests).toEqual([])
    expect(back.customerUid).toBe(PERSON)
  })
})
