import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AuditEntry } from '../../../shared/contract/audit.ts'
import { actionWords, shortUid } from '../../shared/words/audit-words.ts'
import { actorWords, detailWords } from '../../shared/words/detail-words.ts'
import { exactShanghaiTime } from '../../ui/instants.ts'
import classes from './audit-screen.module.css'

/** The names of the columns. The list below them is one control, which says each row in full. */
export function EntryLineHead() {
  const { t } = useTranslation()
  return (
    <div className={classes.head} aria-hidden="true">
      <div className={classes.line}>
        <span>{t('audit.column.at')}</span>
        <span>{t('audit.column.staff')}</span>
        <span>{t('audit.column.action')}</span>
        <span>{t('audit.column.customer')}</span>
        <span className={classes.seq}>{t('audit.column.seq')}</span>
      </div>
    </div>
  )
}

/** One link of the chain on one line. */
export function EntryLine({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useTranslation()
  const details = detailWords(entry, t)
  return (
    <div className={classes.line}>
      <span>{exactShanghaiTime(entry.at)}</span>
      <span className={classes.clipped} title={actorWords(entry, t)}>
        {actorWords(entry, t)}
      </span>
      <span className={classes.clipped} title={details.join(' · ')}>
        {actionWords(entry.action, t)}
        {details.length > 0 && (
          <Text span size="sm" c="dimmed">
            {' · '}
            {details.join(' · ')}
          </Text>
        )}
      </span>
      <span className={classes.uid}>{entry.customerUid === null ? '' : shortUid(entry.customerUid)}</span>
      <span className={classes.seq}>{entry.seq}</span>
    </div>
  )
}
