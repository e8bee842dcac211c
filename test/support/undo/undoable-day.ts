import type { InputOf } from '../../../src/shared/contract/index.ts'
import { OPERATION_NAMES, operationNamed } from '../../../src/shared/contract/index.ts'
import type { SessionStaff } from '../../../src/shared/contract/session.ts'
import { CONSENT_PURPOSES } from '../../../src/shared/domain/consent/consent.ts'
import { PRODUCT_CODES } from '../../../src/shared/domain/customer/products.ts'
import { BUSINESSES, VISIT_MOVES } from '../../../src/shared/domain/lobby/visit.ts'
import { PROMPT_RESPONSES } from '../../../src/shared/domain/prompts/prompt-history.ts'
import { CHANNELS, OUTCOMES, OUTCOMES_WITHOUT_INTENT } from '../../../src/shared/domain/work/contact.ts'
import { LEVELS } from '../../../src/shared/domain/work/intent.ts'
import { LEAD_STATES } from '../../../src/shared/domain/work/lead.ts'
import { REFERRAL_OUTCOMES } from '../../../src/shared/domain/work/referral.ts'
import type { TestEngine } from '../engine/open-engine.ts'
import { type InventedPerson, LOBBY, OTHER_RM, RM, TELLER } from '../intents/counter-branch.ts'
import { stranger } from '../leads/lobby-branch.ts'

/** Every operation that can be taken back, as the contract declares it. */
export const UNDOABLE: readonly string[] = OPERATION_NAMES.filter(
  (name) => operationNamed(name)?.undoable === true,
)

const STAFF = [TELLER, LOBBY, RM, OTHER_RM] as const
const STRANGER = { kind: 'stranger' } as const

/** Who has that number among those who do something. */
export function staffOf(no: string | undefined): SessionStaff {
  return STAFF.find((each) => each.no === no) ?? TELLER
}

/** Draws one of several, by a number that a property draws. */
export type Draw = <T>(from: readonly T[]) => T | undefined

interface Asking<N extends keyof AskedFor> {
  readonly name: N
  readonly input: InputOf<N>
  readonly staff: SessionStaff
}
type AskedFor = {
  [N in
    | 'consents.record'
    | 'followups.correct'
    | 'followups.note'
    | 'followups.record'
    | 'intents.close'
    | 'intents.flag'
    | 'intents.moveDates'
    | 'intents.reassign'
    | 'intents.reassignMany'
    | 'leads.advance'
    | 'leads.reassign'
    | 'leads.reassignMany'
    | 'leads.save'
    | 'lobby.advance'
    | 'lobby.arrive'
    | 'lobby.firstContact'
    | 'lobby.identify'
    | 'lobby.part'
    | 'prompts.respond'
    | 'referrals.accept'
    | 'referrals.advance'
    | 'referrals.acceptMany'
    | 'referrals.decline'
    | 'referrals.declineMany'
    | 'referrals.offer'
    | 'referrals.withdraw']: true
}
type AnyAsking = { [N in keyof AskedFor]: Asking<N> }[keyof AskedFor]

/** Something that one of the staff may do with what lies about in the branch; undefined where there is nothing for it. */
export function askingOf(
  engine: TestEngine,
  people: readonly InventedPerson[],
  draw: Draw,
): AnyAsking | undefined {
  const staff = draw(STAFF) ?? TELLER
  const asked = drawInput(engine, people, staff, draw, draw(UNDOABLE) ?? '')
  return asked
}

function uidsIn(engine: TestEngine, table: string, where = '1'): string[] {
  return engine.connection
    .statement<{ uid: string }>(`SELECT uid FROM ${table} WHERE ${where} ORDER BY id`)
    .all()
    .map(({ uid }) => uid)
}

/** At most two referrals that wait for somebody's answer. */
function offeredTo(engine: TestEngine, no: string): string[] {
  return uidsIn(engine, 'referral', `to_no = '${no}' AND state = 'offered'`).slice(0, 2)
}

/** Tickets of visitors who hold another one too. */
function ticketsOfSeveral(engine: TestEngine): { visitUid: string; ticket: string }[] {
  return engine.connection
    .statement<{ visitUid: string; ticket: string }>(
      `SELECT visit.uid AS visitUid, ticket FROM visit_ticket JOIN visit ON visit.id = visit_id
       WHERE visit_id IN (SELECT visit_id FROM visit_ticket GROUP BY visit_id HAVING count(*) > 1) ORDER BY ticket`,
    )
    .all()
}

function drawInput(
  engine: TestEngine,
  people: readonly InventedPerson[],
  staff: SessionStaff,
  draw: Draw,
  name: string,
): AnyAsking | undefined {
  const person = draw(people)?.uid ?? ''
  const [product = 'wealth', level = 'high'] = [draw(PRODUCT_CODES), draw(LEVELS)]
  const to = draw(STAFF)?.no ?? ''
  const [intentUid, leadUid] = [
    draw(uidsIn(engine, 'intent', `status = 'open'`)),
    draw(uidsIn(engine, 'lead')),
  ]
  const visitUid = draw(uidsIn(engine, 'visit'))
  const referralUid = draw(uidsIn(engine, 'referral'))
  const who =
    draw([
      STRANGER,
      { kind: 'customer' as const, customerUid: person },
      ...(leadUid === undefined ? [] : [{ kind: 'lead' as const, leadUid }]),
    ]) ?? STRANGER
  switch (name) {
    case 'intents.flag':
      return { name, staff, input: { customerUid: person, product, level, signals: [] } }
    case 'intents.close':
      return intentUid === undefined ? undefined : { name, staff, input: { intentUid, outcome: 'lost' } }
    case 'intents.reassign':
      return intentUid === undefined ? undefined : { name, staff: LOBBY, input: { intentUid, ownerNo: to } }
    case 'intents.reassignMany': {
      const intentUids = uidsIn(engine, 'intent', `status = 'open'`).slice(0, 3)
      return intentUids.length === 0 ? undefined : { name, staff: LOBBY, input: { intentUids, ownerNo: to } }
    }
    case 'intents.moveDates': {
      const intentUids = uidsIn(engine, 'intent', `status = 'open'`).slice(0, 3)
      const input = { intentUids, nextOn: '2026-12-03', reason: '客户出差' }
      return intentUids.length === 0 ? undefined : { name, staff: LOBBY, input }
    }
    case 'followups.correct':
      return correction(engine, draw)
    case 'followups.note':
      engine.run('customers.open', { uid: person }, staff)
      return { name, staff, input: { customerUid: person, note: '问过养老金的事' } }
    case 'followups.record': {
      const [channel = 'face', outcome = 'reached'] = [draw(CHANNELS), draw(OUTCOMES)]
      if (intentUid !== undefined) return { name, staff, input: { intentUid, channel, outcome } }
      engine.run('customers.open', { uid: person }, staff)
      const alone = OUTCOMES_WITHOUT_INTENT.includes(outcome) ? outcome : 'reached'
      return { name, staff, input: { customerUid: person, channel, outcome: alone } }
    }
    case 'consents.record': {
      engine.run('customers.open', { uid: person }, staff)
      const [purpose = 'contact', channel = 'phone'] = [draw(CONSENT_PURPOSES), draw(CHANNELS)]
      const opens = draw([true, false]) ?? false
      const purposes = opens
        ? [{ purpose: 'marketing' as const, given: true }]
        : [{ purpose, given: draw([true, false]) ?? false }]
      const input = {
        customerUid: person,
        purposes,
        channels: [{ channel, refused: !opens }],
        textVersion: 1,
      }
      return { name, staff, input }
    }
    case 'leads.save': {
      const phoneTail = draw(['5678', '1234', '9012']) ?? '5678'
      return { name, staff, input: stranger({ phoneTail, product, level, identity: { as: 'another' } }) }
    }
    case 'leads.advance': {
      const state = draw(LEAD_STATES) ?? 'lost'
      if (leadUid === undefined) return undefined
      return { name, staff: LOBBY, input: { leadUid, to: state, lostReason: 'price', note: '' } }
    }
    case 'leads.reassign':
      return leadUid === undefined ? undefined : { name, staff: LOBBY, input: { leadUid, ownerNo: to } }
    case 'leads.reassignMany': {
      const leadUids = uidsIn(engine, 'lead').slice(0, 2)
      return leadUids.length === 0 ? undefined : { name, staff: LOBBY, input: { leadUids, ownerNo: to } }
    }
    case 'referrals.offer': {
      const about = leadUid !== undefined && draw([true, false]) ? { leadUid } : { customerUid: person }
      return { name, staff, input: { ...about, toNo: to, product, level, reason: '想了解大额存单' } }
    }
    case 'referrals.acceptMany': {
      const referralUids = offeredTo(engine, to)
      return referralUids.length === 0 ? undefined : { name, staff: staffOf(to), input: { referralUids } }
    }
    case 'referrals.declineMany': {
      const referralUids = offeredTo(engine, to)
      if (referralUids.length === 0) return undefined
      return { name, staff: staffOf(to), input: { referralUids, reason: '不在岗' } }
    }
    case 'referrals.accept':
    case 'referrals.decline':
    case 'referrals.withdraw':
    case 'referrals.advance':
      return referralUid === undefined ? undefined : referralStep(engine, name, referralUid, draw)
    case 'lobby.arrive': {
      const ticket = draw([null, 'A001', 'A002', 'A003', 'B101']) ?? null
      return { name, staff, input: { ticket, business: draw(BUSINESSES) ?? 'cash', who } }
    }
    case 'lobby.identify':
      return visitUid === undefined ? undefined : { name, staff, input: { visitUid, who } }
    case 'lobby.advance':
      return visitUid === undefined
        ? undefined
        : { name, staff, input: { visitUid, move: draw(VISIT_MOVES) ?? 'serve' } }
    case 'lobby.part': {
      const held = draw(ticketsOfSeveral(engine))
      return held === undefined ? undefined : { name, staff, input: held }
    }
    case 'lobby.firstContact': {
      const found = { kind: 'clue', product } as const
      return visitUid === undefined ? undefined : { name, staff, input: { visitUid, found } }
    }
    case 'prompts.respond': {
      engine.run('customers.open', { uid: person }, staff)
      const { prompts } = engine.run('prompts.show', { customerUid: person }, staff)
      const promptUid = draw(prompts.filter(({ response }) => response === null))?.uid
      if (promptUid === undefined) return undefined
      return { name, staff, input: { promptUid, response: draw(PROMPT_RESPONSES) ?? 'accepted' } }
    }
    default:
      throw new Error(`No way is known to do ${name}`)
  }
}

/** Its author corrects a contact; what ended an intent or closed a channel is refused, as are a contact's own words. */
function correction(engine: TestEngine, draw: Draw): AnyAsking | undefined {
  const rows = engine.connection
    .statement<{ contactUid: string; no: string }>(
      'SELECT uid AS contactUid, staff_no AS no FROM contact ORDER BY id',
    )
    .all()
  const found = draw(rows)
  if (found === undefined) return undefined
  const [channel = 'face', outcome = 'reached'] = [draw(CHANNELS), draw(OUTCOMES)]
  const { contactUid, no } = found
  return { name: 'followups.correct', staff: staffOf(no), input: { contactUid, channel, outcome } }
}

function referralStep(
  engine: TestEngine,
  name: 'referrals.accept' | 'referrals.decline' | 'referrals.withdraw' | 'referrals.advance',
  referralUid: string,
  draw: Draw,
): AnyAsking | undefined {
  const row = engine.connection
    .statement<{ fromNo: string; toNo: string }>(
      'SELECT from_no AS fromNo, to_no AS toNo FROM referral WHERE uid = ?',
    )
    .get(referralUid)
  const [from, to] = [staffOf(row?.fromNo), staffOf(row?.toNo)]
  switch (name) {
    case 'referrals.accept':
      return { name, staff: to, input: { referralUid } }
    case 'referrals.decline':
      return { name, staff: to, input: { referralUid, reason: '不在岗' } }
    case 'referrals.withdraw':
      return { name, staff: from, input: { referralUid } }
    case 'referrals.advance':
      return { name, staff: to, input: { referralUid, to: draw(REFERRAL_OUTCOMES) ?? 'lost', note: '' } }
  }
}
