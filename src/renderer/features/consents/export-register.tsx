import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand } from '../../ipc/operations.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { keptLanguage } from '../../ui/language.ts'
import { Problem } from '../../ui/problem.tsx'

/**
 * One customer's register to a file.
 * @param props.who the same customer, as `whoText` names them
 */
export function ExportOne({ customerUid, who }: { readonly customerUid: string; readonly who: string }) {
  const { t } = useTranslation()
  const save = useCommand('consents.exportOne')
  return (
    <ExportButton
      title={`${t('consents.exportTitle')} · ${who}`}
      busy={save.isPending}
      error={save.error}
      done={save.data?.saved === true ? t('consents.exported') : null}
      onExport={(reason) => save.mutate({ customerUid, reason, language: keptLanguage() })}
    />
  )
}

/** The branch's register to a file, for the head. */
export function ExportAll() {
  const { t } = useTranslation()
  const save = useCommand('consents.exportAll')
  return (
    <ExportButton
      title={t('consents.exportTitle')}
      busy={save.isPending}
      error={save.error}
      done={save.data?.saved === true ? t('consents.exportedRows', { rows: save.data.rows }) : null}
      onExport={(reason) => save.mutate({ reason, language: keptLanguage() })}
    />
  )
}

/** Asks why, because an export is recorded with its reason (P2). */
function ExportButton(props: {
  readonly title: string
  readonly busy: boolean
  readonly error: unknown
  readonly done: string | null
  onExport(reason: string): void
}) {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    props.onExport(reason.trim())
  }
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpened(true)}>
        {t('consents.export')}
      </Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} title={props.title}>
        <form onSubmit={submit}>
          <Stack gap="sm">
            <TextInput
              label={t('consents.exportReason')}
              description={t('consents.exportShort')}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              data-autofocus
              required
              maxLength={200}
            />
            <Problem error={props.error} />
            <Group justify="space-between">
              <Text size="sm" role="status">
                {props.done}
              </Text>
              <Button type="submit" loading={props.busy}>
                {t('consents.exportSave')}
              </Button>
            </Group>
          </Stack>
        </form>
      </Dialog>
    </>
  )
}
