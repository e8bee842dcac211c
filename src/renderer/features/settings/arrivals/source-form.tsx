import { Button, Group, Stack, Switch, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import type { FormEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { SourceState } from '../../../../shared/contract/arrivals.ts'
import type { InputOf } from '../../../../shared/contract/index.ts'
import type { ArrivalMapping } from '../../../../shared/domain/arrival-settings.ts'
import { useCommand } from '../../../door/operations.ts'
import { Problem } from '../../../ui/problem.tsx'
import classes from './arrivals.module.css'
import { MappingFields } from './mapping-fields.tsx'
import { SourceEvents } from './source-events.tsx'
import { StateLine } from './source-state.tsx'
import { TryMessage } from './try-message.tsx'
import type { Draft } from './use-draft.ts'

type MachineSettings = ArrivalMapping & { readonly on: boolean }

/** One source's page: its state, its switch, what it is set to, and what it reported last. */
export function SourceForm<S extends MachineSettings>(props: {
  readonly source: 'wedge' | 'reader' | 'folder'
  readonly state: SourceState
  readonly draft: Draft<S>
  /** Something was chosen besides what the draft holds. */
  readonly alsoChanged?: boolean
  readonly wrong?: boolean
  readonly children?: ReactNode
  /** What is sent; rows without a word are left out. */
  request(settings: S): InputOf<'arrivals.configure'>
  onSaved?(): void
}) {
  const { t } = useTranslation()
  const { source, state, draft, alsoChanged = false, wrong = false } = props
  const command = useCommand('arrivals.configure')
  const { value } = draft
  const changed = draft.changed || alsoChanged
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const words = value.words.filter(({ word }) => word.trim() !== '')
    command.mutate(props.request({ ...value, words }), {
      onSuccess: () => {
        draft.discard()
        props.onSaved?.()
        notifications.show({ message: t('arrivals.saved', { source: t(`arrivals.source.${source}`) }) })
      },
    })
  }
  const put = (part: Partial<MachineSettings>) => draft.put(part as Partial<S>)
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
            <Button variant="default" disabled={!draft.changed} onClick={draft.discard}>
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
