import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OpenIntent } from '../../../shared/contract/customers.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { decayNote } from '../words/decay-note.ts'
import { DueText } from '../work/due-text.tsx'
import { IntentMenu } from '../work/intent-menu.tsx'
import { LevelBadge } from '../work/level-badge.tsx'
import classes from './person.module.css'
import type { ContactWish } from './use-contact-wish.ts'

/** The open promises: what was asked, who follows it up, by when; key F6 takes one of them, or the customer alone. */
export function OpenIntents(props: {
  readonly intents: readonly OpenIntent[]
  readonly contact: ContactWish
}) {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  if (props.intents.length === 0) {
    return (
      <div className={classes.intent}>
        <Text span size="sm" c="dimmed" role="status">
          {t('customers.noIntents')}
        </Text>
        <span className={classes.intentEnd}>
          <Button variant="subtle" size="compact-xs" onClick={props.contact.ask}>
            F6 {t('customers.recordContact')}
          </Button>
        </span>
      </div>
    )
  }
  return (
    <ul className={classes.intents} aria-label={t('customers.openIntents')}>
      {props.intents.map((intent, index) => (
        <li key={intent.uid} className={classes.intent}>
          <LevelBadge level={intent.currentLevel} />
          <Text span size="sm" fw={600}>
            {t(`intents.product.${intent.product}`)}
          </Text>
          <DueText nextOn={intent.nextOn} todayOn={todayOn} />
          <Text span size="xs" c="dimmed">
            {[intent.ownerName, decayNote(intent, todayOn, t)].filter((part) => part !== null).join(' · ')}
          </Text>
          <span className={classes.intentEnd}>
            <Button
              variant="subtle"
              size="compact-xs"
              aria-keyshortcuts={index === 0 ? 'F6' : undefined}
              onClick={() => props.contact.record(intent)}
            >
              {index === 0 ? `F6 ${t('customers.recordContact')}` : t('customers.recordContact')}
            </Button>
            <IntentMenu intent={intent} />
          </span>
        </li>
      ))}
    </ul>
  )
}
