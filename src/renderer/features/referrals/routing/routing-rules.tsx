import { Button, Group, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { StaffRow } from '../../../../shared/contract/staff.ts'
import { DEFAULT_ROUTES, type Route } from '../../../../shared/domain/work/routing.ts'
import { mayCall } from '../../../ipc/may-call.ts'
import { useCommand, useOperation } from '../../../ipc/operations.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { useUnsavedSection } from '../../../router/unsaved.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { useEdits } from '../../../ui/use-edits.ts'
import { Waiting } from '../../../ui/waiting.tsx'
import { LoadTable } from './load-table.tsx'
import { changedCells, nameable, withRoute } from './route-draft.ts'
import { RouteTable } from './route-table.tsx'
import classes from './routing.module.css'

/** Who gets what (I4), with a preview of today before it is saved. */
export function RoutingRules() {
  const routes = useOperation('referrals.routes', {})
  const staff = useOperation('staff.list', {})
  const error = routes.error ?? staff.error
  if (error !== null) return <Problem error={error} />
  if (routes.data === undefined || staff.data === undefined) return <Waiting lines={10} />
  return <RoutingForm saved={routes.data} staff={staff.data} />
}

/** The table with what it would do to today's work; who may not change it reads it. */
function RoutingForm(props: { readonly saved: readonly Route[]; readonly staff: readonly StaffRow[] }) {
  const { t } = useTranslation()
  const { staff: me } = useOpenSession()
  const save = useCommand('referrals.saveRoutes')
  const edits = useEdits({ routes: props.saved })
  const { routes } = edits.value
  const changed = edits.changed ? changedCells(routes, props.saved) : 0
  useUnsavedSection(changed > 0)
  const editable = mayCall(me.role, 'referrals.saveRoutes')
  const preview = useOperation('referrals.preview', { routes: [...routes] })
  const submit = edits.submit((typed) =>
    save.mutate(
      { routes: [...typed.routes] },
      {
        onSuccess: () => {
          edits.saved()
          notifications.show({ message: t('referrals.routes.saved') })
        },
      },
    ),
  )
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t('referrals.routes.table')}>
      <div className={classes.body}>
        <Text size="sm" c="dimmed">
          {t('referrals.routes.intro')} {!editable && t('referrals.routes.readOnly')}
        </Text>
        <RouteTable
          routes={routes}
          staff={nameable(props.staff)}
          names={props.staff}
          cells={preview.data?.cells ?? []}
          editable={editable}
          onChange={(cell, part) => edits.put({ routes: withRoute(routes, cell, part) })}
        />
        <Problem error={preview.error} />
        {preview.data !== undefined && <LoadTable preview={preview.data} />}
      </div>
      {editable && (
        <div className={classes.saveBar}>
          <Problem error={save.error} />
          <Group gap="xs">
            <Button type="submit" loading={save.isPending} disabled={changed === 0}>
              {t('app.save')}
            </Button>
            <Button variant="default" disabled={changed === 0} onClick={edits.discard}>
              {t('referrals.routes.discard')}
            </Button>
            <Button variant="subtle" onClick={() => edits.put({ routes: DEFAULT_ROUTES })}>
              {t('referrals.routes.toDefaults')}
            </Button>
            <Text size="sm" c="dimmed" role="status" ml="auto">
              {changed > 0 && t('referrals.routes.changed', { count: changed })}
            </Text>
          </Group>
        </div>
      )}
    </form>
  )
}
