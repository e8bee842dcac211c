import type { SeededStory } from '../../../src/shared/demo/stories.ts'
import { ask } from '../harness/ask.ts'
import { seededPerson } from '../harness/demo-people.ts'
import { signIn, signOut } from '../harness/signing-in.ts'
import { type Colleague, HEAD } from '../harness/staff.ts'
import { addColleague } from '../harness/staff-list.ts'
import type { Workstation } from '../harness/workstation.ts'

interface DemoBranchSize {
  readonly asOf: string
  readonly customers: number
}

/** Who works beside the demo branch's own staff, under names that nobody there has. */
const LOBBY: Colleague = { no: '8102', name: '林晓', role: 'lobby', passphrase: 'lobby of 8102' }
const RM: Colleague = { no: '8105', name: '周正', role: 'rm', passphrase: 'manager of 8105' }
/** Enough to fill the board at 768 pixels, let in within a second. */
const ARRIVALS = { seed: 11, arrivals: 26, minutes: 60, compression: 10_000 } as const
const PAUSE_MS = 200
/** Who stands in the lobby with something to say to them. */
const VISITORS: readonly SeededStory['story'][] = ['wealth-enquiries', 'maturity-near', 'opted-out']

/** A morning that has begun, so that no picture shows an empty list: visitors, strangers, and work handed on. */
export async function beginMorning(workstation: Workstation, demo: DemoBranchSize): Promise<void> {
  for (const colleague of [LOBBY, RM]) await addColleague(workstation, colleague)
  await signOut(workstation)
  await signIn(workstation, LOBBY)
  await letEverybodyIn(workstation, demo)
  for (const story of ['leaking', 'maturity-near'] as const)
    await handOn(workstation, await uidOf(workstation, demo, story), story === 'leaking' ? HEAD.no : RM.no)
  await signOut(workstation)
  await signIn(workstation, HEAD)
  await enterStrangers(workstation)
  await handOn(workstation, await uidOf(workstation, demo, 'near-next-tier'), RM.no)
}

async function letEverybodyIn(workstation: Workstation, demo: DemoBranchSize): Promise<void> {
  await ask(workstation, 'arrivals.simulate', ARRIVALS)
  const board = () => ask(workstation, 'lobby.board', {})
  while ((await ask(workstation, 'arrivals.sources', {})).simulator.arrived < ARRIVALS.arrivals)
    await workstation.window.waitForTimeout(PAUSE_MS)
  for (const [index, story] of VISITORS.entries()) {
    const who = { kind: 'customer', customerUid: await uidOf(workstation, demo, story) } as const
    await ask(workstation, 'lobby.arrive', {
      ticket: `C9${index}0`,
      business: 'wealth',
      who,
      source: 'hand',
    })
  }
  const { visits } = await board()
  for (const [index, { uid }] of visits.slice(0, 6).entries()) {
    await ask(workstation, 'lobby.advance', { visitUid: uid, move: 'serve' })
    if (index < 3) await ask(workstation, 'lobby.advance', { visitUid: uid, move: 'finish' })
  }
}

async function enterStrangers(workstation: Workstation): Promise<void> {
  const { version } = await ask(workstation, 'leads.consentText', {})
  const strangers = [
    // The same that the views enter, so that "same person?" is asked the first time too.
    { surname: '王', title: 'mr', phoneTail: '5678', product: 'wealth', level: 'high', note: '' },
    { surname: '赵', title: 'ms', phoneTail: '2468', product: 'loan', level: 'high', note: '想了解房贷利率' },
    { surname: '欧阳', title: 'mr', phoneTail: '1357', product: 'fund', level: 'mid', note: '' },
    { surname: '孙', title: 'ms', phoneTail: '9753', product: 'deposit', level: 'low', note: '比较三家定存' },
  ] as const
  for (const stranger of strangers)
    await ask(workstation, 'leads.save', {
      ...stranger,
      phone: null,
      ticket: null,
      source: 'branch',
      consent: { textVersion: version, purposes: ['contact', 'marketing'] },
      identity: { as: 'unknown' },
    })
}

async function handOn(workstation: Workstation, customerUid: string, toNo: string): Promise<void> {
  await ask(workstation, 'referrals.offer', {
    customerUid,
    leadUid: null,
    toNo,
    product: 'wealth',
    level: 'high',
    reason: '想专人详谈',
  })
}

async function uidOf(
  workstation: Workstation,
  demo: DemoBranchSize,
  story: SeededStory['story'],
): Promise<string> {
  const { key } = seededPerson(demo, story)
  const { lines } = await ask(workstation, 'customers.search', { text: key, limit: 1 })
  const [line] = lines
  if (line === undefined) throw new Error(`Nobody is found for ${story}`)
  return line.uid
}
