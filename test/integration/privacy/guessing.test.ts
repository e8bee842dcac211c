import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { GUESSES_BETWEEN, TRIED_LATELY } from '../../../src/main/features/privacy/tried.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import { AppError } from '../../../src/shared/domain/branch/app-error.ts'
import { checkDigit } from '../../../src/shared/domain/text/identity-number.ts'
import { nameKeys } from '../../../src/shared/domain/text/person-name.ts'
import { type Added, BranchPeople } from '../../support/customers/branch-people.ts'
import { HEAD } from '../../support/engine/open-engine.ts'
import { GuardedDoor } from '../../support/privacy/guarded-door.ts'

const MINUTE_MS = 60_000
const FRONT = '139'
const TAIL = '5678'
/** People whose phones look the same behind the mask, among them the victim. */
const CROWD = ['0417', '2290', '3865', '5551', '7726', '9038'] as const
const BORN = '1980-05-17'
const CARD = '6299991234560002345'

let branch: BranchPeople
let people: Added[]
let hired = 0
beforeEach(() => {
  branch = new BranchPeople()
  people = CROWD.map((hidden, index) =>
    branch.add({
      name: `王建${'甲乙丙丁戊己'[index]}`,
      phone: FRONT + hidden + TAIL,
      birthOn: BORN,
      idNumber: idOf(String(30_102 + index)),
    }),
  )
  branch.card(people[0]?.id ?? 0, CARD)
  branch.refresh()
})
afterEach(() => branch.close())

/** A resident number of another region with the same first character, birth date and last four. */
function idOf(region: string): string {
  for (let serial = 0; serial < 1_000; serial++) {
    const first17 = `3${region}${BORN.replaceAll('-', '')}${String(serial).padStart(3, '0')}`
    if (checkDigit(first17) === '7') return first17 + checkDigit(first17)
  }
  throw new Error('no such number')
}

/** Of somebody of another birth date. */
function strangersId(index: number): string {
  const id = idOf(String(50_000 + index))
  return `${id.slice(0, 6)}19920202${id.slice(14)}`
}

function hire(): SessionStaff {
  const staff = { no: String(2001 + hired++), name: '孙甜', role: 'teller' } as const
  branch.engine.runner.run('staff.insert', staff, HEAD)
  return staff
}

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'ok',
    (error: unknown) => (error instanceof AppError ? error.code : String(error)),
  )
const later = (minutes: number) => {
  branch.engine.sources.at += minutes * MINUTE_MS
}
const page = () => branch.engine.run('privacy.day', {})
const isAskedAbout = ({ no }: SessionStaff) =>
  page().questions.some(({ kind, staffNo }) => kind === 'guesses' && staffNo === no)
const noticesOf = ({ no }: SessionStaff) =>
  branch.engine
    .run('notices.list', {})
    .rows.filter(({ kind, detail }) => kind === 'guesses' && detail.staffNo === no)
const links = ({ no }: SessionStaff) =>
  branch.engine.connection
    .statement<{ detail: string }>(
      `SELECT detail FROM audit WHERE action = 'privacy.countGuess' AND staff_no = ? ORDER BY seq`,
    )
    .all(no)
    .map(({ detail }) => JSON.parse(detail))

describe('P2: whoever guesses at hidden digits is on the head’s page before they learn one', () => {
  const WAYS = ['search', 'found', 'count', 'name-and-number', 'find', 'save', 'scan'] as const

  async function guess(door: GuardedDoor, way: (typeof WAYS)[number], phone: string): Promise<string> {
    switch (way) {
      case 'search':
        return codeOf(door.ask('customers.search', { text: phone }))
      case 'found':
        return codeOf(door.ask('customers.found', { text: phone }))
      case 'count':
        return codeOf(door.ask('customers.countFound', { text: phone }))
      case 'name-and-number':
        return codeOf(door.ask('customers.search', { text: `王 ${phone}` }))
      case 'find':
        return codeOf(door.ask('leads.find', { text: phone }))
      case 'save':
        return codeOf(
          door.ask('leads.save', {
            surname: '王',
            title: 'mr',
            phone,
            product: 'fund',
            level: 'low',
            consent: { textVersion: 1, purposes: ['contact'] },
          }),
        )
      case 'scan':
        return codeOf(door.scan({ kind: 'phone', text: phone }))
    }
  }

  test('a hidden digit of a phone, whichever way, however slowly, with sign-outs between: never over 1 %', async () => {
    const step = fc.record({
      way: fc.constantFrom(...WAYS),
      hidden: fc.integer({ min: 0, max: 9_999 }),
      waits: fc.constantFrom(0, 0, 0, 6, 61, 600),
      leaves: fc.boolean(),
    })
    let furthest = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 60, maxLength: 60 }), async (steps) => {
        const thief = hire()
        const door = new GuardedDoor(branch.engine, thief)
        const tried = new Set<number>()
        for (const { way, hidden, waits, leaves } of steps) {
          if (CROWD.some((each) => Number(each) === hidden)) continue
          later(waits)
          if (leaves) await door.signOutAndIn()
          const code = await guess(door, way, FRONT + String(hidden).padStart(4, '0') + TAIL)
          if (code === 'ok') tried.add(hidden)
          else expect(code).toBe('privacy.tooManyGuesses')
          if (isAskedAbout(thief)) break
          // Each number that is answered might have been that of any of the crowd: so many in ten thousand.
          furthest = Math.max(furthest, tried.size * CROWD.length)
          expect(tried.size * CROWD.length).toBeLessThanOrEqual(100)
        }
        expect(isAskedAbout(thief)).toBe(true)
        expect(noticesOf(thief)).not.toEqual([])
      }),
      { numRuns: 25 },
    )
    expect(furthest).toBeGreaterThan(30)
  })

  test('slower ones add up over days', async () => {
    const thief = hire()
    const door = new GuardedDoor(branch.engine, thief)
    let tries = 0
    while (!isAskedAbout(thief)) {
      later(8 * 60)
      expect(await guess(door, 'search', FRONT + String(1_000 + tries) + TAIL)).toBe('ok')
      tries += 1
      expect(tries * CROWD.length).toBeLessThanOrEqual(100)
    }
    expect(tries).toBeGreaterThan(3)
  })

  test('region digits of an identity number, by search and by scanner, and digits of a card', async () => {
    const stored = idOf('30102')
    const regions = Array.from({ length: 400 }, (_, index) => String(40_000 + index)).filter((region) => {
      const first17 = `3${region}${stored.slice(6, 17)}`
      return checkDigit(first17) === stored.at(-1)
    })
    const idThief = hire()
    const byId = new GuardedDoor(branch.engine, idThief)
    const guesses = regions.map((region) => `3${region}${stored.slice(6)}`)
    for (const [index, text] of guesses.slice(0, 30).entries()) {
      later(45)
      const way =
        index % 2 === 0 ? byId.ask('customers.search', { text }) : byId.scan({ kind: 'idNumber', text })
      await codeOf(way)
    }
    expect(isAskedAbout(idThief)).toBe(true)
    const cardThief = hire()
    const byCard = new GuardedDoor(branch.engine, cardThief)
    for (let index = 0; index < 60; index++) {
      later(45)
      const text = CARD.slice(0, 11) + String(1_000 + index) + CARD.slice(-4)
      await codeOf(byCard.ask('customers.search', { text }))
    }
    expect(isAskedAbout(cardThief)).toBe(true)
  })

  test('ten thousand numbers in a row: a few dozen are answered, then they wait, the right one as well as the wrong', async () => {
    const thief = hire()
    const door = new GuardedDoor(branch.engine, thief)
    const codes = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        codeOf(door.ask('customers.search', { text: `138${String(index).padStart(4, '0')}9999` })),
      ),
    )
    expect(codes.filter((code) => code === 'ok').length).toBe(30)
    const [victim] = CROWD
    expect(await codeOf(door.ask('customers.search', { text: FRONT + victim + TAIL }))).toBe(
      'privacy.tooManyGuesses',
    )
    // Names, tails and known customer numbers go on as ever.
    expect(await codeOf(door.ask('customers.search', { text: TAIL }))).toBe('ok')
    expect(await codeOf(door.ask('customers.search', { text: '王建' }))).toBe('ok')
    await door.signOutAndIn()
    expect(await codeOf(door.ask('customers.search', { text: `${FRONT}11111111` }))).toBe(
      'privacy.tooManyGuesses',
    )
    later(1)
    expect(await codeOf(door.ask('customers.search', { text: FRONT + victim + TAIL }))).toBe('ok')
    let answered = 0
    for (let seconds = 0; seconds < 3_600; seconds += 5) {
      later(5 / 60)
      const text = `138${String(1_000 + seconds)}9999`
      if ((await codeOf(door.ask('customers.search', { text }))) === 'ok') answered += 1
    }
    // Five each after 5, 10, 20, 40, 80, 160 and 300 seconds take up the hour, and the first thirty grow old in it.
    expect(answered).toBeLessThanOrEqual(45)
  })

  test('the links say how many and of what kind, and nothing of what was looked for', async () => {
    const thief = hire()
    const door = new GuardedDoor(branch.engine, thief)
    await guess(door, 'search', `${FRONT}0000${TAIL}`)
    await guess(door, 'find', `${FRONT}0001${TAIL}`)
    await guess(door, 'search', `${FRONT}0000${TAIL}`)
    await guess(door, 'search', '13877770000')
    expect(links(thief)).toEqual([
      { guessedAt: 'number', chance: CROWD.length, withinHour: 1 },
      { guessedAt: 'number', chance: CROWD.length, withinHour: 2 },
      { guessedAt: 'number', chance: 0, withinHour: 3 },
    ])
    expect(page().staff).toMatchObject([{ staffNo: thief.no, views: 0, guesses: 3 }])
    const outbox = branch.engine.connection
      .statement<{ payload: string }>(`SELECT payload FROM outbox WHERE operation = 'privacy.countGuess'`)
      .all()
    expect(outbox.map(({ payload }) => payload)).toEqual(['{}', '{}', '{}'])
  })
})

describe('P2: names', () => {
  test('name after name that leads to nobody is counted, told and slowed; typing, codes and work are not', async () => {
    const thief = hire()
    const door = new GuardedDoor(branch.engine, thief)
    const codes: string[] = []
    for (let index = 0; index < 90; index++) {
      const text = `王${String.fromCodePoint(0x4e00 + index)}`
      codes.push(await codeOf(door.ask('customers.search', { text })))
    }
    expect(codes.filter((code) => code === 'ok').length).toBe(60)
    expect(isAskedAbout(thief)).toBe(true)
    expect(noticesOf(thief).length).toBe(1)
  })

  /** The answers of ninety names, with something done after each. */
  async function ninetyNames(door: GuardedDoor, between: () => Promise<unknown>): Promise<string[]> {
    const codes: string[] = []
    for (let index = 0; index < 90; index++) {
      const text = `王${String.fromCodePoint(0x4e00 + index)}`
      codes.push(await codeOf(door.ask('customers.search', { text })))
      await between()
    }
    return codes
  }

  const HARMLESS: readonly ((door: GuardedDoor) => Promise<unknown>)[] = [
    (door) => door.ask('notices.see', {}),
    (door) => door.ask('lobby.arrive', { business: null, who: { kind: 'stranger' } }),
    // Somebody real whom no name of these finds.
    (door) => door.ask('customers.open', { uid: people[0]?.uid ?? '' }),
    (door) => door.ask('followups.note', { customerUid: people[1]?.uid ?? '', note: '来过' }),
  ]

  test.each(HARMLESS.map((between, index) => ({ between, index })))(
    'a write between that has nothing to do with the names clears none of them ($index)',
    async ({ between }) => {
      const thief = hire()
      const door = new GuardedDoor(branch.engine, thief)
      const done: string[] = []
      const codes = await ninetyNames(door, async () => done.push(await codeOf(between(door))))
      expect(new Set(done)).toEqual(new Set(['ok']))
      expect(codes.filter((code) => code === 'ok').length).toBe(60)
      expect(isAskedAbout(thief)).toBe(true)
    },
  )

  test('who was shown and then opened, received or worked with clears the name', async () => {
    const teller = hire()
    const door = new GuardedDoor(branch.engine, teller)
    for (const [index, { uid }] of people.entries()) {
      await door.ask('customers.search', { text: `王建${'甲乙丙丁戊己'[index]}` })
      if (index % 2 === 0) await door.ask('customers.open', { uid })
      else {
        const who = { kind: 'customer', customerUid: uid } as const
        await door.ask('lobby.arrive', { business: null, who })
      }
    }
    await door.signOutAndIn()
    expect(links(teller)).toEqual([])
  })

  test('signing out and in neither ends the pause nor forgets the last name', async () => {
    const thief = hire()
    const door = new GuardedDoor(branch.engine, thief)
    const codes = await ninetyNames(door, () => door.signOutAndIn())
    expect(codes.filter((code) => code === 'ok').length).toBe(60)
    expect(links(thief).length).toBe(60)
    later(5 / 60)
    expect(await codeOf(door.ask('customers.search', { text: '王再来' }))).toBe('ok')
  })

  test('a name is no reason for a number to wait longer', async () => {
    const thief = hire()
    const door = new GuardedDoor(branch.engine, thief)
    for (let index = 0; index < 30; index++) {
      await door.ask('customers.search', { text: `138${String(index).padStart(4, '0')}9999` })
    }
    later(4 / 60)
    await door.ask('customers.search', { text: '王某' })
    await door.signOutAndIn()
    later(2 / 60)
    expect(await codeOf(door.ask('customers.search', { text: '13870009999' }))).toBe('ok')
  })

  test('one search does not wait for the work of another', async () => {
    const door = new GuardedDoor(branch.engine, hire())
    const held = Promise.withResolvers<null>()
    const slow = door.holds('王一', () => held.promise)
    expect(await codeOf(door.ask('customers.search', { text: '王二' }))).toBe('ok')
    held.resolve(null)
    await slow
  })
})

describe('P2: several numbers in one text', () => {
  test('are several tries', async () => {
    const thief = hire()
    const door = new GuardedDoor(branch.engine, thief)
    await door.ask('customers.search', { text: '13810000001 13820000002 13830000003' })
    expect(links(thief).map(({ withinHour }) => withinHour)).toEqual([1, 2, 3])
    await door.ask('customers.search', { text: '13810000001 13840000004' })
    expect(links(thief).length).toBe(4)
  })
})

describe('a clock that is set back', () => {
  test('keeps nobody waiting longer than one pause, and forgets nothing', async () => {
    const thief = hire()
    const door = new GuardedDoor(branch.engine, thief)
    for (let index = 0; index < 40; index++) {
      await codeOf(door.ask('customers.search', { text: `138${String(index).padStart(4, '0')}9999` }))
      later(5 / 60)
    }
    const before = links(thief).length
    later(-24 * 60)
    const codes: string[] = []
    for (let index = 0; index < 10; index++) {
      const end = `${String(index).padStart(4, '0')}9999`
      codes.push(await codeOf(door.ask('customers.search', { text: `137${end}` })))
      codes.push(await codeOf(door.ask('customers.search', { text: `136${end}` })))
      later(5)
    }
    expect(codes).toEqual(Array(10).fill(['ok', 'privacy.tooManyGuesses']).flat())
    expect(links(thief).at(-1)?.withinHour).toBe(before + 10)
  })
})

describe('honest work is neither slowed nor asked about', () => {
  test('200 customers a day, typed letter by letter, with slips of the finger, strangers and a scanner', async () => {
    const teller = hire()
    const door = new GuardedDoor(branch.engine, teller)
    branch.engine.sources.at = Date.parse('2026-11-20T09:00:00+08:00')
    const customers = Array.from({ length: 200 }, (_, index) => {
      const name = `${'赵钱孙李周吴郑冯陈褚'[index % 10]}${'建国丽娟晓红志强秀英'[(index * 7) % 10]}${'明华军梅'[index % 4]}`
      const phone = `137${String((index * 4_799) % 10_000).padStart(4, '0')}${String((index * 7_919) % 10_000).padStart(4, '0')}`
      return { name, phone, ...branch.add({ name, phone }) }
    })
    branch.refresh()
    const type = async (text: string) => {
      for (let length = 1; length <= text.length; length++) {
        const typed = text.slice(0, length)
        await door.ask('customers.search', { text: typed, limit: 8 })
        await door.ask('leads.find', { text: typed })
      }
    }
    for (const [index, { name, phone, uid }] of customers.entries()) {
      later(2.4)
      if (index % 25 === 7)
        await type(`${phone.slice(0, 9)}${phone[9] === '1' ? '2' : '1'}${phone.slice(10)}`)
      if (index % 12 === 5) await type(nameKeys(name).pinyin.replace(/.$/, 'q'))
      if (index % 5 === 0) await type(`1360000${String(index).padStart(4, '0')}`)
      if (index % 8 === 0) await type('DY')
      if (index % 4 === 0) await door.scan({ kind: 'idNumber', text: strangersId(index) })
      if (index % 3 === 0) await type(phone)
      else if (index % 3 === 1) await type(nameKeys(name).pinyin)
      else await type(`${[...name][0] ?? ''} ${phone.slice(-4)}`)
      await door.ask('customers.open', { uid })
    }
    const [line] = page().staff
    const told = links(teller)
    const most = Math.max(...told.map(({ withinHour }) => withinHour))
    expect(line).toMatchObject({ staffNo: teller.no, people: 200 })
    expect(isAskedAbout(teller)).toBe(false)
    expect(noticesOf(teller)).toEqual([])
    // A third of the limit of numbers, which is the lower one.
    expect(most).toBeLessThanOrEqual(10)
    expect(told.reduce((sum, { chance }) => sum + chance, 0)).toBeLessThan(20)
  })
})

test('what was tried lately, and on a day, is a range of an index of its own', () => {
  const plan = (sql: string, ...values: (string | number)[]) =>
    branch.engine.connection
      .statement<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...values)
      .map(({ detail }) => detail)
  expect(plan(TRIED_LATELY.sql, 0, 0, 0, 0, '1001', 0)).toEqual([
    'SEARCH audit USING INDEX audit_guesses (staff_no=? AND at>?)',
  ])
  expect(plan(GUESSES_BETWEEN.sql, 0, 1).join()).toContain('audit_guesses')
})
