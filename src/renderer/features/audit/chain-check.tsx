import { Button, Group, Text } from '@mantine/core'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ChainVerdict } from '../../../shared/contract/audit.ts'
import { useCommand } from '../../ipc/operations.ts'
import { grouped } from '../../ui/amounts.ts'
import { explain } from '../../ui/problem.tsx'

/** Recomputes the whole chain when asked and says in words whether anybody changed it. */
export function ChainCheck() {
  const { t } = useTranslation()
  const check = useCommand('audit.verify')
  const broken = check.data?.intact === false
  return (
    <Group gap="sm" wrap="nowrap">
      <Text size="sm" role="status" {...(broken || check.isError ? { c: 'red', fw: 600 } : {})}>
        {check.isError && explain(check.error, t).text}
        {!check.isError && check.data !== undefined && verdictWords(check.data, t)}
      </Text>
      <Button
        variant="default"
        style={{ flex: 'none' }}
        loading={check.isPending}
        onClick={() => check.mutate({})}
      >
        {t('audit.verify')}
      </Button>
    </Group>
  )
}

function verdictWords(verdict: ChainVerdict, t: TFunction): string {
  return verdict.intact
    ? `✓ ${t('audit.intact', { entries: grouped(verdict.entries) })}`
    : `✕ ${t(`audit.broken.${verdict.reason}`, { at: verdict.brokenAt })}`
}
