import { Button, Group, Stack, Text } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LOBBY_LETTER } from '../../../shared/domain/branch/screen-letters.ts'
import { mayCall } from '../../ipc/may-call.ts'
import { useCommand } from '../../ipc/operations.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Problem } from '../../ui/problem.tsx'
import { isFocusFree } from '../../ui/working-place.ts'

/** Nobody has come yet: what would be here, and the one key that lets somebody in. */
export function EmptyLobby({ onArrival }: { onArrival(): void }) {
  const { t } = useTranslation()
  const { branch, staff } = useOpenSession()
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    if (isFocusFree()) button.current?.focus()
  }, [])
  return (
    <>
      <Empty title={t('lobby.empty')} text={t('lobby.emptyHelp')} />
      <Group justify="center">
        <Button ref={button} data-working-place onClick={onArrival} aria-keyshortcuts={LOBBY_LETTER.arrival}>
          {t('lobby.form.title')} {LOBBY_LETTER.arrival}
        </Button>
      </Group>
      {branch.demo && mayCall(staff.role, 'arrivals.simulate') && <ReplayedMorning />}
    </>
  )
}

/** A morning that can be followed: the first people come within seconds, all of them within a few minutes. */
const MORNING = { arrivals: 40, minutes: 60, compression: 20 } as const

/** The demo branch has no doors of its own: people come when its morning is replayed. */
function ReplayedMorning() {
  const { t } = useTranslation()
  const replay = useCommand('arrivals.simulate')
  return (
    <Stack align="center" gap={4} mt="md">
      <Text size="sm" c="dimmed">
        {t('lobby.replayText')}
      </Text>
      <Button
        variant="default"
        loading={replay.isPending || replay.isSuccess}
        onClick={() => replay.mutate(MORNING)}
      >
        {t('lobby.replay')}
      </Button>
      <Problem error={replay.error} />
    </Stack>
  )
}
