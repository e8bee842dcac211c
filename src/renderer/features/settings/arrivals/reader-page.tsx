import { Group, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ArrivalSources } from '../../../../shared/contract/arrivals.ts'
import { localSocketUrl } from '../../../../shared/domain/lobby/arrival-settings.ts'
import { useEdits } from '../../../ui/use-edits.ts'
import { SourceForm } from './source-form.tsx'

export function ReaderPage({ state, settings }: ArrivalSources['reader']) {
  const { t } = useTranslation()
  const edits = useEdits(settings, ({ url }) =>
    localSocketUrl(url.trim()) === null ? { url: t('arrivals.urlWrong') } : {},
  )
  const { url, greeting } = edits.value
  return (
    <SourceForm
      source="reader"
      state={state}
      edits={edits}
      request={(value) => ({ source: 'reader', settings: value })}
    >
      <Group gap="xs" align="flex-start" grow>
        <TextInput
          size="xs"
          label={t('arrivals.url')}
          value={url}
          maxLength={200}
          spellCheck={false}
          error={edits.errors.url}
          onChange={(event) => edits.put({ url: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          label={t('arrivals.greeting')}
          placeholder={t('arrivals.greetingHint')}
          value={greeting}
          maxLength={500}
          spellCheck={false}
          onChange={(event) => edits.put({ greeting: event.currentTarget.value })}
        />
      </Group>
    </SourceForm>
  )
}
