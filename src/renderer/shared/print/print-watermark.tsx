import { useTranslation } from 'react-i18next'
import type { DailySheet } from '../../../shared/contract/followups.ts'
import { shanghaiTime } from '../../ui/instants.ts'
import classes from './sheet.module.css'

/** Who printed it and when; of a draft, that it is one; of a reprint, which the address names, that it is one and whose. */
export function PrintWatermark({ print }: { readonly print: DailySheet['print'] }) {
  const { t } = useTranslation()
  const address = new URLSearchParams(window.location.search)
  const staff = address.get('by')
  const whoAndWhen = `${print.printedByNo} ${shanghaiTime(print.printedAt)}`
  const first = print.printNo === null ? `${t('followups.print.draft')} ${whoAndWhen}` : whoAndWhen
  const text =
    staff === null
      ? first
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
