import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../ipc/operations.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Problem } from '../../../ui/problem.tsx'

/** Takes a whole import back, after asking once (D3). */
export function UndoImport({ importUid }: { readonly importUid: string }) {
  const { t } = useTranslation()
  const [asking, setAsking] = useState(false)
  const undo = useCommand('imports.undo')
  const close = () => setAsking(false)
  return (
    <>
      <Button variant="light" color="red" onClick={() => setAsking(true)}>
        {t('imports.sheet.undo')}
      </Button>
      <Dialog
        opened={asking}
        onClose={close}
        title={t('imports.sheet.undoTitle')}
        closeOnEscape={!undo.isPending}
        closeOnClickOutside={!undo.isPending}
        closeButtonProps={{ 'aria-label': t('app.close'), disabled: undo.isPending }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('imports.sheet.undoText')}</Text>
          <Problem error={undo.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={close} disabled={undo.isPending} data-autofocus>
              {t('app.cancel')}
            </Button>
            <Button
              color="red"
              loading={undo.isPending}
              onClick={() => undo.mutate({ importUid }, { onSuccess: close })}
            >
              {t('imports.sheet.undo')}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  )
}
