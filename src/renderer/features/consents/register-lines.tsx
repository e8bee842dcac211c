import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { RegisterLine } from '../../../shared/contract/consents.ts'
import classes from './consents.module.css'

/** Everything that was said and written down, the newest first. */
export function RegisterLines({ lines }: { readonly lines: readonly RegisterLine[] }) {
  const { t } = useTranslation()
  if (lines.length === 0) {
    return (
      <Text size="xs" c="dimmed">
        {t('consents.none')}
      </Text>
    )
  }
  return (
    <ul className={classes.lines} aria-label={t('consents.lines')}>
      {lines.map((line) => (
        <li key={line.id}>
          {[
            line.on,
            'purpose' in line
              ? t(`consents.purpose.${line.purpose}`)
              : t(`followups.channel.${line.channel}`),
            t(`consents.kind.${line.kind}`),
            line.staffName,
            'textVersion' in line && line.textVersion !== null
              ? t('consents.version', { version: line.textVersion })
              : '',
            'asStranger' in line && line.asStranger ? t('consents.origin.stranger') : '',
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </li>
      ))}
    </ul>
  )
}
