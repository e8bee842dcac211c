import { Alert, Button, Group, List, Stack, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ManyDone } from '../../../../shared/contract/many.ts'
import { CallError } from '../../../ipc/call-error.ts'
import { useUnsaved } from '../../../router/unsaved.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { explain, Problem } from '../../../ui/problem.tsx'

/** A row as the dialog names it. */
export interface ManyRow {
  readonly uid: string
  /** Masked name with what tells two of one name apart. */
  readonly who: string
}

/** So many are named one by one. */
const NAMED = 6

/**
 * Does one thing with several rows: names them, asks, and says which of them stood in the way. Nothing is changed unless
 * all can be; the others can then be done without those.
 */
export function ManyDialog(props: {
  readonly title: string
  readonly rows: readonly ManyRow[]
  readonly ready: boolean
  /** Something was chosen or typed. */
  readonly changed: boolean
  readonly children: ReactNode
  /** There is nothing to fill in: the keys go to the button. */
  readonly confirmsAtOnce?: boolean
  /** Does it with these rows. */
  save(uids: string[]): Promise<ManyDone>
  onDone(): void
  onClose(): void
}) {
  const { t } = useTranslation()
  const { title, children, ready, confirmsAtOnce = false, save, onDone, onClose } = props
  const [rows, setRows] = useState(props.rows)
  const leave = useUnsaved(props.changed)
  const write = useMutation<ManyDone, Error, string[]>({ mutationFn: save })
  const { isPending: saving, error } = write
  const [refused, setRefused] = useState<ManyDone['refused']>([])
  const others = rows.filter(({ uid }) => !refused.some((each) => each.uid === uid))
  const act = (wanted: readonly ManyRow[]) =>
    write.mutate(
      wanted.map(({ uid }) => uid),
      {
        onSuccess: (result) => {
          setRefused(result.refused)
          if (result.refused.length === 0) onDone()
        },
      },
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (ready && !saving) act(rows)
  }
  return (
    <Dialog opened onClose={() => leave(onClose)} title={title}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">
            {t('lists.many.people')}{' '}
            {rows
              .slice(0, NAMED)
              .map(({ who }) => who)
              .join(t('app.listSeparator'))}
            {rows.length > NAMED && ` ${t('lists.many.andMore', { rows: rows.length })}`}
          </Text>
          {children}
          <Problem error={error} />
          {refused.length > 0 && (
            <Alert color="red" variant="light" role="alert" p="xs">
              <Text size="sm">{t('lists.many.refused', { rows: refused.length })}</Text>
              <List size="sm" mah={160} style={{ overflow: 'auto' }}>
                {refused.map((each) => (
                  <List.Item key={each.uid}>
                    {t('lists.many.refusedFor', {
                      who: rows.find(({ uid }) => uid === each.uid)?.who ?? '',
                      why: explain(new CallError(each), t).text,
                    })}
                  </List.Item>
                ))}
              </List>
            </Alert>
          )}
          <Group justify="flex-end">
            {refused.length > 0 && others.length > 0 ? (
              <Button
                loading={saving}
                onClick={() => {
                  setRows(others)
                  act(others)
                }}
              >
                {t('lists.many.withoutThem', { rows: others.length })}
              </Button>
            ) : (
              <Button
                type="submit"
                loading={saving}
                disabled={!ready}
                data-autofocus={confirmsAtOnce || undefined}
              >
                {t('app.confirm')}
              </Button>
            )}
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
