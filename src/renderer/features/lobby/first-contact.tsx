import { Button, Text } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../../shared/contract/lobby.ts'
import { PRODUCTS } from '../../../shared/domain/products.ts'
import { BUSINESSES } from '../../../shared/domain/visit.ts'
import { isComposing } from '../../ui/composition.ts'
import { Problem } from '../../ui/problem.tsx'
import classes from './board.module.css'
import { type FirstContactState, useFirstContact } from './use-first-contact.ts'

/**
 * What the first words with a visitor found out (L5): 1 业务类型 and a digit, 2 顺带一问 and a product's letter, 3 不打扰.
 * Two keys at most, and each is saved at once. It takes its keys while the focus is in it; a list that keeps the focus
 * itself uses `useFirstContact` and `FirstContactButtons`.
 */
export function FirstContact({ visit }: { readonly visit: Visit }) {
  const contact = useFirstContact(visit)
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return
    if (contact.press(event.nativeEvent.code)) event.preventDefault()
  }
  return <FirstContactButtons contact={contact} onKeyDown={onKeyDown} />
}

/** The three buttons, or the choices behind the one that was pressed. */
export function FirstContactButtons(props: {
  readonly contact: FirstContactState
  onKeyDown?(event: KeyboardEvent): void
}) {
  const { contact } = props
  const { t } = useTranslation()
  const { asking, visit } = contact
  return (
    <fieldset className={classes.contact} aria-label={t('lobby.contact.title')} onKeyDown={props.onKeyDown}>
      {asking === null && (
        <>
          <Button variant="default" onClick={() => contact.ask('business')}>
            1 {t('lobby.contact.business')}
          </Button>
          <Button variant="default" onClick={() => contact.ask('clue')}>
            2 {t('lobby.contact.clue')}
          </Button>
          <Button
            variant={visit.doNotDisturb ? 'filled' : 'default'}
            aria-pressed={visit.doNotDisturb}
            onClick={contact.toggleDoNotDisturb}
          >
            3 {t('lobby.contact.doNotDisturb')}
          </Button>
        </>
      )}
      {asking === 'business' && <Businesses contact={contact} />}
      {asking === 'clue' && <Products contact={contact} />}
      {asking !== null && (
        <Button variant="subtle" onClick={() => contact.ask(null)}>
          {t('app.back')} Esc
        </Button>
      )}
      <Problem error={contact.error} />
    </fieldset>
  )
}

function Businesses({ contact }: { readonly contact: FirstContactState }) {
  const { t } = useTranslation()
  return (
    <>
      <Text size="xs">{t('lobby.contact.business')}</Text>
      {BUSINESSES.map((business, index) => (
        <Button
          key={business}
          size="compact-sm"
          variant={business === contact.visit.business ? 'filled' : 'default'}
          aria-pressed={business === contact.visit.business}
          onClick={() => contact.setBusiness(business)}
        >
          {index + 1} {t(`lobby.business.${business}`)}
        </Button>
      ))}
    </>
  )
}

function Products({ contact }: { readonly contact: FirstContactState }) {
  const { t } = useTranslation()
  return (
    <>
      <Text size="xs">{t('lobby.contact.clueHint')}</Text>
      {PRODUCTS.map(({ code }, index) => (
        <Button
          key={code}
          size="compact-sm"
          variant={code === contact.visit.clue ? 'filled' : 'default'}
          aria-pressed={code === contact.visit.clue}
          onClick={() => contact.setClue(code)}
        >
          {contact.letters.charAt(index)} {t(`intents.product.${code}`)}
        </Button>
      ))}
    </>
  )
}
