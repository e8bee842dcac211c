import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReferralRow } from '../../../shared/contract/referrals.ts'
import { isOutcome } from '../../../shared/domain/work/referral.ts'
import { useCommand } from '../../ipc/operations.ts'
import type { ReferralAction } from '../../shared/keys/referral-keys.ts'
import { useTellDetails } from '../../shared/undo/step-details.ts'

interface Asked {
  readonly action: ReferralAction
  readonly row: ReferralRow
}

export interface ReferralActions {
  /** The action whose reason or note is being asked for. */
  readonly asked: Asked | null
  readonly busy: boolean
  /** Of an action that was done without a dialog. */
  readonly error: unknown
  readonly dialogError: unknown
  /** Does it at once, or asks for words first. */
  start(action: ReferralAction, row: ReferralRow): void
  save(note: string): void
  cancel(): void
}

export function useReferralActions(): ReferralActions {
  const { t } = useTranslation()
  const tell = useTellDetails()
  const [asked, setAsked] = useState<Asked | null>(null)
  const accept = useCommand('referrals.accept')
  const withdraw = useCommand('referrals.withdraw')
  const decline = useCommand('referrals.decline')
  const advance = useCommand('referrals.advance')
  const close = () => {
    decline.reset()
    advance.reset()
    setAsked(null)
  }
  const start = (action: ReferralAction, row: ReferralRow) => {
    if (action === 'withdraw') withdraw.mutate({ referralUid: row.uid })
    else if (action === 'accept') {
      // The notice of the step says whose it is; about what, only the row knows.
      const lines = [t(`intents.product.${row.product}`)]
      accept.mutate(
        { referralUid: row.uid },
        { onSuccess: () => tell({ action: 'referrals.accept', lines }) },
      )
    } else setAsked({ action, row })
  }
  const save = (note: string) => {
    if (asked === null) return
    const { action, row } = asked
    const onSuccess = close
    if (action === 'decline') decline.mutate({ referralUid: row.uid, reason: note }, { onSuccess })
    else if (isOutcome(action)) advance.mutate({ referralUid: row.uid, to: action, note }, { onSuccess })
  }
  return {
    asked,
    busy: accept.isPending || withdraw.isPending || decline.isPending || advance.isPending,
    error: accept.error ?? withdraw.error,
    dialogError: decline.error ?? advance.error,
    start,
    save,
    cancel: close,
  }
}
