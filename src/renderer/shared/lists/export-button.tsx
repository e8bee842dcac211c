import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { SHORTEST_REASON } from '../../../shared/domain/consent/reason.ts'
import { useUnsaved } from '../../router/unsaved.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Problem } from '../../ui/problem.tsx'

interface ExportButtonProps {
  /** On the button. */
  readonly word: string
  /** What is exported, and whose it is where it is one customer's. */
  readonly title: string
  readonly note?: string
  readonly busy: boolean
  readonly error: unknown
  /** What was exported, in words; null until it was. */
  readonly done: string | null
  onExport(reason: string): void
  /** The next export begins with nothing of this one. */
  onClosed(): void
}

/** Writes something to a file; asks why, because an export is recorded with its reason (P2). */
export function ExportButton(props: ExportButtonProps) {
  const [opened, setOpened] = useState(false)
  const close = () => {
    setOpened(false)
    props.onClosed()
  }
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpened(true)}>
        {props.word}
      </Button>
      {opened && <ExportDialog {...props} onClose={close} />}
    </>
  )
}

function ExportDialog(props: ExportButtonProps & { onClose(): void }) {
  const { t } = useTranslation()
  const { done } = props
  const [reason, setReason] = useState('')
  const leave = useUnsaved(reason.trim() !== '' && done === null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.onExport(reason.trim())
  }
  return (
    <Dialog opened onClose={() => leave(props.onClose)} title={props.title}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          {props.note !== undefined && <Text size="sm">{props.note}</Text>}
          <TextInput
            label={t('lists.exportReason')}
            description={t('lists.exportShort', { least: SHORTEST_REASON })}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
            required
            maxLength={200}
          />
          <Problem error={props.error} />
          <Group justify="space-between">
            <Text size="sm" role="status">
              {done}
            </Text>
            <Group gap="xs">
              <Button variant="default" onClick={() => leave(props.onClose)}>
                {t('app.cancel')}
              </Button>
              <Button type="submit" loading={props.busy}>
                {t('lists.exportSave')}
              </Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
