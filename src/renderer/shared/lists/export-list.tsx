import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '../../../shared/contract/index.ts'
import { SHORTEST_REASON } from '../../../shared/domain/consent/reason.ts'
import { useCommand } from '../../ipc/operations.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { keptLanguage } from '../../ui/language.ts'
import { Problem } from '../../ui/problem.tsx'

/** The list that is on the screen to a file; asks why, because every customer in it is recorded with the reason (P2). */
export function ExportList({ request }: { readonly request: InputOf<'lists.export'>['request'] }) {
  const { t } = useTranslation()
  const save = useCommand('lists.export')
  const [opened, setOpened] = useState(false)
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate({ request, reason: reason.trim(), language: keptLanguage() })
  }
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpened(true)}>
        {t('lists.export')}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={t('lists.exportTitle')}>
        <form onSubmit={submit}>
          <Stack gap="sm">
            <Text size="sm">{t('lists.exportNote')}</Text>
            <TextInput
              label={t('lists.exportReason')}
              description={t('lists.exportShort', { least: SHORTEST_REASON })}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              data-autofocus
              required
              maxLength={200}
            />
            <Problem error={save.error} />
            <Group justify="space-between">
              <Text size="sm" role="status">
                {save.data?.saved === true && t('lists.exported', { rows: save.data.rows })}
              </Text>
              <Button type="submit" loading={save.isPending}>
                {t('lists.exportSave')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </>
  )
}
