import { Button, Text } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../../shared/contract/lobby.ts'
import { CONTACT_LETTER } from '../../../shared/domain/branch/screen-letters.ts'
import { PRODUCTS } from '../../../shared/domain/customer/products.ts'
import { BUSINESSES } from '../../../shared/domain/lobby/visit.ts'
import { useOperation } from '../../ipc/operations.ts'
import { visitWho } from '../../shared/words/visit-words.ts'
import { isPlainKey } from '../../ui/composition.ts'
import { Problem } from '../../ui/problem.tsx'
import { Question } from '../../ui/question.tsx'
import classes from './board.module.css'
import { type FirstContactState, useFirstContact } from './use-first-contact.ts'

/** The first contact with a customer who is in the lobby; nothing for one who is not. */
export function FirstContactOf({ customerUid }: { readonly customerUid: string }) {
  const visit = useOperation(
    'lobby.visitOf',
    { customerUid },
    { standsIn: (earlier) => earlier.customerUid === customerUid },
  )
  return visit.data === undefined || visit.data === null ? null : <FirstContact visit={visit.data} />
}

function FirstContact({ visit }: { readonly visit: Visit }) {
  return <FirstContactButtons contact={useFirstContact(visit)} />
}

/**
 * What the first words with a visitor found out (L5): T 业务类型 and a digit, Q 顺带一问 and a product's letter, M 不打扰.
 * Two keys at most, and each is saved at once.
 */
export function FirstContactButtons({ contact }: { readonly contact: FirstContactState }) {
  const { t } = useTranslation()
  const { asking, visit } = contact
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event)) return
    if (!contact.press(event.nativeEvent.code)) return
    event.preventDefault()
    event.stopPropagation()
  }
  if (asking !== null) {
    return (
      <Question
        key={asking}
        label={`${t(`lobby.contact.${asking}`)} · ${visitWho(visit, t)}`}
        className={classes.contact}
        onKey={contact.press}
        onLeave={() => contact.ask(null)}
      >
        {asking === 'business' ? <Businesses contact={contact} /> : <Products contact={contact} />}
        <Button variant="subtle" onClick={() => contact.ask(null)}>
          {t('app.back')} Esc
        </Button>
      </Question>
    )
  }
  return (
    <fieldset
      className={classes.contact}
      tabIndex={-1}
      aria-label={t('lobby.contact.title')}
      onKeyDown={onKeyDown}
    >
      <Button
        variant="default"
        aria-keyshortcuts={CONTACT_LETTER.business}
        onClick={() => contact.ask('business')}
      >
        {CONTACT_LETTER.business} {t('lobby.contact.business')}
      </Button>
      <Button variant="default" aria-keyshortcuts={CONTACT_LETTER.clue} onClick={() => contact.ask('clue')}>
        {CONTACT_LETTER.clue} {t('lobby.contact.clue')}
      </Button>
      <Button
        variant={visit.doNotDisturb ? 'filled' : 'default'}
        aria-keyshortcuts={CONTACT_LETTER.doNotDisturb}
        aria-pressed={visit.doNotDisturb}
        onClick={contact.toggleDoNotDisturb}
      >
        {CONTACT_LETTER.doNotDisturb} {t('lobby.contact.doNotDisturb')}
      </Button>
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
