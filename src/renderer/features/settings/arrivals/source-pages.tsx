import { Button, Group, NumberInput, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArrivalSources, ChosenArrivalFolder } from '../../../../shared/contract/arrivals.ts'
import { LONGEST_REPEAT_SECONDS, localSocketUrl } from '../../../../shared/domain/lobby/arrival-settings.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { Problem } from '../../../ui/problem.tsx'
import { useEdits } from '../../../ui/use-edits.ts'
import classes from './arrivals.module.css'
import { SourceEvents } from './source-events.tsx'
import { SourceForm } from './source-form.tsx'
import { StateLine } from './source-state.tsx'

export function FolderPage({ state, settings, folderName }: ArrivalSources['folder']) {
  const { t } = useTranslation()
  const edits = useEdits(settings)
  const [chosen, setChosen] = useState<ChosenArrivalFolder | null>(null)
  const choose = useCommand('arrivals.chooseFolder')
  const name = chosen?.folderName ?? folderName
  const ask = () => choose.mutate({}, { onSuccess: (answer) => answer !== null && setChosen(answer) })
  return (
    <SourceForm
      source="folder"
      state={state}
      edits={edits}
      alsoChanged={chosen !== null}
      request={(value) => ({ source: 'folder', settings: value, token: chosen?.token ?? null })}
      onSaved={() => setChosen(null)}
    >
      <Group gap="xs">
        <Text size="sm">{name === null ? t('arrivals.noFolderYet') : t('arrivals.folder', { name })}</Text>
        <Button size="xs" variant="default" loading={choose.isPending} onClick={ask}>
          {t('arrivals.chooseFolder')}
        </Button>
      </Group>
      {chosen !== null && (
        <Text size="sm" role="status">
          {t('arrivals.waitingFiles', { count: chosen.waitingFiles })}
        </Text>
      )}
      <Problem error={choose.error} />
    </SourceForm>
  )
}

export function ReaderPage({ state, settings }: ArrivalSources['reader']) {
  const { t } = useTranslation()
  const edits = useEdits(settings, ({ url }) =>
    localSocketUrl(url.trim()) === null ? { url: t('arrivals.urlWrong') } : {},
  )
  const { url, greeting, repeatSeconds } = edits.value
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
      <NumberInput
        size="xs"
        label={t('arrivals.repeatSeconds')}
        description={t('arrivals.repeatHint')}
        value={repeatSeconds}
        min={0}
        max={LONGEST_REPEAT_SECONDS}
        clampBehavior="strict"
        allowDecimal={false}
        // An empty field is no number yet; nothing is sent again then.
        onChange={(value) => edits.put({ repeatSeconds: typeof value === 'number' ? value : 0 })}
      />
    </SourceForm>
  )
}

export function WedgePage({ state, settings }: ArrivalSources['wedge']) {
  const edits = useEdits(settings)
  return (
    <SourceForm
      source="wedge"
      state={state}
      edits={edits}
      request={(value) => ({ source: 'wedge', settings: value })}
    />
  )
}

/** The board's own form, which needs no setting. */
export function HandPage() {
  const { t } = useTranslation()
  return (
    <div className={classes.page}>
      <Stack className={classes.form} gap="xs">
        <Text size="sm" c="dimmed">
          {t('arrivals.hint.hand')}
        </Text>
        <StateLine state={{ state: 'running' }} />
      </Stack>
      <div className={classes.aside}>
        <SourceEvents source="hand" />
      </div>
    </div>
  )
}
