import { isUnlikelyBirth } from '../../../../shared/domain/imports/birth-date.ts'
import { contradictsNumber, type NumberBearer } from '../../../../shared/domain/imports/number-owner.ts'
import type { IdentityNumber, ResidentNumber } from '../../../../shared/domain/text/identity-number.ts'
import type { RecordIssues } from './record-issues.ts'

/** A birth date that nobody alive can have is no birth date. */
export function believable(
  birthOn: string | null,
  todayOn: string | undefined,
  issues: RecordIssues,
): string | null {
  if (birthOn === null || todayOn === undefined || !isUnlikelyBirth(birthOn, todayOn)) return birthOn
  issues.flag('birth-unlikely', 'birthOn', '')
  return null
}

/** The resident number that tells who the record is of: its check digit agrees, and the record does not speak against it. */
export function vouchedNumber(
  id: IdentityNumber | null,
  bearer: NumberBearer,
  todayOn: string | undefined,
  issues: RecordIssues,
): ResidentNumber | null {
  if (id?.kind !== 'resident' || !id.checked) return null
  if (todayOn !== undefined && isUnlikelyBirth(id.birthOn, todayOn)) {
    issues.flag('id-unverified', 'idNumber', '')
    return null
  }
  if (!contradictsNumber(bearer, id)) return id
  issues.flag('id-contradicts', 'idNumber', '')
  return null
}
