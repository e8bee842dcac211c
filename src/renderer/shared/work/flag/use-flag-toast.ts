import { useTranslation } from 'react-i18next'
import type { FlaggedIntent } from '../../../../shared/contract/intents.ts'
import { blocks, type Prohibition } from '../../../../shared/domain/consent/prohibitions.ts'
import type { ProductCode } from '../../../../shared/domain/customer/products.ts'
import { CHANNELS } from '../../../../shared/domain/work/contact.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { shortDay } from '../../../ui/civil-dates.ts'
import { useTellDetails } from '../../undo/step-details.ts'
import { prohibitionText } from '../../words/prohibition-text.ts'

/** Says by when a flag is followed up, and what stands against offering the product. */
export function useFlagToast(): (flagged: FlaggedIntent) => void {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  const tell = useTellDetails()
  return ({ intent, prohibitions, unpublished }) => {
    const next = t('intents.nextBy', { day: shortDay(intent.nextOn, t), owner: intent.ownerName })
    tell({
      action: 'intents.flag',
      lines: unpublished ? [next, t('followups.unpublishedHint')] : [next],
      warnings: prohibitions
        .filter((each) => standsAgainst(each, intent.product))
        .map((each) => prohibitionText(each, todayOn, t)),
    })
  }
}

/** A wish is noted whatever stands against it; what is said is only what concerns this product (L4). */
function standsAgainst(prohibition: Prohibition, product: ProductCode): boolean {
  return CHANNELS.some((channel) => blocks(prohibition, channel, product))
}
