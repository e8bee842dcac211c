import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { daysBetween } from '../../../shared/domain/calendar/civil-date.ts'
import type { ProductCode } from '../../../shared/domain/customer/products.ts'
import type { DueRule } from '../../../shared/domain/work/cadence.ts'
import type { DecayedLevel } from '../../../shared/domain/work/intent.ts'
import { shortDay } from '../../ui/civil-dates.ts'
import { movedReason } from '../words/moved-reason.ts'
import classes from './sheet.module.css'

/** What somebody wants and how much, with what else there is to say of it below. */
export function PaperWork(props: {
  readonly product: ProductCode
  readonly level: DecayedLevel['level']
  /** Parts that are left out are empty, null or false. */
  readonly remarks: readonly (string | null | false)[]
}): ReactNode {
  const { t } = useTranslation()
  const { product, level } = props
  const remarks = props.remarks.flatMap((remark) => remark || [])
  return (
    <>
      <b>
        {t(`intents.product.${product}`)} · {t(`intents.level.${level}`)}
      </b>
      {remarks.map((remark) => (
        <div key={remark} className={classes.small}>
          {remark}
        </div>
      ))}
    </>
  )
}

/** The next date with its weekday, whether it is overdue or today, and where it is wanted why it was moved (F3). */
export function PaperDue(props: {
  readonly nextOn: string
  readonly todayOn: string
  readonly dueRule: DueRule | null
  readonly saysWhy: boolean
}): ReactNode {
  const { t } = useTranslation()
  const { nextOn, todayOn, dueRule, saysWhy } = props
  const late = daysBetween(nextOn, todayOn)
  const moved = saysWhy && dueRule !== null ? movedReason(dueRule, t) : null
  return (
    <>
      {shortDay(nextOn, t)}
      {late > 0 && ` ${t('intents.overdue', { days: late })}`}
      {late === 0 && ` ${t('intents.dueToday')}`}
      {moved !== null && <div className={classes.small}>{moved}</div>}
      {dueRule?.published === false && <div className={classes.small}>{t('followups.unpublished')}</div>}
    </>
  )
}
