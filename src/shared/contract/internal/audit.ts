import type { AuditEntry } from '../audit.ts'
import { declareInternal } from './declaration.ts'

/** What happens outside the database and is recorded all the same. */
export const RECORDED_ACTIONS = [
  'session.lock',
  'session.unlock',
  'session.unlockRefused',
  'session.signOut',
  'session.failuresBefore',
  'staff.changePassphrase',
  'staff.resetPassphrase',
  'staff.keyGranted',
  'staff.changeKey',
  'followups.sendToPrinter',
  'followups.savePdf',
  'arrivals.configure',
  'backup.write',
  'diagnosis.save',
  'store.lossAccepted',
] as const
export type RecordedAction = (typeof RECORDED_ACTIONS)[number]

export const audit = {
  /** Something worth an audit row that happened outside the database: a sign-out, a print, an export. */
  record: declareInternal('audit.record', 'write')
    .takes<{
      readonly action: RecordedAction
      readonly customerUid: string | null
      readonly detail: AuditEntry['detail']
    }>()
    .returns<null>(),
}
