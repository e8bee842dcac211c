import type { InputOf, OperationName } from '../../../src/shared/contract/index.ts'
import { DEFAULT_SETTINGS } from '../../../src/shared/domain/branch/settings.ts'
import { FINDINGS } from '../../../src/shared/domain/customer/findings.ts'
import { DEFAULT_ARRIVAL_SETTINGS } from '../../../src/shared/domain/lobby/arrival-settings.ts'
import { DEFAULT_ROUTES } from '../../../src/shared/domain/work/routing.ts'
import { ALL_DUE_ON, NOWHERE, PROFILE, type Standing } from './standing.ts'

interface Call {
  readonly name: OperationName
  readonly input: unknown
}

/** What staff really ask, about what really lies about in the branch. An operation that is not here does not compile. */
type ValidCalls = { readonly [N in OperationName]: (standing: Standing) => readonly InputOf<N>[] }

const NOTICE_2027 = JSON.stringify({
  year: 2027,
  days: [{ name: '元旦', date: '2027-01-01', isOffDay: true }],
})
const { wedge } = DEFAULT_ARRIVAL_SETTINGS
const MAPPING = { fields: wedge.fields, words: wedge.words }
const REASON = '核对到店客户'
const NOTHING_PAST = { visits: 0, arrivals: 0, leads: 0, prompts: 0, notices: 0, 'reject-files': 0 }

const ofFirst =
  <Input>(ask: (uid: string) => Input) =>
  ({ people }: Standing): Input[] =>
    people.slice(0, 1).map(({ uid }) => ask(uid))
const ofEach =
  <Input>(ask: (uid: string) => Input) =>
  ({ people }: Standing): Input[] =>
    people.map(({ uid }) => ask(uid))
const once =
  <Input>(input: Input) =>
  (): Input[] => [input]

/** In the order in which they are asked: what is read first, what takes something away last. */
const CALLS: ValidCalls = {
  // The newest step is the one before all that follows.
  'undo.newest': once({}),
  'undo.take': ({ own }) => [{ operationId: own.operationId }],
  'undo.today': once({}),

  'session.state': once({}),
  'session.appInfo': once({}),
  'session.whoami': once({}),
  'session.touch': once({}),
  'session.createBranch': ({ no, passphrase }) => [
    { kind: 'new', branchName: '另一网点', staffNo: no, staffName: '另一位', passphrase },
  ],
  'session.signIn': ({ no, passphrase }) => [{ staffNo: no, passphrase }],
  'session.acceptDoubts': ({ no, passphrase }) => [{ staffNo: no, passphrase, reason: REASON }],
  'session.unlock': ({ passphrase }) => [{ passphrase }],
  'session.renewPassphrase': ({ passphrase }) => [{ next: `${passphrase} renewed` }],
  'session.lock': once({}),
  'session.signOut': once({}),

  'customers.search': ({ people, moreTickets }) =>
    people
      .flatMap(({ name, phone }) => [name, name.slice(0, 2), phone ?? '', (phone ?? '').slice(-4)])
      .concat(moreTickets)
      .map((text) => ({ text, limit: 50 })),
  'customers.countFound': ({ people }) => people.map(({ name }) => ({ text: name.slice(0, 1) })),
  'customers.found': ({ people, moreTickets }) =>
    people
      .map(({ name }) => name)
      .concat(moreTickets)
      .map((text) => ({ text, limit: 100 })),
  'customers.browse': () => [{ limit: 100 }, ...FINDINGS.map((finding) => ({ finding }))],
  'customers.counts': once({}),
  'customers.open': ofEach((uid) => ({ uid })),
  'customers.timeline': ofEach((uid) => ({ uid, limit: 100 })),
  'customers.reveal': ofFirst((uid) => ({ uid, group: 'name', reason: REASON })),

  'prompts.show': ofEach((customerUid) => ({ customerUid })),
  'prompts.respond': ({ own }) => [{ promptUid: own.promptUid, response: 'not-now' }],
  'prompts.report': once({ fromOn: '2026-11-01', toOn: '2026-11-30' }),

  'consents.record': ({ people, textVersion }) =>
    people.slice(0, 1).map(({ uid }) => ({
      customerUid: uid,
      purposes: [{ purpose: 'marketing', given: true }],
      channels: [{ channel: 'phone', refused: true }],
      textVersion,
    })),
  // After the recording, so that the register has lines to read.
  'consents.register': ofFirst((customerUid) => ({ customerUid })),
  'consents.exportOne': ofFirst((customerUid) => ({ customerUid, reason: REASON })),
  'consents.exportAll': once({ reason: REASON }),

  'lobby.board': once({}),
  'lobby.visitOf': ofFirst((customerUid) => ({ customerUid })),
  'lobby.arrive': ({ people, tickets }) => [
    { ticket: tickets[1], business: 'cash' },
    ...people.map(({ uid }) => ({
      business: 'cash' as const,
      who: { kind: 'customer' as const, customerUid: uid },
    })),
  ],
  'lobby.identify': ({ visitUid, people }) =>
    people.slice(0, 1).map(({ uid }) => ({ visitUid, who: { kind: 'customer', customerUid: uid } })),
  'lobby.part': ({ visitUid, moreTickets }) => [{ visitUid, ticket: moreTickets[0] }],
  'lobby.firstContact': ({ visitUid }) => [{ visitUid, found: { kind: 'clue', product: 'fund' } }],
  'lobby.advance': ({ visitUid }) => [
    { visitUid, move: 'serve' },
    { visitUid, move: 'undo' },
  ],

  'intents.flag': ofEach((customerUid) => ({ customerUid, product: 'fund', level: 'mid' })),
  'intents.list': once({}),
  'intents.reassign': ({ intentUids, no }) => [{ intentUid: intentUids[1], ownerNo: no }],
  'intents.reassignMany': ({ intentUids, no }) => [{ intentUids: [intentUids[1]], ownerNo: no }],
  'intents.moveDates': ({ intentUids }) => [
    { intentUids: [intentUids[1]], nextOn: '2026-11-27', reason: REASON },
  ],
  'intents.close': ({ intentUids }) => [{ intentUid: intentUids[1], outcome: 'lost' }],

  'leads.find': ({ phones }) => [{ text: phones[0] }],
  'leads.consentText': once({}),
  'leads.save': ({ phones, textVersion }) => [
    {
      surname: '端木',
      title: 'mr',
      phone: phones[1],
      product: 'wealth',
      level: 'high',
      note: '问大额存单',
      consent: { textVersion, purposes: ['contact', 'marketing'] },
    },
  ],
  'leads.list': () => [{ whose: 'mine' }, { whose: 'entered' }, { whose: 'branch' }],
  'leads.counts': once({}),
  'leads.load': once({}),
  'leads.open': ({ leadUid }) => [{ leadUid }],
  'leads.reveal': ({ leadUid }) => [{ leadUid, reason: REASON }],
  'leads.advance': ({ leadUid }) => [{ leadUid, to: 'contacted' }],
  'leads.reassign': ({ leadUid }) => [{ leadUid, ownerNo: '1003' }],
  'leads.reassignMany': ({ leadUid }) => [{ leadUids: [leadUid], ownerNo: '1003' }],

  'referrals.suggest': ofEach((customerUid) => ({ customerUid, level: 'high' })),
  'referrals.offer': ({ people, no }) =>
    people.map(({ uid }) => ({
      customerUid: uid,
      toNo: no === '8001' ? '1003' : '8001',
      product: 'deposit',
      level: 'high',
      reason: '问大额存单',
    })),
  'referrals.list': () => [{ view: 'to-do' }, { view: 'referred' }],
  'referrals.accept': ({ referralUids }) => [{ referralUid: referralUids[0] }],
  'referrals.advance': ({ referralUids }) => [{ referralUid: referralUids[0], to: 'contacted' }],
  'referrals.decline': ({ referralUids }) => [{ referralUid: referralUids[1], reason: '客户改日再来' }],
  'referrals.acceptMany': ({ referralUids }) => [{ referralUids: [referralUids[2]] }],
  'referrals.declineMany': ({ referralUids }) => [
    { referralUids: [referralUids[3]], reason: '客户改日再来' },
  ],
  'referrals.withdraw': ({ own }) => [{ referralUid: own.referralUid }],
  'referrals.routes': once({}),
  'referrals.preview': once({ routes: [...DEFAULT_ROUTES] }),
  'referrals.saveRoutes': once({ routes: [...DEFAULT_ROUTES] }),

  'followups.list': once({}),
  'followups.previewDue': once({ level: 'high' }),
  'followups.record': ({ intentUids }) => [
    { intentUid: intentUids[0], channel: 'face', outcome: 'reached', nextOn: '2026-11-27' },
  ],
  'followups.note': ofFirst((customerUid) => ({ customerUid, note: '下周来办' })),
  'followups.contact': ({ own }) => [{ contactUid: own.contactUid }],
  'followups.correct': ({ own }) => [
    { contactUid: own.contactUid, channel: 'face', outcome: 'interested', reason: '当时选错了' },
  ],
  'followups.freezeList': once({ asOf: ALL_DUE_ON }),
  'followups.sheet': ({ printNo }) => [{ printNo }],
  'followups.draftList': once({ asOf: ALL_DUE_ON }),
  'followups.draftMorning': once({}),
  'followups.preview': once({}),
  'followups.previewMorning': once({}),
  'followups.prints': once({}),
  'followups.findRow': ({ barcode }) => [{ barcode }],
  'followups.freezeMorning': once({}),
  'followups.morningSheet': ({ morningNo }) => [{ printNo: morningNo }],
  'followups.eveningCheck': once({}),
  'followups.print': once({}),
  'followups.printAgain': ({ printNo }) => [{ printNo }],
  'followups.printMorning': once({}),
  'followups.sendToPrinter': ({ printNo }) => [{ printNo }],
  'followups.savePdf': ({ printNo }) => [{ printNo }],

  'lists.layouts': once({}),
  'lists.saveLayout': once({
    list: 'customers',
    columns: ['tier', 'owner'],
    sort: 'contact',
    reversed: true,
  }),
  'lists.export': once({ request: { list: 'customers', asked: {} }, reason: REASON }),
  'lists.draftSheet': once({ list: 'customers', asked: {}, columns: ['reason', 'owner'] }),
  'lists.freezeSheet': once({ list: 'customers', asked: {}, columns: ['reason', 'owner'] }),
  'lists.sheet': ({ own }) => [{ printNo: own.customerListNo }],
  'lists.preview': once({ shows: { list: 'customers', asked: {}, columns: [] } }),
  'lists.print': once({ shows: { list: 'customers', asked: {}, columns: [] } }),
  'home.view': once({}),

  'notices.list': once({ limit: 200 }),
  'notices.see': once({}),
  'notices.serving': once({ on: false }),
  'notices.speak': once({ language: 'en' }),

  'strip.state': once({}),
  'strip.show': once({}),
  'strip.fold': once({ folded: true }),
  'strip.move': once({ towards: 'left' }),
  'strip.setShortcut': once({ shortcut: 'Control+Alt+J' }),
  'strip.openPerson': ofFirst((customerUid) => ({ customerUid })),
  'strip.release': once({}),
  'strip.hide': once({}),

  'arrivals.sources': once({}),
  'arrivals.events': () => [{ source: 'hand' }, { source: 'wedge' }],
  'arrivals.scan': ({ tickets }) => [{ text: tickets[2] }],
  'arrivals.test': once({ source: 'wedge', text: 'A017', mapping: MAPPING }),
  'arrivals.chooseFolder': once({}),
  'arrivals.configure': once({ source: 'wedge', settings: { ...wedge, on: true } }),
  'arrivals.simulate': once({ arrivals: 1, minutes: 1, compression: 10_000 }),
  'arrivals.stopSimulation': once({}),

  'staff.list': once({}),
  'staff.add': ({ no }) => [
    { no: `${no}9`, name: `职员${no}9`, role: 'teller', passphrase: `another of ${no}` },
  ],
  'staff.resetPassphrase': ({ no }) => [{ no: `${no}9`, passphrase: `temporary of ${no}9` }],
  'staff.setActive': ({ no }) => [{ no: `${no}9`, active: false }],
  'staff.keyState': once({}),
  'staff.changePassphrase': ({ passphrase }) => [{ current: passphrase, next: passphrase }],

  'diagnosis.view': once({}),
  'diagnosis.save': once({}),
  'diagnosis.report': once({ window: 'workstation', error: 'TypeError', frames: [] }),

  'settings.get': once({}),
  'settings.save': once({ settings: DEFAULT_SETTINGS }),
  'settings.calendar': once({ month: '2026-11' }),
  'settings.calendarSources': once({}),
  'settings.importNotice': once({ json: NOTICE_2027 }),
  'settings.setDayOverride': once({ on: '2026-11-21', working: true, reason: '开门红' }),

  'privacy.day': once({}),
  'privacy.accessLog': ({ people, no }) => [
    { about: { kind: 'day', on: '2026-11-20', staffNo: null } },
    { about: { kind: 'day', on: '2026-11-20', staffNo: no } },
    ...people.map(({ uid }) => ({ about: { kind: 'customer' as const, customerUid: uid } })),
  ],
  'privacy.retentionPlan': once({}),
  'privacy.retain': once({ planned: NOTHING_PAST }),
  'audit.list': once({ limit: 200 }),
  'audit.verify': once({}),
  'audit.verifyPart': once({}),
  'audit.compareWitnesses': () => [{}, { typed: `1-${'0'.repeat(8)}` }],
  'audit.keepChecked': once({ seq: 0, hash: '0'.repeat(64) }),

  'imports.list': once({}),
  'imports.enter': ({ textVersion }) => [
    { customerNo: 'H9001', name: '端木晴', consent: { textVersion, purposes: ['contact'] } },
  ],
  'imports.get': ({ importUid }) => [{ importUid }],
  'imports.choose': () => [{ kind: 'folder' }, { kind: 'files' }],
  'imports.detect': ({ own }) => [{ token: own.extractToken, fileName: 'people.csv' }],
  'imports.preview': ({ own }) => [{ token: own.extractToken, profile: PROFILE, fileName: 'people.csv' }],
  'imports.survey': ({ own }) => [
    { surveyUid: NOWHERE, token: own.extractToken, profile: PROFILE, fileName: 'people.csv' },
  ],
  'imports.cancelSurvey': once({ surveyUid: NOWHERE }),
  'imports.openProfile': once({}),
  'imports.saveProfile': once({ profile: PROFILE }),
  'imports.saveRejects': ({ importUid }) => [{ importUid }],
  'imports.run': ({ own }) => [{ token: own.extractToken, profile: PROFILE, again: true, allowOlder: false }],
  // The one there is brought everybody; the tests of imports take theirs back.
  'imports.cancel': once({ importUid: NOWHERE }),
  'imports.undo': once({ importUid: NOWHERE }),

  'customers.duplicates': once({ limit: 50 }),
  'customers.comparePair': ({ pairUids }) => pairUids.map((pairUid) => ({ pairUid })),
  'customers.decideDuplicate': ({ pairUids }) => [
    { pairUid: pairUids[0], decision: 'different' },
    { pairUid: pairUids[1], decision: 'same' },
  ],
  'customers.undoDifferent': ({ pairUids }) => [{ pairUid: pairUids[0] }],
  'customers.undoMerge': ({ pairedUids }) => pairedUids.map((uid) => ({ uid })),
}

/** The valid inputs of one operation. */
export function validInputs(name: OperationName, standing: Standing): readonly unknown[] {
  return CALLS[name](standing)
}

export function validCalls(standing: Standing): Call[] {
  const names = Object.keys(CALLS) as OperationName[]
  return names.flatMap((name) => validInputs(name, standing).map((input) => ({ name, input })))
}
