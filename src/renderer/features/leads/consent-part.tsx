import { Checkbox, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { CONSENT_PURPOSES, type ConsentText } from '../../../shared/domain/consent/consent.ts'
import { keptLanguage } from '../../ui/language.ts'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import { KeyChoice } from './key-choice.tsx'
import { AGREED, isContactDeclined, type LeadDraft, needsTicket } from './lead-draft.ts'
import classes from './leads.module.css'

type Answer = 'agreed' | 'declined'

/** The words that the stranger is shown, and what they said to them (P3). */
export function ConsentPart(props: {
  readonly draft: LeadDraft
  readonly words: ConsentText | null
  onAnswer(purposes: LeadDraft['purposes']): void
  onPurposes(purposes: LeadDraft['purposes']): void
}) {
  const { t } = useTranslation()
  const { draft, words } = props
  const { purposes } = draft
  const options = (['agreed', 'declined'] as const).map((value) => ({
    value,
    label: t(`leads.quick.${value}`),
    key: value === 'agreed' ? 'Y' : 'N',
  }))
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
          {keptLanguage() === 'zh-CN' ? words.zh : words.en}
        </ScrollRegion>
      )}
      <KeyChoice<Answer>
        label={t('leads.quick.answer')}
        field="consent"
        options={options}
        value={answerOf(purposes)}
        onChoose={(answer) => props.onAnswer(answer === 'agreed' ? AGREED : [])}
      />
      {purposes !== null && purposes.length > 0 && (
        <Group gap="sm">
          {CONSENT_PURPOSES.map((purpose) => (
            <Checkbox
              key={purpose}
              size="xs"
              label={t(`leads.purpose.${purpose}`)}
              checked={purposes.includes(purpose)}
              onChange={({ currentTarget: { checked } }) =>
                props.onPurposes(
                  CONSENT_PURPOSES.filter((each) => (each === purpose ? checked : purposes.includes(each))),
                )
              }
            />
          ))}
        </Group>
      )}
      {isContactDeclined(purposes) && (
        <Text size="xs" c="orange" role="status">
          {t('leads.quick.noPhone')} {needsTicket(draft) && t('leads.quick.needsTicket')}
        </Text>
      )}
    </>
  )
}

function answerOf(purposes: LeadDraft['purposes']): Answer | null {
  if (purposes === null) return null
  return purposes.length > 0 ? 'agreed' : 'declined'
}
