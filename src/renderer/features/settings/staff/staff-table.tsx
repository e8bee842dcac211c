import { Badge, Button, Group, Table, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffRow } from '../../../../shared/contract/staff.ts'
import { demoPassphrase, isDemoStaff } from '../../../../shared/demo/staff.ts'
import { mayCall } from '../../../ipc/may-call.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { ResetPassphrase } from './reset-passphrase.tsx'
import { SwitchStaff } from './switch-staff.tsx'

/** Everybody by number. Nobody switches themselves off: they would be out before they could undo it. */
export function StaffTable({ staff }: { readonly staff: readonly StaffRow[] }) {
  const { t } = useTranslation()
  const { staff: me, branch } = useOpenSession()
  const [asked, setAsked] = useState<StaffRow | null>(null)
  const [reset, setReset] = useState<StaffRow | null>(null)
  const keeps = mayCall(me.role, 'staff.setActive')
  return (
    <>
      <Table maw={860} verticalSpacing={4} highlightOnHover aria-label={t('settings.section.staff')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={120}>{t('session.staffNo')}</Table.Th>
            <Table.Th>{t('session.staffName')}</Table.Th>
            <Table.Th w={200}>{t('settings.staff.role')}</Table.Th>
            <Table.Th w={120}>{t('settings.staff.state')}</Table.Th>
            {branch.demo && <Table.Th w={140}>{t('settings.staff.demoPassphrase')}</Table.Th>}
            {keeps && <Table.Th w={190} aria-label={t('settings.staff.change')} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {staff.map((row) => (
            <Table.Tr key={row.no}>
              <Table.Td>{row.no}</Table.Td>
              <Table.Td>{row.name}</Table.Td>
              <Table.Td>{t(`app.role.${row.role}`)}</Table.Td>
              <Table.Td>
                <StateBadge active={row.active} />
              </Table.Td>
              {branch.demo && <Table.Td>{isDemoStaff(row.no) && demoPassphrase(row.no)}</Table.Td>}
              {keeps && (
                <Table.Td h={34}>
                  {row.no === me.no ? (
                    <Text size="xs" c="dimmed">
                      {t('settings.staff.me')}
                    </Text>
                  ) : (
                    <Group gap={4} wrap="nowrap">
                      <SwitchButton row={row} onAsk={setAsked} />
                      {row.active && <ResetButton row={row} onAsk={setReset} />}
                    </Group>
                  )}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {asked !== null && <SwitchStaff row={asked} onClose={() => setAsked(null)} />}
      {reset !== null && <ResetPassphrase row={reset} onClose={() => setReset(null)} />}
    </>
  )
}

function StateBadge({ active }: { readonly active: boolean }) {
  const { t } = useTranslation()
  return (
    <Badge size="sm" radius="sm" variant={active ? 'light' : 'default'}>
      {t(active ? 'settings.staff.active' : 'settings.staff.inactive')}
    </Badge>
  )
}

function SwitchButton(props: { readonly row: StaffRow; onAsk(row: StaffRow): void }) {
  const { t } = useTranslation()
  const { row } = props
  const word = t(row.active ? 'settings.staff.deactivate' : 'settings.staff.activate')
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={`${word} ${row.no} ${row.name}`}
      onClick={() => props.onAsk(row)}
    >
      {word}
    </Button>
  )
}

function ResetButton(props: { readonly row: StaffRow; onAsk(row: StaffRow): void }) {
  const { t } = useTranslation()
  const { row } = props
  const word = t('settings.staff.reset')
  return (
    <Button
      size="compact-xs"
      variant="default"
      aria-label={`${word} ${row.no} ${row.name}`}
      onClick={() => props.onAsk(row)}
    >
      {word}
    </Button>
  )
}
