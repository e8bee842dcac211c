import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { OfferedReferral } from '../../../../shared/contract/referrals.ts'
import { useOpenSession } from '../../../door/session.tsx'
import { prohibitionText } from '../../words/prohibition-text.ts'

/** Says who has it now and by when, and what the receiver is warned of: a referral is not marketing, a call may be. */
export function useReferredToast(): (offered: OfferedReferral) => void {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  return ({ toName, acceptMinutes, prohibitions }) => {
    const warnings = prohibitions.map((each) => prohibitionText(each, todayOn, t))
    const sent = t('referrals.refer.sent', { name: toName, minutes: acceptMinutes })
    const separator = t('followups.listSeparator')
    notifications.show({
      role: 'status',
      message:
        warnings.length === 0
          ? sent
          : `${sent} · ${t('referrals.refer.warned', { warnings: warnings.join(separator) })}`,
    })
  }
}
