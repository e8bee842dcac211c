import { Button, Group, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { AccessEntry } from '../../../shared/contract/privacy.ts'
import { actionWords, shortUid } from '../../shared/words/audit-words.ts'
import { Empty } from '../../ui/empty.tsx'
import { exactShanghaiTime } from '../../ui/instants.ts'
import { Problem } from '../../ui/problem.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import classes from './privacy.module.css'
import { type AccessSubject, useAccessLog } from './use-access-log.ts'

const ROW_HEIGHT = 34
const COLUMNS = ['at', 'staff', 'kind', 'customer', 'reason'] as const

/** The looks behind a figure, the newest first; a row leads on to everyone who saw that customer. */
export function AccessLog(props: {
  readonly about: AccessSubject
  onAbout(about: AccessSubject): void
  onBack(): void
}) {
  const { t } = useTranslation()
  const { about, onAbout, onBack } = props
  const { accessLog, error, readOlder } = useAccessLog(about)
  const title =
    about.kind === 'staff'
      ? t('privacy.accessLogOf', { staff: `${about.staff.staffNo} ${about.staff.staffName}` })
      : t('privacy.looksAt', { customer: about.name })
  const open = (access: AccessEntry) => {
    if (access.customerUid === null) return
    onAbout({ kind: 'customer', customerUid: access.customerUid, name: nameOf(access, t) })
  }
  return (
    <>
      <Group justify="space-between">
        <Text size="sm" fw={600} component="h2">
          {title}
        </Text>
        <Group gap="sm">
          <Text size="xs" c="dimmed">
            {t('privacy.openHint')}
          </Text>
          <Button variant="default" onClick={onBack}>
            {t('privacy.back')}
          </Button>
        </Group>
      </Group>
      <Problem error={error} />
      {accessLog === undefined && error === null && <Waiting lines={8} />}
      {accessLog?.length === 0 && <Empty title={t('privacy.noLooks')} text={t('privacy.noLooksHelp')} />}
      {accessLog !== undefined && accessLog.length > 0 && (
        <div className={classes.list}>
          <div className={classes.head} aria-hidden="true">
            <div className={classes.access}>
              {COLUMNS.map((column) => (
                <span key={column}>{t(`privacy.column.${column}`)}</span>
              ))}
            </div>
          </div>
          <RowList
            key={about.kind === 'customer' ? about.customerUid : about.staff.staffNo}
            label={t('privacy.accessLog')}
            rows={accessLog}
            rowHeight={ROW_HEIGHT}
            keyOf={({ seq }) => String(seq)}
            render={(access) => <AccessLine access={access} />}
            onOpen={open}
            onEndNear={readOlder}
            takesFocus="unless-typing"
          />
        </div>
      )}
    </>
  )
}

function AccessLine({ access }: { readonly access: AccessEntry }) {
  const { t } = useTranslation()
  return (
    <div className={classes.access}>
      <span>{exactShanghaiTime(access.at)}</span>
      <span className={classes.clipped}>
        {access.staffNo} {access.staffName}
      </span>
      <span>{t(`privacy.kind.${access.kind}`)}</span>
      <span className={classes.clipped}>{nameOf(access, t)}</span>
      <span className={classes.clipped} title={access.reason ?? ''}>
        {reasonOf(access, t)}
      </span>
    </div>
  )
}

function nameOf({ customer, customerUid }: AccessEntry, t: TFunction): string {
  if (customer !== null) return `${customer.maskedName} ${customer.maskedPhone ?? ''}`.trim()
  return customerUid === null ? t('privacy.many') : t('privacy.somebody', { uid: shortUid(customerUid) })
}

/** Written by hand, or the code of what two compared records have in common. */
function reasonOf({ action, reason }: AccessEntry, t: TFunction): string {
  const words = actionWords(action, t)
  if (reason === null) return words
  const said =
    action === 'customers.comparePair'
      ? t(`customers.duplicates.reason.${reason}`, { defaultValue: reason })
      : reason
  return `${words} · ${said}`
}
