import { useTranslation } from 'react-i18next'
import type { PrintedList } from '../../../../shared/contract/followups.ts'
import { shanghaiTime } from '../../../ui/instants.ts'
import classes from './sheet.module.css'

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

/** Enough marks that no half of a page is without one. */
const MARKS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const

/** Who printed it and when, across every page: a fixed element is repeated on each page of a print. */
function Watermark({ text }: { readonly text: string }) {
  return (
    <div className={classes.watermark} aria-hidden>
      {MARKS.map((mark) => (
        <span key={mark}>{text}</span>
      ))}
    </div>
  )
}
