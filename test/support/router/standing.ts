import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { importProfileSchema } from '../../../src/shared/contract/import-profile.ts'
import { COUNTER, KEEPERS, ROLES, type Role } from '../../../src/shared/domain/branch/roles.ts'
import { DEFAULT_ARRIVAL_SETTINGS } from '../../../src/shared/domain/lobby/arrival-settings.ts'
import { encodeRow } from '../../../src/shared/domain/work/list-barcode.ts'
import { FOUNDER, type House, passphraseOf, STAFF_NO } from './open-house.ts'
import type { Secrets } from './stored-secrets.ts'

/** What lies about in a branch when somebody of a role signs in: people, visits, leads, work of their own. */
export interface Standing {
  readonly no: string
  readonly passphrase: string
  readonly people: Secrets['people']
  /** Of strangers: one is in a lead, one will be. */
  readonly phones: readonly [string, string]
  /** Tickets that nobody holds. */
  readonly tickets: readonly [string, string, string]
  /** Tickets that whoever is in the lobby drew besides. */
  readonly moreTickets: readonly [string, string]
  readonly visitUid: string
  readonly leadUid: string
  /** Offered to this member of staff, one for each answer. */
  readonly referralUids: readonly [string, string, string, string]
  readonly own: OwnWork
  readonly intentUids: readonly [string, string]
  readonly printNo: number
  readonly morningNo: number
  readonly barcode: string
  /** One to answer with no, one with yes, and the records of the second. */
  readonly pairUids: readonly [string, string]
  readonly pairedUids: readonly string[]
  readonly textVersion: number
  readonly importUid: string
}

/** What only the caller's own calls give out. */
interface OwnWork {
  /** Of their newest step. */
  readonly operationId: string
  readonly promptUid: string
  readonly contactUid: string
  readonly referralUid: string
  readonly extractToken: string
  readonly customerListNo: number
}

/** Of the right shape, and nothing's. */
export const NOWHERE = '0190a000-0000-7000-8000-000000000000'
const PEOPLE_EACH = 8
/** By then everything that is open has become due. */
export const ALL_DUE_ON = '2026-12-31'

/** An extract that brings some people twice, under names that nobody else has. */
const EXTRACT = {
  file: 'people.csv',
  rows: ['甲', '乙', '丙', '丁', '戊', '己'].flatMap((sign, place) =>
    ['a', 'b'].map((record) => `K${place}${record},诸葛${sign},1980-01-0${place + 1}`),
  ),
}

export const PROFILE = importProfileSchema.parse({
  version: 1,
  name: '夜间抽取',
  files: [
    {
      entity: 'customers',
      file: EXTRACT.file,
      fields: { key: { column: '客户号' }, name: { column: '姓名' }, birthOn: { column: '生日' } },
    },
  ],
})

/** The wedge of this PC is on, dialogs answer with an extract, and some people are there twice. */
export async function furnish(house: House): Promise<void> {
  const { wedge } = DEFAULT_ARRIVAL_SETTINGS
  await house.get('arrivals.configure', { source: 'wedge', settings: { ...wedge, on: true } })
  const extract = join(house.folder, 'extract')
  mkdirSync(extract)
  writeFileSync(join(extract, EXTRACT.file), ['客户号,姓名,生日', ...EXTRACT.rows, ''].join('\n'))
  house.dialogs.folder = extract
  const chosen = await house.get('imports.choose', { kind: 'folder' })
  const { importUid } = await house.get('imports.run', { token: chosen?.token ?? NOWHERE, profile: PROFILE })
  const state = async () => (await house.get('imports.get', { importUid })).state
  while ((await state()) === 'running') await new Promise((resolve) => setTimeout(resolve, 50))
}

/** Leaves work behind for somebody of that role, in the names of those who would, and signs them in. */
export async function seedStanding(house: House, { people }: Secrets, role: Role): Promise<Standing> {
  const place = ROLES.indexOf(role)
  const no = STAFF_NO[role]
  const phones = [`1390000${place}100`, `1390000${place}200`] as const
  const tickets = [`D${place}01`, `D${place}02`, `D${place}03`] as const
  const moreTickets = [`E${place}01`, `E${place}02`] as const
  const own = people.slice(place * PEOPLE_EACH, (place + 1) * PEOPLE_EACH)
  await house.signInAs(FOUNDER.no)
  const ownerNo = COUNTER.includes(role) ? no : FOUNDER.no
  const standing = {
    no,
    passphrase: passphraseOf(no),
    people: own,
    phones,
    tickets,
    moreTickets,
    ...(await seedLobby(house, own, [tickets[0], ...moreTickets])),
    leadUid: await seedLead(house, phones[0], ownerNo),
    intentUids: await seedIntents(house, own, ownerNo),
    ...(await seedPaper(house, ownerNo)),
    referralUids: await seedReferrals(house, own, ownerNo),
  }
  await house.signInAs(no)
  return { ...standing, own: await workOf(house, role, standing) }
}

/** A standing of the right shape in which nothing but the people is there. */
export function inventedStanding({ people }: Secrets): Standing {
  return {
    ...FOUNDER,
    people: people.slice(0, PEOPLE_EACH),
    phones: ['13900000100', '13900000200'],
    tickets: ['D001', 'D002', 'D003'],
    moreTickets: ['E001', 'E002'],
    visitUid: NOWHERE,
    leadUid: NOWHERE,
    referralUids: [NOWHERE, NOWHERE, NOWHERE, NOWHERE],
    own: {
      operationId: NOWHERE,
      promptUid: NOWHERE,
      contactUid: NOWHERE,
      referralUid: NOWHERE,
      extractToken: NOWHERE,
      customerListNo: 1,
    },
    intentUids: [NOWHERE, NOWHERE],
    printNo: 1,
    morningNo: 1,
    barcode: encodeRow({ printNo: 1, row: 1 }),
    pairUids: [NOWHERE, NOWHERE],
    pairedUids: [NOWHERE],
    textVersion: 1,
    importUid: NOWHERE,
  }
}

async function seedLobby(house: House, people: Secrets['people'], tickets: readonly string[]) {
  const who = { kind: 'customer', customerUid: uidOf(people, 0) } as const
  const came = async (ticket: string) =>
    (await house.get('lobby.arrive', { ticket, business: 'cash', who })).visit.uid
  const [visitUid = NOWHERE] = await tickets.reduce<Promise<string[]>>(
    async (before, ticket) => [...(await before), await came(ticket)],
    Promise.resolve([]),
  )
  const { pairs } = await house.get('customers.duplicates', {})
  const [one, other] = pairs
  const [run] = await house.get('imports.list', {})
  const { version } = await house.get('leads.consentText', {})
  return {
    visitUid,
    pairUids: [one?.uid ?? NOWHERE, other?.uid ?? NOWHERE] as const,
    pairedUids: [other?.left.uid ?? NOWHERE, other?.right.uid ?? NOWHERE],
    importUid: run?.uid ?? NOWHERE,
    textVersion: version,
  }
}

async function seedLead(house: House, phone: string, ownerNo: string): Promise<string> {
  const { version } = await house.get('leads.consentText', {})
  const saved = await house.get('leads.save', {
    surname: '欧阳',
    title: 'ms',
    phone,
    product: 'loan',
    level: 'mid',
    consent: { textVersion: version, purposes: ['contact'] },
  })
  if (!saved.saved) throw new Error('nobody knows this stranger')
  const { uid } = saved.lead
  if (saved.lead.ownerNo !== ownerNo) await house.get('leads.reassign', { leadUid: uid, ownerNo })
  return uid
}

async function seedIntents(house: House, people: Secrets['people'], ownerNo: string) {
  const plant = async (place: number) => {
    const flagged = { customerUid: uidOf(people, place), product: 'card', level: 'mid' } as const
    const { intent } = await house.get('intents.flag', flagged)
    await house.get('intents.reassign', { intentUid: intent.uid, ownerNo })
    return intent.uid
  }
  return [await plant(1), await plant(2)] as const
}

async function seedPaper(house: House, ownerNo: string) {
  const { printNo } = await house.get('followups.freezeList', { ownerNo, asOf: ALL_DUE_ON })
  const { printNo: morningNo } = await house.get('followups.freezeMorning', {})
  return { printNo, morningNo, barcode: encodeRow({ printNo, row: 1 }) }
}

/** Nobody offers to themselves: what the head is to answer, the teller offers. */
async function seedReferrals(house: House, people: Secrets['people'], toNo: string) {
  if (toNo === FOUNDER.no) await house.signInAs(STAFF_NO.teller)
  const offer = async (place: number) => {
    const customerUid = uidOf(people, place)
    const asked = { customerUid, toNo, product: 'fund', level: 'mid', reason: '问基金定投' } as const
    return (await house.get('referrals.offer', asked)).uid
  }
  return [await offer(3), await offer(4), await offer(5), await offer(6)] as const
}

async function workOf(
  house: House,
  role: Role,
  { people, visitUid, moreTickets }: Pick<Standing, 'people' | 'visitUid' | 'moreTickets'>,
): Promise<OwnWork> {
  const chosen = KEEPERS.includes(role) ? await house.get('imports.choose', { kind: 'folder' }) : null
  const extractToken = chosen?.token ?? NOWHERE
  if (!COUNTER.includes(role)) {
    return {
      operationId: NOWHERE,
      promptUid: NOWHERE,
      contactUid: NOWHERE,
      referralUid: NOWHERE,
      extractToken,
      customerListNo: 1,
    }
  }
  const customerUid = uidOf(people, 6)
  await house.get('customers.open', { uid: customerUid })
  const flagged = { customerUid, product: 'insurance', level: 'low' } as const
  await house.get('intents.flag', flagged)
  const contactUid = await recordedWith(house, customerUid)
  const toNo = role === 'rm' ? FOUNDER.no : STAFF_NO.rm
  const offered = { customerUid, toNo, product: 'wealth', level: 'high', reason: '问大额存单' } as const
  const { uid: referralUid } = await house.get('referrals.offer', offered)
  await house.get('lobby.part', { visitUid, ticket: moreTickets[1] })
  const promptUid = await promptFor(house, people)
  const newest = await house.get('undo.newest', {})
  const { printNo: customerListNo } = await house.get('lists.freezeSheet', {
    list: 'customers',
    asked: {},
    columns: [],
  })
  return {
    operationId: newest?.operationId ?? NOWHERE,
    referralUid,
    extractToken,
    promptUid,
    contactUid,
    customerListNo,
  }
}

/** A contact of the caller's own, by the uid that the list of what they did today knows it by. */
async function recordedWith(house: House, customerUid: string): Promise<string> {
  await house.get('followups.record', { customerUid, channel: 'face', outcome: 'reached' })
  const { steps } = await house.get('undo.today', { limit: 1 })
  return String(steps[0]?.detail.contactUid)
}

/** Somebody who has something to be said to. */
async function promptFor(house: House, people: Secrets['people']): Promise<string> {
  for (const { uid } of people) {
    await house.get('customers.open', { uid })
    const { prompts } = await house.get('prompts.show', { customerUid: uid })
    const [first] = prompts
    if (first !== undefined) return first.uid
  }
  throw new Error('of these people, nobody has a prompt')
}

function uidOf(people: Secrets['people'], place: number): string {
  const person = people[place]
  if (person === undefined) throw new Error('the demo branch has more people')
  return person.uid
}
