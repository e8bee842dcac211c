import { useTranslation } from 'react-i18next'
import type { PrintedList } from '../../../../shared/contract/followups.ts'
import { shanghaiTime } from '../../../ui/instants.ts'
import { Watermark } from './watermark.tsx'

/** Who printed it and when; of a reprint, which the address names, that it is one and whose. */
export function PrintWatermark({ print }: { readonly print: PrintedList }) {
  const { t } = useTranslation()
  const address = new URLSearchParams(window.location.search)
  const staff = address.get('by')
  const text =
    staff === null
      ? `${print.printedByNo} ${shanghaiTime(print.printedAt)}`
      : t('followups.sheet.again', { staff, at: shanghaiTime(Number(address.get('at'))) })
  return <Watermark text={text} />
}
