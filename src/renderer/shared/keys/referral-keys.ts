import type { ReferralRow } from '../../../shared/contract/referrals.ts'
import type { SessionStaff } from '../../../shared/contract/session.ts'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import { REFERRAL_LETTER } from '../../../shared/domain/branch/screen-letters.ts'
import { outcomesFrom, type ReferralOutcome } from '../../../shared/domain/work/referral.ts'

export type ReferralAction = 'accept' | 'decline' | 'withdraw' | ReferralOutcome

/** The key of each action on the selected row. */
export const KEY_OF_ACTION: Readonly<Record<ReferralAction, string>> = REFERRAL_LETTER

/** What this person may do with a referral now, in the order of the buttons; the engine asks again. */
export function actionsFor(
  { state, toNo, fromNo }: Pick<ReferralRow, 'state' | 'toNo' | 'fromNo'>,
  staff: Pick<SessionStaff, 'no' | 'role'>,
): readonly ReferralAction[] {
  const receives = toNo === staff.no
  if (state === 'offered') {
    if (receives) return ['accept', 'decline']
    return fromNo === staff.no ? ['withdraw'] : []
  }
  return receives || sharesOutWork(staff.role) ? outcomesFrom(state) : []
}

/** The action of a key among those that are possible; null for any other key. */
export function actionOfKey(key: string, possible: readonly ReferralAction[]): ReferralAction | null {
  return possible.find((action) => KEY_OF_ACTION[action] === key.toUpperCase()) ?? null
}
