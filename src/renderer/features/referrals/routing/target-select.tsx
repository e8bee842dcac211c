import { NativeSelect, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { StaffRow } from '../../../../shared/contract/staff.ts'
import { ROUTE_ROLES, type RouteTarget } from '../../../../shared/domain/work/routing.ts'
import { choiceOf, NOBODY, targetOf } from './route-draft.ts'
import classes from './routing.module.css'

/** A role, a person, or (for a backup) nobody. */
export function TargetSelect(props: {
  readonly label: string
  /** Said to a screen reader: the cell stands in the table around it. */
  readonly fullName: string
  readonly target: RouteTarget | null
  readonly staff: readonly StaffRow[]
  readonly names: readonly StaffRow[]
  readonly editable: boolean
  readonly mayBeNobody?: boolean
  onChange(target: RouteTarget | null): void
}) {
  const { t } = useTranslation()
  const { target, staff } = props
  const people = staff.map(({ no, name }) => ({ value: `person:${no}`, label: `${name} ${no}` }))
  const chosen = choiceOf(target)
  if (target?.kind === 'person' && !people.some(({ value }) => value === chosen)) {
    people.push({ value: chosen, label: t('referrals.routes.gone', { no: target.no }) })
  }
  return (
    <div className={classes.target}>
      <Text span size="xs" c="dimmed">
        {props.label}
      </Text>
      <NativeSelect
        size="xs"
        aria-label={props.fullName}
        value={chosen}
        disabled={!props.editable}
        onChange={(event) => props.onChange(targetOf(event.currentTarget.value))}
        data={[
          ...(props.mayBeNobody === true ? [{ value: NOBODY, label: t('referrals.routes.noBackup') }] : []),
          {
            group: t('referrals.routes.roles'),
            items: ROUTE_ROLES.map((role) => ({ value: `role:${role}`, label: t(`app.role.${role}`) })),
          },
          { group: t('referrals.routes.people'), items: people },
        ]}
      />
    </div>
  )
}
