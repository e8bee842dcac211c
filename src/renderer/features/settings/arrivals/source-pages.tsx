import { Button, Group, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArrivalSources, ChosenHallFolder } from '../../../../shared/contract/arrivals.ts'
import { useCommand } from '../../../door/operations.ts'
import { Problem } from '../../../ui/problem.tsx'
import { useEdits } from '../../../ui/use-edits.ts'
import { SourceForm } from './source-form.tsx'

export function FolderPage({ state, settings, folderName }: ArrivalSources['folder']) {
  const { t } = useTranslation()
  const edits = useEdits(settings)
  const [chosen, setChosen] = useState<ChosenHallFolder | null>(null)
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
