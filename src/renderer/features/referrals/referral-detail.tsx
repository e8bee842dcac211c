import { Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ReferralRow, ReferralStep } from '../../../shared/contract/referrals.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { actionsFor, KEY_OF_ACTION, type ReferralAction } from '../../shared/keys/referral-keys.ts'
import { shanghaiTime } from '../../ui/instants.ts'
import classes from './referrals.module.css'
import { subjectWho } from './subject-text.ts'

/** What happened to the referral that the cursor is at, and what can be done with it; its keys work in the list. */
export function ReferralDetail(props: {
  readonly row: ReferralRow
  readonly busy: boolean
  onAction(action: ReferralAction, row: ReferralRow): void
}) {
  const { t } = useTranslation()
  const { staff } = useOpenSession()
  const { row, busy, onAction } = props
  return (
    <section className={classes.detail} aria-label={t('referrals.history')}>
      <Group gap="xs">
        <Text size="sm" fw={600}>
          {subjectWho(row.subject, t)} · {t(`intents.product.${row.product}`)}
        </Text>
        {row.state === 'offered' && row.backupName !== null && (
          <Text size="xs" c="dimmed">
            {t('referrals.backup', { name: row.backupName })}
          </Text>
        )}
        <Group gap={6} ml="auto">
          {actionsFor(row, staff).map((action) => (
            <Button
              key={action}
              size="compact-sm"
              variant={action === 'accept' ? 'filled' : 'default'}
              aria-keyshortcuts={KEY_OF_ACTION[action]}
              disabled={busy}
              onClick={() => onAction(action, row)}
            >
              {KEY_OF_ACTION[action]} {t(`referrals.action.${action}`)}
            </Button>
          ))}
        </Group>
      </Group>
      <ol className={classes.steps}>
        {row.steps.map((step) => (
          <Step key={`${step.at} ${step.event}`} step={step} />
        ))}
      </ol>
    </section>
  )
}

function Step({ step }: { readonly step: ReferralStep }) {
  const { t } = useTranslation()
  return (
    <li className={classes.step}>
      <span className={classes.at}>{shanghaiTime(step.at).slice(5)}</span>
      <span>
        {t(`referrals.step.${step.event}`, { by: step.byName ?? '', to: step.toName })}
        {step.note !== '' && <span className={classes.note}> · {step.note}</span>}
      </span>
    </li>
  )
}
