import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planMorning } from '../../../src/shared/demo/morning.ts'
import { STAFF } from '../../../src/shared/demo/staff.ts'
import { scanBarcode } from '../harness/barcode-scanner.ts'
import { enterCode } from '../harness/command-box.ts'
import { contactDialog, recordContact } from '../harness/contacts.ts'
import { chooseOwner, findFollowUp, printDailyList, rowCodes } from '../harness/daily-list.ts'
import { seededPerson } from '../harness/demo-people.ts'
import { flagIntent, flagNotice, openIntents } from '../harness/intents.ts'
import { lobbyCounts, lobbyRows } from '../harness/open-lobby.ts'
import { textOfPages } from '../harness/paper.ts'
import { openPerson } from '../harness/people.ts'
import { openReferrals, referTo } from '../harness/referrals.ts'
import { openDemoBranch, signIn, signOut } from '../harness/signing-in.ts'
import { HEAD, LOBBY, RM, TELLER } from '../harness/staff.ts'
import { addColleague } from '../harness/staff-list.ts'
import { SMALL_DEMO, Workstation } from '../harness/workstation.ts'

/** An hour of arrivals in three seconds. */
const MORNING = { seed: 11, arrivals: 120, minutes: 60, compression: 1_200 } as const
const SERVED = 12
const GONE = 3
const MORNING_PATIENCE_MS = 110_000
const TAIL = 4

const plan = planMorning(MORNING)
/** Everybody has one visit, however many tickets they drew. */
const VISITS = plan.people + plan.arrivals.filter(({ person }) => person === null).length
const TICKETS = plan.arrivals.filter(({ ticket }) => ticket !== null).length

const asking = seededPerson(SMALL_DEMO, 'wealth-enquiries')
const leaver = seededPerson(SMALL_DEMO, 'leaking')

/** A manager of the demo branch who has work today. */
const colleague = STAFF.find(({ role }) => role === 'rm')

let workstation: Workstation
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'huiyan-morning-'))
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
  for (const colleague of [LOBBY, TELLER, RM]) await addColleague(workstation, colleague)
  await signOut(workstation)
})
afterAll(async () => {
  await workstation?.stop()
  rmSync(folder, { recursive: true, force: true })
})

const counts = () => lobbyCounts(workstation)
const press = (key: string) => workstation.window.keyboard.press(key)

/** Each step goes on from where the one before it ended: one morning, three people at one desk, and the evening. */
describe('the lobby, while the branch opens', () => {
  it('sees everybody come in once, whatever tickets they draw', async () => {
    await signIn(workstation, LOBBY)
    await enterCode(workstation, 'DT')
    await workstation.window.evaluate(async (morning) => {
      const reply = await window.huiyan.call('arrivals.simulate', morning)
      if (!reply.ok) throw new Error(reply.error.code)
    }, MORNING)
    await expect.poll(counts, { timeout: MORNING_PATIENCE_MS }).toContain(`到店 ${VISITS} · 等候 ${VISITS}`)
    const tickets = await workstation.window.evaluate(async () => {
      const reply = await window.huiyan.call('lobby.board', {})
      return reply.ok ? reply.value.visits.flatMap((visit) => visit.tickets) : []
    })
    expect(new Set(tickets).size).toBe(TICKETS)
    expect(VISITS).toBeLessThan(plan.arrivals.length)
  })

  it('works them off with one key a step, the longest waiting first', async () => {
    await press('Home')
    for (let done = 1; done <= SERVED; done += 1) {
      await press('s')
      await expect.poll(counts).toContain(`等候 ${VISITS - done}`)
      await press('f')
      await expect.poll(() => lobbyRows(workstation).first().innerText()).not.toContain('服务中')
    }
    for (let gone = 1; gone <= GONE; gone += 1) {
      await press('x')
      await expect.poll(counts).toContain(`等候 ${VISITS - SERVED - gone}`)
    }
    expect(await counts()).toContain(`到店 ${VISITS}`)
  })

  it('remembers a stranger in the lobby before they are gone', async () => {
    const { window, say } = workstation
    await press('F3')
    await window.getByRole('dialog', { name: say('leads.quick.title') }).waitFor()
    for (const key of ['w', '1', '1', '5', '6', '7', '8', 'l', '1', 'y', 'Enter']) await press(key)
    await window.getByText('王先生 ·5678 · 已保存线索 · 理财 · 高').waitFor()
    await signOut(workstation)
  })
})

describe('the teller, while serving', () => {
  it('flags two wishes in two keys each', async () => {
    await signIn(workstation, TELLER)
    for (const [person, product] of [
      [asking, 'wealth'],
      [leaver, 'loan'],
    ] as const) {
      const panel = await openPerson(workstation, person.phone.slice(-TAIL))
      const before = await openIntents(workstation, panel).count()
      await flagIntent(workstation.window, product, 'high')
      await flagNotice(workstation, workstation.window).first().waitFor()
      await expect.poll(() => openIntents(workstation, panel).count()).toBeGreaterThanOrEqual(before)
    }
  })

  it('hands one of them to the manager', async () => {
    await openPerson(workstation, leaver.phone.slice(-TAIL))
    await referTo(workstation, RM.no)
    const rows = await openReferrals(workstation)
    await expect.poll(() => rows.count()).toBe(1)
    await signOut(workstation)
  })
})

describe('the manager, before noon', () => {
  it('takes on what was handed over, which then is on their list', async () => {
    await signIn(workstation, RM)
    const rows = await openReferrals(workstation)
    await rows.first().waitFor()
    await press('a')
    await expect.poll(() => rows.first().innerText()).toContain('已承接')
    await enterCode(workstation, 'GJ')
    await findFollowUp(workstation, leaver.maskedPhone, '贷款 · 高')
    await signOut(workstation)
  })
})

describe('the lobby, in the evening', () => {
  let pages: readonly string[]

  it('has the paper of a colleague, one row for each piece of work of the day', async () => {
    await signIn(workstation, LOBBY)
    await enterCode(workstation, 'GJ')
    await chooseOwner(workstation, colleague?.name ?? '')
    const pdf = join(folder, 'list.pdf')
    await printDailyList(workstation, pdf)
    pages = await textOfPages(pdf)
    expect(rowCodes(pages)).toHaveLength(await workOfTheDay())
    await press('Escape')
  })

  it('brings it back by its bars: what was done is done, the rest is told apart, and nobody adds up paper', async () => {
    const { say } = workstation
    await enterCode(workstation, 'XH')
    const [first = ''] = rowCodes(pages)
    await scanBarcode(workstation.window, first)
    await contactDialog(workstation).waitFor()
    await recordContact(workstation, 'face', 'converted')
    const check = await workstation.window.evaluate(async () => {
      const reply = await window.huiyan.call('followups.eveningCheck', {})
      if (!reply.ok) throw new Error(reply.error.code)
      return reply.value
    })
    expect(check.counts.done).toBe(1)
    expect(check.rows.length).toBeLessThanOrEqual(rowCodes(pages).length)
    const counted = say('followups.evening.counts', check.counts)
    await workstation.window.getByRole('main').getByText(counted).waitFor()
  })
})

/** Rows of the colleague's list that the paper holds: what lies later is not for today. */
function workOfTheDay(): Promise<number> {
  return workstation.window.evaluate(async (ownerNo) => {
    const reply = await window.huiyan.call('followups.list', { ownerNo, asOf: null })
    return reply.ok ? reply.value.rows.filter(({ group }) => group !== 'later').length : -1
  }, colleague?.no ?? '')
}
