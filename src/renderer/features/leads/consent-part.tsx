import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ConsentPurpose, ConsentText } from '../../../shared/domain/consent/consent.ts'
import { purposeWords } from '../../../shared/domain/consent/purpose-words.ts'
import { keptLanguage } from '../../ui/language.ts'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { isContactDeclined, isKnownByVisit, type LeadDraft, needsTicket } from './lead-draft.ts'
import classes from './leads.module.css'
import { PurposeKeys } from './purpose-keys.tsx'

/** The words that the stranger is shown, and what they said to each purpose (P3). */
export function ConsentPart(props: {
  readonly draft: LeadDraft
  readonly words: ConsentText | null
  onPurposes(purposes: readonly ConsentPurpose[]): void
  /** To all of it no; the form goes on. */
  onDeclined(): void
}) {
  const { t } = useTranslation()
  const { draft, words } = props
  const { purposes } = draft
  const text = words === null ? null : keptLanguage() === 'zh-CN' ? words.zh : words.en
  return (
    <>
      <Text size="xs" fw={600}>
        {t('leads.quick.consent')} {words !== null && t('leads.quick.version', { version: words.version })}
      </Text>
      {words !== null && (
        <ScrollRegion
          label={t('leads.quick.text', { version: words.version })}
          className={classes.words}
          title={t('leads.quick.consentHelp')}
        >
          {text}
        </ScrollRegion>
      )}
      <PurposeKeys
        purposes={purposes}
        words={text === null ? null : purposeWords(text)}
        onPurposes={props.onPurposes}
        onDeclined={props.onDeclined}
      />
      {isContactDeclined(purposes) && (
        <Text size="xs" c="orange" role="status">
          {t(isKnownByVisit(draft) ? 'leads.quick.noPhoneVisit' : 'leads.quick.noPhone')}{' '}
          {needsTicket(draft) && t('leads.quick.needsTicket')}
        </Text>
      )}
    </>
  )
}
