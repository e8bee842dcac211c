import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { NoticeRow } from '../../../shared/contract/notices.ts'
import { shortDay } from '../../ui/civil-dates.ts'
import { shanghaiTime } from '../../ui/instants.ts'
import classes from './bell.module.css'

/** The year of a notice is this one. */
const MONTH_AT = 5

/** What happened; below it who, what about and by when. */
export function NoticeLine({ notice }: { readonly notice: NoticeRow }) {
  const { t } = useTranslation()
  const { kind, detail, subject, createdAt, seen } = notice
  return (
    <div className={classes.notice} data-seen={seen}>
      <div className={classes.first}>
        <Text span size="sm" truncate fw={seen ? 400 : 600}>
          {t(`notices.kind.${kind}`, detail)}
        </Text>
        <Text span size="xs" c="dimmed" className={classes.when}>
          {shanghaiTime(createdAt).slice(MONTH_AT)}
          {seen && ` · ${t('notices.seen')}`}
        </Text>
      </div>
      {subject !== null && (
        <Text size="xs" c="dimmed" truncate>
          {[
            subject.customer.maskedName,
            t(`customers.tier.${subject.customer.tier}`),
            t(`intents.product.${subject.product}`),
            subject.byOn === null ? null : t('notices.byOn', { day: shortDay(subject.byOn, t) }),
            subject.byAt === null
              ? null
              : t('notices.byAt', { time: shanghaiTime(subject.byAt).slice(MONTH_AT) }),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </Text>
      )}
    </div>
  )
}
