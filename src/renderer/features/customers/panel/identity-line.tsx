import { ActionIcon, Button, CloseIcon, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import IconEye from '@tabler/icons-react/icons/IconEye'
import { useTranslation } from 'react-i18next'
import type { Customer360, CustomerField } from '../../../../shared/contract/customers.ts'
import { useNeighbours } from '../../../router/sequence.tsx'
import { TierBadge } from '../../../shared/person/tier-badge.tsx'
import { namedOf, whoText } from '../../../shared/person/who.ts'
import { roundYuan } from '../../../ui/amounts.ts'
import { Explained } from '../../../ui/explained.tsx'
import classes from './panel.module.css'
import { useFieldText } from './panel-text.ts'
import { RevealDialog } from './reveal-dialog.tsx'
import type { Revealed } from './use-revealed.ts'

/** Who it is, masked; the tier and how far it is to the next; the way to see more, with a reason. */
export function IdentityLine(props: {
  readonly customer: Customer360
  readonly revealed: Revealed
  onClose(): void
}) {
  const { t } = useTranslation()
  const { customer, revealed } = props
  const [asking, ask] = useDisclosure(false)
  return (
    <header className={classes.head}>
      <div className={classes.identity}>
        <Shown {...props} field="name" className={classes.name} />
        <TierBadge tier={customer.tier} />
        {customer.nextTier !== null && (
          <Text
            span
            size="sm"
            title={t('customers.addToday', { amount: roundYuan(customer.nextTier.addTodayFen) })}
          >
            <Explained word="nextTier">
              {t('customers.nextTier', {
                tier: t(`customers.tier.${customer.nextTier.tier}`),
                gap: roundYuan(customer.nextTier.gapFen),
              })}
            </Explained>
          </Text>
        )}
        <Shown {...props} field="phone" />
        <Button
          variant="light"
          size="compact-xs"
          leftSection={<IconEye size={14} aria-hidden />}
          onClick={ask.open}
        >
          {t('customers.reveal')}
        </Button>
        {revealed.fields.size > 0 && (
          <Text span size="xs" c="orange">
            {t('customers.revealedFor', { seconds: revealed.seconds })}
          </Text>
        )}
        <Neighbours />
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.close ?? ''}
          aria-label={t('customers.closePanel')}
          onClick={props.onClose}
        >
          <CloseIcon size="16" />
        </ActionIcon>
      </div>
      <Text size="xs" c="dimmed">
        {customer.ageYears !== null && `${t('customers.age', { years: customer.ageYears })} · `}
        <Shown {...props} field="sex" after=" · " />
        <Shown {...props} field="idNumber" after=" · " />
        {customer.idChecked === false && `${t('customers.idUnchecked')} · `}
        {t('customers.customerNo', { no: customer.customerNo })}
      </Text>
      {asking && <RevealDialog who={whoText(namedOf(customer))} revealed={revealed} onClose={ask.close} />}
    </header>
  )
}

/** The people before and after in the list, without going back to it. */
function Neighbours() {
  const { t } = useTranslation()
  const { at, count, isLast, go } = useNeighbours()
  if (at === null) return <span style={{ marginLeft: 'auto' }} />
  return (
    <ActionIcon.Group ml="auto">
      <ActionIcon
        variant="default"
        aria-label={t('lists.previous')}
        title={`${t('lists.previous')} Alt ↑`}
        aria-keyshortcuts="Alt+ArrowUp"
        disabled={at === 1}
        onClick={() => go(-1)}
      >
        ↑
      </ActionIcon>
      <ActionIcon.GroupSection variant="default" size="md" fz="xs">
        {t('lists.placeInList', { at, count })}
      </ActionIcon.GroupSection>
      <ActionIcon
        variant="default"
        aria-label={t('lists.next')}
        title={`${t('lists.next')} Alt ↓`}
        aria-keyshortcuts="Alt+ArrowDown"
        disabled={isLast}
        onClick={() => go(1)}
      >
        ↓
      </ActionIcon>
    </ActionIcon.Group>
  )
}

function Shown(props: {
  readonly customer: Customer360
  readonly revealed: Revealed
  readonly field: CustomerField
  readonly className?: string | undefined
  readonly after?: string
}) {
  const fieldText = useFieldText()
  const masked = props.customer.fields.find((each) => each.field === props.field)
  const clear = props.revealed.fields.get(props.field)
  if (masked === undefined) return null
  return (
    <>
      <span className={[props.className, clear === undefined ? '' : classes.clear].join(' ')}>
        {fieldText(clear ?? masked)}
      </span>
      {props.after}
    </>
  )
}
