import { Button, Group, Stack, Switch, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceState } from '../../../../shared/contract/arrivals.ts'
import type { InputOf } from '../../../../shared/contract/index.ts'
import type { ArrivalMapping } from '../../../../shared/domain/lobby/arrival-settings.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { useUnsavedSection } from '../../../router/unsaved.tsx'
import { Problem } from '../../../ui/problem.tsx'
import type { Edits } from '../../../ui/use-edits.ts'
import classes from './arrivals.module.css'
import { MappingFields } from './mapping-fields.tsx'
import { SourceEvents } from './source-events.tsx'
import { StateLine } from './source-state.tsx'
import { TryMessage } from './try-message.tsx'

type MachineSettings = ArrivalMapping & { readonly on: boolean }

/** One source's page: its state, its switch, what it is set to, and what it reported last. */
export function SourceForm<S extends MachineSettings>(props: {
  readonly source: 'wedge' | 'reader' | 'folder'
  readonly state: SourceState
  readonly edits: Edits<S>
  /** Something was chosen besides what was typed. */
  readonly alsoChanged?: boolean
  readonly children?: ReactNode
  /** What is sent; rows without a word are left out. */
  request(settings: S): InputOf<'arrivals.configure'>
  onSaved?(): void
}) {
  const { t } = useTranslation()
  const { source, state, edits, alsoChanged = false } = props
  const command = useCommand('arrivals.configure')
  const { value } = edits
  const changed = edits.changed || alsoChanged
  useUnsavedSection(changed)
  const wrong = Object.keys(edits.errors).length > 0
  const submit = edits.submit((typed) => {
    const words = typed.words.filter(({ word }) => word.trim() !== '')
    command.mutate(props.request({ ...typed, words }), {
      onSuccess: () => {
        edits.saved()
        props.onSaved?.()
        notifications.show({ message: t('arrivals.saved', { source: t(`arrivals.source.${source}`) }) })
      },
    })
  })
  const put = (part: Partial<MachineSettings>) => edits.put(part as Partial<S>)
  return (
    <div className={classes.page}>
      <form className={classes.form} onSubmit={submit} aria-label={t(`arrivals.source.${source}`)} noValidate>
        <Stack gap="xs">
          <Text size="sm" c="dimmed">
            {t(`arrivals.hint.${source}`)}
          </Text>
          <StateLine state={state} />
          <Switch
            label={t('arrivals.on')}
            checked={value.on}
            onChange={(event) => put({ on: event.currentTarget.checked })}
          />
          {props.children}
          <MappingFields mapping={value} onChange={put} />
        </Stack>
        <div className={classes.saveBar}>
          <Problem error={command.error} />
          <Group gap="xs">
            <Button type="submit" loading={command.isPending} disabled={!changed || wrong}>
              {t('app.save')}
            </Button>
            <Button variant="default" disabled={!edits.changed} onClick={edits.discard}>
              {t('settings.rules.discard')}
            </Button>
            {changed && (
              <Text size="sm" c="dimmed" role="status">
                {t('arrivals.unsaved')}
              </Text>
            )}
          </Group>
        </div>
      </form>
      <Stack className={classes.aside} gap="sm">
        <TryMessage source={source} mapping={value} />
        <SourceEvents source={source} />
      </Stack>
    </div>
  )
}
