import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { InputOf } from '../../../src/shared/contract/index.ts'
import { beyondTheSides, cutOffSideways, resize } from '../harness/appearance.ts'
import { ask } from '../harness/ask.ts'
import { enterCode } from '../harness/command-box.ts'
import { contactDialog } from '../harness/contacts.ts'
import { firstPageDrawn } from '../harness/daily-list.ts'
import { openLead } from '../harness/leads.ts'
import { openPerson } from '../harness/people.ts'
import { referDialog } from '../harness/referrals.ts'
import { openDemoBranch } from '../harness/signing-in.ts'
import { HEAD } from '../harness/staff.ts'
import { settled } from '../harness/views/view.ts'
import { Workstation } from '../harness/workstation.ts'

/** As they are written in passports and by the people of Xinjiang; both are invented. */
const LATIN = 'Alexander Konstantinopolsky-Beauregard'
const UYGHUR = '阿卜杜热合曼江·买买提吐尔逊尼亚孜'
const STRANGER = 'Konstantinopolsky-Beauregard'

const PEOPLE = [
  { no: 'LATIN-00000000000001', name: LATIN, phone: '10012340001', colleague: '7001', ticket: 'K001' },
  { no: 'UYGHUR-0000000000002', name: UYGHUR, phone: '10012340002', colleague: '7002', ticket: null },
] as const

let workstation: Workstation
beforeAll(async () => {
  workstation = await Workstation.start()
  await openDemoBranch(workstation, HEAD)
  await letThemIn()
})
afterAll(() => workstation?.stop())

/** Customers, colleagues and strangers of such names, with work on every list. */
async function letThemIn(): Promise<void> {
  const consent = { textVersion: (await ask(workstation, 'leads.consentText', {})).version, purposes: [] }
  for (const { no, name, phone, colleague, ticket } of PEOPLE) {
    await ask(workstation, 'staff.add', { no: colleague, name, role: 'rm', passphrase: 'long names here' })
    await ask(workstation, 'imports.enter', { customerNo: no, name, phone, consent, another: true })
    const { lines } = await ask(workstation, 'customers.search', { text: no, limit: 1 })
    const customerUid = lines[0]?.uid ?? ''
    const wish = { product: 'wealth', level: 'high' } as const
    const { intent } = await ask(workstation, 'intents.flag', { customerUid, ...wish })
    await ask(workstation, 'intents.reassign', { intentUid: intent.uid, ownerNo: colleague })
    const offered = {
      customerUid,
      toNo: colleague,
      product: 'loan',
      level: 'mid',
      reason: '想专人详谈',
    } as const
    await ask(workstation, 'referrals.offer', offered)
    await ask(workstation, 'lobby.arrive', {
      ticket,
      business: null,
      who: { kind: 'customer', customerUid },
    })
    const stranger = { kind: 'stranger' } as const
    const { visit } = await ask(workstation, 'lobby.arrive', { ticket: null, business: null, who: stranger })
    await ask(workstation, 'leads.save', leadOf(visit.uid, phone.slice(-4)))
  }
}

const leadOf = (visitUid: string, phoneTail: string): InputOf<'leads.save'> => ({
  surname: STRANGER,
  title: 'ms',
  phoneTail,
  visitUid,
  product: 'insurance',
  level: 'high',
  note: 'x'.repeat(200),
  consent: { textVersion: 1, purposes: ['contact'] },
})

/** What of a screen is lost: cut off without saying so, or out of the window. */
async function lost(view: string): Promise<readonly string[]> {
  const { window } = workstation
  await settled(window)
  const found = [...(await cutOffSideways(window)), ...(await beyondTheSides(window))]
  return found.map((each) => `${view}: ${each}`)
}

const leave = async (dialog: ReturnType<typeof contactDialog>) => {
  await workstation.window.keyboard.press('Escape')
  await dialog.waitFor({ state: 'hidden' })
}

async function lostOnLists(): Promise<readonly string[]> {
  const { window, say } = workstation
  const found: string[] = []
  for (const code of ['SY', 'DT', 'KH', 'YX', 'GJ', 'ZJ', 'XS', 'SZ']) {
    await enterCode(workstation, code)
    await window.getByRole('main').waitFor()
    found.push(...(await lost(code)))
  }
  await enterCode(workstation, 'XS')
  await openLead(workstation, STRANGER)
  found.push(...(await lost('lead')))
  await window
    .getByRole('group', { name: say('leads.next') })
    .getByRole('button', { name: say('leads.reassign') })
    .click()
  const assign = window.getByRole('dialog')
  await assign.getByText(LATIN).first().waitFor()
  found.push(...(await lost('lead handed over')))
  await leave(assign)
  return found
}

/** The panel of each with the dialogs over it; the names are masked, and whole once they are revealed. */
async function lostOnPeople(): Promise<readonly string[]> {
  const { window, say } = workstation
  const found: string[] = []
  await enterCode(workstation, 'DT')
  for (const { name, no } of PEOPLE) {
    const panel = await openPerson(workstation, no)
    found.push(...(await lost(`${name}: panel`)))
    await panel.focus()
    await window.keyboard.press('F6')
    await contactDialog(workstation).waitFor()
    found.push(...(await lost(`${name}: contact`)))
    await leave(contactDialog(workstation))
    await panel.focus()
    await window.keyboard.press('F4')
    await referDialog(workstation).getByRole('radio').first().waitFor()
    found.push(...(await lost(`${name}: refer`)))
    await leave(referDialog(workstation))
    await panel.getByRole('button', { name: say('customers.reveal'), exact: true }).click()
    const reveal = window.getByRole('dialog', { name: say('customers.revealTitle') })
    await reveal.waitFor()
    found.push(...(await lost(`${name}: reveal`)))
    await leave(reveal)
  }
  return found
}

describe.each([1366, 1024])('long names break nothing at %i pixels (X1)', { timeout: 180_000 }, (width) => {
  it('in the lists and on an open lead', async () => {
    await resize(workstation.app, width, 768)
    expect(await lostOnLists()).toEqual([])
  })

  it('in the panel, its dialogs and what they name', async () => {
    expect(await lostOnPeople()).toEqual([])
  })

  it('on the printed list of a colleague', async () => {
    await enterCode(workstation, 'DY')
    await firstPageDrawn(workstation)
    expect(await lost('paper')).toEqual([])
    await workstation.window.keyboard.press('Escape')
  })
})
