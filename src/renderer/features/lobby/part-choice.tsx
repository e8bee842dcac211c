import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './board.module.css'

/** Which of somebody's tickets is another visitor's (L1): a digit names it, Esc leaves them one. */
export function PartChoice(props: {
  readonly tickets: readonly string[]
  onChoose(ticket: string): void
  onLeave(): void
}) {
  const { t } = useTranslation()
  return (
    <fieldset className={classes.contact} aria-label={t('lobby.part.which')}>
      <Text size="xs">{t('lobby.part.which')}</Text>
      {props.tickets.map((ticket, index) => (
        <Button key={ticket} size="compact-sm" variant="default" onClick={() => props.onChoose(ticket)}>
          {index + 1} {ticket}
        </Button>
      ))}
      <Button variant="subtle" onClick={props.onLeave}>
        {t('app.back')} Esc
      </Button>
    </fieldset>
  )
}
