import { Checkbox, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import {
  CONSENT_PURPOSES,
  type ConsentPurpose,
  type ConsentText,
} from '../../../../shared/domain/consent/consent.ts'
import { keptLanguage } from '../../../ui/language.ts'
import { ScrollRegion } from '../../../ui/scroll-region.tsx'
import classes from './enter.module.css'

/** The words that the customer is shown, and what they agree to: each purpose by itself, none beforehand (P3). */
export function ConsentFields(props: {
  readonly words: ConsentText
  readonly purposes: readonly ConsentPurpose[]
  onChange(purposes: readonly ConsentPurpose[]): void
}) {
  const { t } = useTranslation()
  const { words, purposes, onChange } = props
  return (
    <div>
      <Text size="sm" fw={600}>
        {t('leads.quick.consent')} {t('leads.quick.version', { version: words.version })}
      </Text>
      <ScrollRegion label={t('leads.quick.text', { version: words.version })} className={classes.words}>
        <Text size="xs" style={{ whiteSpace: 'pre-line' }}>
          {keptLanguage() === 'zh-CN' ? words.zh : words.en}
        </Text>
      </ScrollRegion>
      <Group gap="sm" mt={6}>
        {CONSENT_PURPOSES.map((purpose) => (
          <Checkbox
            key={purpose}
            size="xs"
            label={t(`leads.purpose.${purpose}`)}
            checked={purposes.includes(purpose)}
            onChange={({ currentTarget: { checked } }) =>
              onChange(
                CONSENT_PURPOSES.filter((each) => (each === purpose ? checked : purposes.includes(each))),
              )
            }
          />
        ))}
      </Group>
    </div>
  )
}
