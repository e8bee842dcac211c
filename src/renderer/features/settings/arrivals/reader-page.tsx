import { Group, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ArrivalSources } from '../../../../shared/contract/arrivals.ts'
import { localSocketUrl } from '../../../../shared/domain/arrival-settings.ts'
import { SourceForm } from './source-form.tsx'
import { useDraft } from './use-draft.ts'

export function ReaderPage({ state, settings }: ArrivalSources['reader']) {
  const { t } = useTranslation()
  const draft = useDraft(settings)
  const { url, greeting } = draft.value
  const wrong = localSocketUrl(url.trim()) === null
  return (
    <SourceForm
      source="reader"
      state={state}
      draft={draft}
      wrong={wrong}
      request={(value) => ({ source: 'reader', settings: value })}
    >
      <Group gap="xs" align="flex-start" grow>
        <TextInput
          size="xs"
          label={t('arrivals.url')}
          value={url}
          maxLength={200}
          spellCheck={false}
          error={wrong && t('arrivals.urlWrong')}
          onChange={(event) => draft.put({ url: event.currentTarget.value })}
        />
        <TextInput
          size="xs"
          label={t('arrivals.greeting')}
          placeholder={t('arrivals.greetingHint')}
          value={greeting}
          maxLength={500}
          spellCheck={false}
          onChange={(event) => draft.put({ greeting: event.currentTarget.value })}
        />
      </Group>
    </SourceForm>
  )
}
