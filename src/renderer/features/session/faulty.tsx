import { Alert, Button, Code, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isAcceptable, type StoreFault } from '../../../shared/contract/session.ts'
import { useCommand } from '../../ipc/operations.ts'
import { ExplainedProblem } from '../../ui/problem.tsx'
import { AcceptDoubts } from './accept-doubts.tsx'
import { SessionCard } from './card.tsx'

/** The store cannot be opened: what it means, what is kept, what to do. */
export function Faulty({ fault }: { readonly fault: StoreFault }) {
  const { t } = useTranslation()
  // With nobody at the counter a sign-out looks at the files anew and tells every window what it found.
  const [noticedAt] = useState(() => Date.now())
  const again = useCommand('session.signOut')
  return (
    <SessionCard title={t('session.faulty')} width={520}>
      <Stack gap="sm">
        <Alert color="red" role="alert">
          <ExplainedProblem
            text={t(`error.${fault.code}`, { ...fault.detail })}
            code={fault.code}
            at={noticedAt}
          />
        </Alert>
        <Text size="sm">{t('session.faultHelp')}</Text>
        <Code block>{'huiyan --cli doctor --data-dir …\nhuiyan --cli restore … --data-dir …'}</Code>
        <Button onClick={() => again.mutate({})} loading={again.isPending}>
          {t('session.tryAgain')}
        </Button>
        {isAcceptable(fault.code) && <AcceptDoubts />}
      </Stack>
    </SessionCard>
  )
}
