import { expect, test } from 'vitest'
import { VIEW_ACTIONS } from '../../../src/shared/domain/consent/viewing.ts'
import { AUDITED_ACTIONS } from '../../support/contract/audited-actions.ts'

/** Whoever did one of these with a customer had business with them that day: a visit, a word, a piece of work. */
const BUSINESS = [
  'consents.record',
  'customers.decideDuplicate',
  'customers.undoDifferent',
  'customers.undoMerge',
  'followups.note',
  'followups.record',
  'intents.close',
  'intents.flag',
  'intents.reassign',
  'intents.undoFlag',
  'leads.advance',
  'leads.open',
  'leads.reassign',
  'leads.reveal',
  'leads.save',
  'lobby.advance',
  'lobby.arrive',
  'lobby.firstContact',
  'lobby.identify',
  'lobby.part',
  'lobby.report',
  'lobby.undoPart',
  'prompts.respond',
  'prompts.undoResponse',
  'referrals.accept',
  'referrals.advance',
  'referrals.decline',
  'referrals.offer',
  'referrals.withdraw',
  'undo.take',
]
/** These name no customer in the audit. */
const ABOUT_NOBODY = [
  'arrivals.configure',
  'arrivals.rehearse',
  'arrivals.unreadable',
  'backup.write',
  'branch.create',
  'demo.load',
  'diagnosis.save',
  'followups.escalate',
  'imports.begin',
  'imports.cancelled',
  'imports.failed',
  'imports.run',
  'imports.undo',
  'notices.markShown',
  'notices.see',
  'notices.tellDue',
  'referrals.bounce',
  'referrals.saveRoutes',
  'session.failuresBefore',
  'session.lock',
  'session.signOut',
  'session.unlock',
  'session.unlockRefused',
  'settings.importNotice',
  'settings.setDayOverride',
  'settings.save',
  'staff.activate',
  'staff.changePassphrase',
  'staff.enter',
  'staff.insert',
  'staff.keyGranted',
  'store.lossAccepted',
  'privacy.retain',
  'privacy.retained',
]

test('P2: every action of the audit is decided on: it only looks, it is business with somebody, or it is about nobody', () => {
  const decided = [...VIEW_ACTIONS, ...BUSINESS, ...ABOUT_NOBODY]
  expect([...AUDITED_ACTIONS].sort()).toEqual(decided.sort())
})
