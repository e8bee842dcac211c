import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { sharesOutWork } from '../../../shared/domain/branch/roles.ts'
import { useOperation } from '../../ipc/operations.ts'
import { useOpenSession } from '../../ipc/session.tsx'

/** Whose list as of which day; null means one's own, and today. */
export interface ChosenList {
  readonly ownerNo: string | null
  readonly asOf: string | null
}

/** Chooses the day, and for those who share out the work the person. */
export function ListChoice(props: { readonly chosen: ChosenList; onChange(chosen: ChosenList): void }) {
  const { t } = useTranslation()
  const { staff, todayOn } = useOpenSession()
  const { chosen, onChange } = props
  return (
    <>
      {sharesOutWork(staff.role) && (
        <OwnerSelect
          ownerNo={chosen.ownerNo ?? staff.no}
          onChange={(ownerNo) => onChange({ ...chosen, ownerNo })}
        />
      )}
      <TextInput
        type="date"
        size="xs"
        w={132}
        aria-label={t('followups.asOf')}
        value={chosen.asOf ?? todayOn}
        onChange={({ currentTarget: { value } }) =>
          onChange({ ...chosen, asOf: value === '' || value === todayOn ? null : value })
        }
      />
    </>
  )
}

function OwnerSelect(props: { readonly ownerNo: string; onChange(ownerNo: string): void }) {
  const { t } = useTranslation()
  const { data: staff = [] } = useOperation('staff.list', {})
  // Whoever left keeps a list until it was handed over, so inactive staff stay in the choice.
  const owners = staff.filter(({ role }) => role !== 'admin')
  return (
    <Select
      size="xs"
      w={140}
      searchable
      allowDeselect={false}
      aria-label={t('followups.owner')}
      data={owners.map(({ no, name }) => ({ value: no, label: `${name} ${no}` }))}
      value={props.ownerNo}
      onChange={(no) => no !== null && props.onChange(no)}
    />
  )
}
