import { Button, Card, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportProfile } from '../../../../shared/contract/import-profile.ts'
import type { ChosenFolder } from '../../../../shared/contract/imports.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { fileSize } from '../../../ui/amounts.ts'
import { Problem } from '../../../ui/problem.tsx'

/** Step one: the folder or files, and the short way where a profile that was used before fits them. */
export function ChooseStep(props: {
  readonly folder: ChosenFolder | null
  readonly fitting: ImportProfile | undefined
  onChoose(folder: ChosenFolder): void
  onRun(profile: ImportProfile): void
  onPreview(profile: ImportProfile): void
  onAnew(): void
}) {
  const { t } = useTranslation()
  const choose = useCommand('imports.choose')
  const { folder, fitting } = props
  const ask = (kind: 'folder' | 'files') =>
    choose.mutate({ kind }, { onSuccess: (chosen) => chosen !== null && props.onChoose(chosen) })
  return (
    <Stack gap="md" maw={640}>
      <Text size="sm">{t('imports.choose.text')}</Text>
      <Group gap="xs">
        <Button size="sm" onClick={() => ask('folder')} loading={choose.isPending} autoFocus>
          {t('imports.choose.folder')}
        </Button>
        <Button size="sm" variant="default" onClick={() => ask('files')} disabled={choose.isPending}>
          {t('imports.choose.files')}
        </Button>
      </Group>
      <Problem error={choose.error} />
      {folder !== null && (
        <Text fw={600} role="status">
          {t('imports.choose.chosen', {
            folder: folder.folderName,
            count: folder.files.length,
            size: fileSize(sizeOf(folder)),
          })}
        </Text>
      )}
      {folder?.files.length === 0 && <Text c="red">{t('imports.choose.none')}</Text>}
      {fitting !== undefined && (
        <Card withBorder>
          <Stack gap="xs">
            <Text fw={600}>{t('imports.choose.fits', { name: fitting.name })}</Text>
            <Text size="sm" c="dimmed">
              {t('imports.choose.fitsText')}
            </Text>
            <Group gap="xs">
              <Button onClick={() => props.onRun(fitting)}>{t('imports.choose.runNow')}</Button>
              <Button variant="default" onClick={() => props.onPreview(fitting)}>
                {t('imports.choose.lookFirst')}
              </Button>
              <Button variant="subtle" onClick={props.onAnew}>
                {t('imports.choose.anew')}
              </Button>
            </Group>
          </Stack>
        </Card>
      )}
    </Stack>
  )
}

/** Bytes of all chosen files together. */
function sizeOf({ files }: ChosenFolder): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}
