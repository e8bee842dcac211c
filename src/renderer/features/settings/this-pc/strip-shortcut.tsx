import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../../ipc/operations.ts'
import { useStripView } from '../../../ipc/strip-view.ts'
import { keysOf } from '../../../shared/keys/frame-keys.ts'
import { isComposing } from '../../../ui/composition.ts'
import { Problem } from '../../../ui/problem.tsx'

/** The keys that raise the strip: press them in the field, and save. A combination that another program holds is told. */
export function StripShortcut() {
  const { t } = useTranslation()
  const view = useStripView()
  const save = useCommand('strip.setShortcut')
  const [pressed, setPressed] = useState<string | null>(null)
  const current = view?.shortcut ?? ''
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const shortcut = isComposing(event) ? null : shortcutOf(event.nativeEvent)
    if (shortcut === null) return
    event.preventDefault()
    setPressed(shortcut)
  }
  const keep = () => {
    if (pressed !== null) save.mutate({ shortcut: pressed }, { onSuccess: () => setPressed(null) })
  }
  return (
    <Stack gap={4} align="flex-start">
      <Group gap="xs" align="flex-end">
        <TextInput
          label={t('strip.shortcut')}
          description={t('strip.shortcutHint')}
          value={keysOf(pressed ?? current).join(' ')}
          readOnly
          w={280}
          onKeyDown={onKeyDown}
        />
        <Button disabled={pressed === null || pressed === current} loading={save.isPending} onClick={keep}>
          {t('app.save')}
        </Button>
      </Group>
      {view?.shortcutWorks === false && pressed === null && (
        <Text size="sm" c="red" role="status">
          ✕ {t('strip.shortcutTaken', { keys: keysOf(current).join(' ') })}
        </Text>
      )}
      <Problem error={save.error} />
    </Stack>
  )
}

/** The part of a key event that a shortcut is made of. */
interface PressedKeys {
  readonly code: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly metaKey: boolean
}

/**
 * The combination as the operating system is asked for it (`Control+Alt+H`); null for one that cannot be a shortcut:
 * modifiers alone, a key that is neither letter, digit nor function key, or neither Ctrl nor Alt with it. The key is read
 * by its place, so that an input method does not change it.
 */
export function shortcutOf({ code, ctrlKey, altKey, shiftKey, metaKey }: PressedKeys): string | null {
  const key = /^(?:Key([A-Z])|Digit(\d)|(F(?:[1-9]|1\d|2[0-4])))$/.exec(code)
  const name = key?.[1] ?? key?.[2] ?? key?.[3]
  if (name === undefined || metaKey || !(ctrlKey || altKey)) return null
  const held = [ctrlKey && 'Control', altKey && 'Alt', shiftKey && 'Shift'].filter((each) => each !== false)
  return [...held, name].join('+')
}
