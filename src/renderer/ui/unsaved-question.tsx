import { Button, Group, Stack, Text } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { isPlainKey } from './composition.ts'
import { Dialog } from './dialog.tsx'
import { keyName } from './physical-keys.ts'

/** The key that gives up what was typed. */
const DISCARD_KEY = 'D'
/** Over every dialog that it may be asked about. */
const LAYER = 350

/** Asks before something unsaved goes. Esc and Enter are the safe answer. */
export function UnsavedQuestion(props: { readonly opened: boolean; onKeep(): void; onDiscard(): void }) {
  const { t } = useTranslation()
  const { opened, onKeep, onDiscard } = props
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'Tab') event.stopPropagation()
    if (!isPlainKey(event) || keyName(event.nativeEvent.code) !== DISCARD_KEY) return
    event.preventDefault()
    onDiscard()
  }
  return (
    <Dialog
      opened={opened}
      onClose={onKeep}
      withCloseButton={false}
      title={t('app.unsaved.title')}
      zIndex={LAYER}
      onKeyDown={onKeyDown}
    >
      <Stack gap="sm">
        <Text size="sm">{t('app.unsaved.text')}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" aria-keyshortcuts={DISCARD_KEY} onClick={onDiscard}>
            {t('app.unsaved.discard')} {DISCARD_KEY}
          </Button>
          <Button data-autofocus onClick={onKeep}>
            {t('app.unsaved.keep')} Enter
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
