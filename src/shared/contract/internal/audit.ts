import type { AuditEntry } from '../audit.ts'
import { declareInternal } from './declaration.ts'

export const audit = {
  /** Something worth an audit row that happened outside the database: a sign-out, a print, an export. */
  record: declareInternal('audit.record', 'write')
    .takes<{
      readonly action: string
      readonly customerUid: string | null
      readonly detail: AuditEntry['detail']
    }>()
    .returns<null>(),
}
