import type { TFunction } from 'i18next'
import type { AuditEntry } from '../../../shared/contract/audit.ts'
import { SYSTEM_NO } from '../../../shared/domain/branch/actor.ts'

/** Who did it: a member of the staff by number and name, or the program by itself. */
export function actorWords(
  { staffNo, staffName }: Pick<AuditEntry, 'staffNo' | 'staffName'>,
  t: TFunction,
): string {
  return staffNo === SYSTEM_NO ? t('audit.system') : `${staffNo} ${staffName}`
}
