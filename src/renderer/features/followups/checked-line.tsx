import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { CheckedRow } from '../../../shared/contract/followups.ts'
import { TierInRow } from '../../shared/person/tier-badge.tsx'
import { UnpublishedOn } from '../../shared/work/due-reason.tsx'
import { shortDay } from '../../ui/civil-dates.ts'
import classes from './evening-check.module.css'

/** One printed row in the evening: what became of it, who and what about, whose it is and by when it is due now. */
export function CheckedLine({ row, onRecord }: { readonly row: CheckedRow; onRecord(): void }) {
  const { t } = useTranslation()
  const { fate, touched, printNo, line } = row
  const { customer, intent } = line
  return (
    <div className={classes.line}>
      <Text span size="sm" fw={600} className={classes.fate} data-fate={fate}>
        {SIGN[fate]} {t(`followups.evening.fate.${fate}`)}
        {fate === 'open' && !touched && (
          <Text span size="xs" c="dimmed">
            {' '}
            {t('followups.evening.untouched')}
          </Text>
        )}
      </Text>
      <div className={classes.who}>
        <div className={classes.name}>
          <Text span fw={600} truncate>
            {customer.maskedName}
          </Text>
          <TierInRow tier={customer.tier} />
          <Text span size="sm" truncate>
            {t(`intents.product.${intent.product}`)} · {t(`intents.level.${intent.currentLevel}`)}
          </Text>
        </div>
        <Text size="xs" c="dimmed" truncate>
          {t('followups.evening.rowOf', { printNo, row: row.row })} · {shortDay(intent.nextOn, t)}
          <UnpublishedOn on={intent.nextOn} /> · {intent.ownerName}
        </Text>
      </div>
      {fate === 'open' && (
        // For the mouse alone: a row of a list holds no control of its own, and R does the same.
        <Button
          component="span"
          aria-hidden
          size="compact-xs"
          variant="light"
          onClick={(event) => {
            event.stopPropagation()
            onRecord()
          }}
        >
          {t('followups.recordContact')}
        </Button>
      )}
    </div>
  )
}

/** The fate without its colour. */
const SIGN = { open: '○', moved: '→', done: '✓' } as const
