import { Button, Group, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { Look } from '../../../shared/contract/trust.ts'
import { actionWords, shortUid } from '../../shared/words/audit-words.ts'
import { Empty } from '../../ui/empty.tsx'
import { exactShanghaiTime } from '../../ui/instants.ts'
import { Problem } from '../../ui/problem.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import classes from './trust.module.css'
import { type LooksAbout, useLooks } from './use-looks.ts'

const ROW_HEIGHT = 34
const COLUMNS = ['at', 'staff', 'kind', 'customer', 'reason'] as const

/** The looks behind a figure, the newest first; a row leads on to everyone who saw that customer. */
export function LooksList(props: {
  readonly about: LooksAbout
  onAbout(about: LooksAbout): void
  onBack(): void
}) {
  const { t } = useTranslation()
  const { about, onAbout, onBack } = props
  const { looks, error, readOlder } = useLooks(about)
  const title =
    about.kind === 'staff'
      ? t('trust.looksOf', { staff: `${about.staff.staffNo} ${about.staff.staffName}` })
      : t('trust.looksAt', { customer: about.name })
  const open = (look: Look) => {
    if (look.customerUid === null) return
    onAbout({ kind: 'customer', customerUid: look.customerUid, name: nameOf(look, t) })
  }
  return (
    <>
      <Group justify="space-between">
        <Text size="sm" fw={600} component="h2">
          {title}
        </Text>
        <Group gap="sm">
          <Text size="xs" c="dimmed">
            {t('trust.openHint')}
          </Text>
          <Button variant="default" onClick={onBack}>
            {t('trust.back')}
          </Button>
        </Group>
      </Group>
      <Problem error={error} />
      {looks === undefined && error === null && <Waiting lines={8} />}
      {looks?.length === 0 && <Empty title={t('trust.noLooks')} text={t('trust.noLooksHelp')} />}
      {looks !== undefined && looks.length > 0 && (
        <div className={classes.list}>
          <div className={classes.head} aria-hidden="true">
            <div className={classes.look}>
              {COLUMNS.map((column) => (
                <span key={column}>{t(`trust.column.${column}`)}</span>
              ))}
            </div>
          </div>
          <RowList
            key={about.kind === 'customer' ? about.customerUid : about.staff.staffNo}
            label={t('trust.looksList')}
            rows={looks}
            rowHeight={ROW_HEIGHT}
            keyOf={({ seq }) => String(seq)}
            isOpen={() => false}
            render={(look) => <LookLine look={look} />}
            onOpen={open}
            onEndNear={readOlder}
            takesFocus="always"
          />
        </div>
      )}
    </>
  )
}

function LookLine({ look }: { readonly look: Look }) {
  const { t } = useTranslation()
  return (
    <div className={classes.look}>
      <span>{exactShanghaiTime(look.at)}</span>
      <span className={classes.clipped}>
        {look.staffNo} {look.staffName}
      </span>
      <span>{t(`trust.kind.${look.kind}`)}</span>
      <span className={classes.clipped}>{nameOf(look, t)}</span>
      <span className={classes.clipped} title={look.reason ?? ''}>
        {reasonOf(look, t)}
      </span>
    </div>
  )
}

function nameOf({ customer, customerUid }: Look, t: TFunction): string {
  if (customer !== null) return `${customer.maskedName} ${customer.maskedPhone ?? ''}`.trim()
  return customerUid === null ? t('trust.many') : t('trust.somebody', { uid: shortUid(customerUid) })
}

/** Written by hand, or the code of what two compared records have in common. */
function reasonOf({ action, reason }: Look, t: TFunction): string {
  const words = actionWords(action, t)
  if (reason === null) return words
  const said =
    action === 'customers.comparePair'
      ? t(`customers.duplicates.reason.${reason}`, { defaultValue: reason })
      : reason
  return `${words} · ${said}`
}
