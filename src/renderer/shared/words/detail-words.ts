import type { TFunction } from 'i18next'
import type { AuditEntry } from '../../../shared/contract/audit.ts'
import { SYSTEM_NO } from '../../../shared/domain/branch/actor.ts'
import { grouped } from '../../ui/amounts.ts'
import { exactShanghaiTime } from '../../ui/instants.ts'
import { actionWords, shortUid } from './audit-words.ts'

/** Who did it: a member of the staff by number and name, or the program by itself. */
export function actorWords(
  { staffNo, staffName }: Pick<AuditEntry, 'staffNo' | 'staffName'>,
  t: TFunction,
): string {
  return staffNo === SYSTEM_NO ? t('audit.system') : `${staffNo} ${staffName}`
}

type Value = AuditEntry['detail'][string]

/** Where the words for the codes of a detail stand, for details that mean the same in every action. */
const CODES: Readonly<Record<string, string>> = {
  source: 'arrivals.source',
  product: 'intents.product',
  level: 'intents.level',
  group: 'customers.revealGroup',
  role: 'app.role',
  channel: 'followups.channel',
  cause: 'audit.lockCause',
  decision: 'customers.duplicates',
  lostReason: 'leads.lost',
  business: 'lobby.business',
  move: 'lobby.move',
  known: 'audit.known',
  guessedAt: 'audit.guess',
  list: 'lists.named',
  code: 'audit.doubt',
}

/** The same name, but other codes in this action. */
const CODES_IN_ACTION: Readonly<Record<string, string>> = {
  'prompts.respond kind': 'prompts.kind',
  'prompts.undoResponse kind': 'prompts.kind',
  'prompts.respond response': 'prompts.answer',
  'lobby.report outcome': 'arrivals.happened',
  'lobby.arrive outcome': 'arrivals.happened',
  'lobby.identify outcome': 'arrivals.happened',
  'store.accepted cause': 'audit.witness',
  'lobby.advance state': 'lobby.state',
  'lobby.firstContact kind': 'audit.found',
  'intents.close outcome': 'intents.outcome',
  'followups.record outcome': 'followups.outcome',
  'followups.correct outcome': 'followups.outcome',
  'customers.decideDuplicate reason': 'customers.duplicates.reason',
  'referrals.offer state': 'referrals.state',
  'referrals.accept state': 'referrals.state',
  'referrals.decline state': 'referrals.state',
  'referrals.acceptMany state': 'referrals.state',
  'referrals.declineMany state': 'referrals.state',
  'referrals.advance state': 'referrals.state',
  'referrals.withdraw state': 'referrals.state',
  'leads.advance state': 'leads.state',
  'imports.undo state': 'audit.importState',
}

/** Codes that stand in one text, parted by blanks, and where their words are. */
const CODES_IN_A_ROW: Readonly<Record<string, string>> = {
  'consents.record given': 'consents.purpose',
  'consents.record withdrawn': 'consents.purpose',
  'consents.record refused': 'followups.channel',
  'consents.record reopened': 'followups.channel',
  'settings.save changed': 'settings.field',
}

/** Numbers that name something and do not count anything. */
const NAMES_OF_THINGS: readonly string[] = ['year', 'printNo', 'version', 'of']
const UIDS: readonly string[] = ['importUid', 'other', 'leadUid', 'partedUid', 'contactUid']

/** What an entry says besides its action, one short phrase each. What has no words is shown as it is stored. */
export function detailWords(
  { action, detail }: Pick<AuditEntry, 'action' | 'detail'>,
  t: TFunction,
): string[] {
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => phrase(action, name, value, t))
}

function phrase(action: string, name: string, value: Value, t: TFunction): string {
  const said = valueWords(action, name, value, t)
  if (typeof value === 'boolean')
    return t(`audit.flag.${name}.${value}`, { defaultValue: `${name}: ${value}` })
  return t(`audit.detail.${name}`, { value: said, defaultValue: `${name}: ${said}` })
}

function valueWords(action: string, name: string, value: Value, t: TFunction): string {
  if (typeof value === 'number') return numberWords(name, value)
  const text = String(value)
  if (name === 'undone') return actionWords(text, t)
  if (UIDS.includes(name)) return shortUid(text)
  const inARow = CODES_IN_A_ROW[`${action} ${name}`]
  if (inARow !== undefined) return wordsInARow(text, inARow, t)
  const words = CODES_IN_ACTION[`${action} ${name}`] ?? CODES[name]
  return words === undefined ? text : t(`${words}.${text}`, { defaultValue: text })
}

/** Instants as a time, years and list numbers as they are said, amounts of things grouped. */
function numberWords(name: string, value: number): string {
  if (name.endsWith('At')) return exactShanghaiTime(value)
  return NAMES_OF_THINGS.includes(name) ? String(value) : grouped(value)
}

function wordsInARow(codes: string, words: string, t: TFunction): string {
  return codes
    .split(' ')
    .map((code) => t(`${words}.${code}`, { defaultValue: code }))
    .join(t('app.listSeparator'))
}
