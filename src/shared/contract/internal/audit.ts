import type { ErrorCode, ErrorDetail } from '../../domain/branch/app-error.ts'
import type { Witness } from '../../domain/branch/witness.ts'
import type { AuditEntry } from '../audit.ts'
import { declareInternal, type Nothing } from './declaration.ts'

/** What happens outside the database and is recorded all the same. */
export const RECORDED_ACTIONS = [
  'session.lock',
  'session.unlock',
  'session.unlockRefused',
  'session.signOut',
  'session.failuresBefore',
  'session.attemptsPutBack',
  'staff.changePassphrase',
  'staff.resetPassphrase',
  'staff.keyGranted',
  'staff.changeKey',
  'followups.sendToPrinter',
  'followups.savePdf',
  'arrivals.configure',
  'backup.write',
  'diagnosis.save',
  'store.accepted',
  'store.restored',
] as const
export type RecordedAction = (typeof RECORDED_ACTIONS)[number]

/** Something about the chain or the clock that does not agree, as a refusal would name it. */
export interface Doubt {
  readonly code: ErrorCode
  readonly detail: Readonly<ErrorDetail>
}

export const audit = {
  /** For each witness what the chain lacks of it; null where it contains it. */
  gaps: declareInternal('audit.gaps', 'read')
    .takes<{ readonly witnesses: readonly Witness[] }>()
    .returns<readonly ('short' | 'changed' | null)[]>(),
  /** The newest link. */
  end: declareInternal('audit.end', 'read').takes<Nothing>().returns<Witness>(),
  /** Everything that a start would refuse: witnesses that the chain lacks, and a clock that does not go with it. */
  doubts: declareInternal('audit.doubts', 'read')
    .takes<{ readonly witnesses: readonly Witness[] }>()
    .returns<readonly Doubt[]>(),
  /** Something worth an audit row that happened outside the database: a sign-out, a print, an export. */
  record: declareInternal('audit.record', 'write')
    .takes<{
      readonly action: RecordedAction
      readonly customerUid: string | null
      readonly detail: AuditEntry['detail']
    }>()
    .returns<null>(),
}
