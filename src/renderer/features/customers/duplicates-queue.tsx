import { Button, Stack, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useTranslation } from 'react-i18next'
import type { DuplicatePair } from '../../../shared/contract/customers.ts'
import { useCommand, useOperation } from '../../ipc/operations.ts'
import { whoText } from '../../shared/person/who.ts'
import { Empty } from '../../ui/empty.tsx'
import { Problem } from '../../ui/problem.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { DuplicateSides } from './duplicate-sides.tsx'

/** Records that may be one person, for a human to decide (D2). Both answers can be taken back. */
export function DuplicatesQueue() {
  const { t } = useTranslation()
  const queue = useOperation('customers.duplicates', {})
  const decide = useCommand('customers.decideDuplicate')
  const undo = useCommand('customers.undoMerge')
  const undoDifferent = useCommand('customers.undoDifferent')
  if (queue.data === undefined)
    return queue.error === null ? <Waiting lines={6} /> : <Problem error={queue.error} />
  const { pairs, open } = queue.data
  if (pairs.length === 0) {
    return <Empty title={t('customers.duplicates.none')} text={t('customers.duplicates.noneHelp')} />
  }
  const decided = (pair: DuplicatePair, decision: 'same' | 'different') => {
    const who = `${whoText(pair.left)} / ${whoText(pair.right)}`
    decide.mutate(
      { pairUid: pair.uid, decision },
      {
        onSuccess: ({ keptUid }) => {
          if (decision === 'different') {
            offerUndo('parted', who, () => undoDifferent.mutate({ pairUid: pair.uid }))
            return
          }
          const merged = pair.left.uid === keptUid ? pair.right : pair.left
          offerUndo('joined', who, () => undo.mutate({ uid: merged.uid }))
        },
      },
    )
  }
  const offerUndo = (done: 'joined' | 'parted', who: string, takeBack: () => void) => {
    const id = notifications.show({
      message: (
        <>
          {t(`customers.duplicates.${done}`)} {who}{' '}
          <Button
            variant="light"
            onClick={() => {
              notifications.hide(id)
              takeBack()
            }}
          >
            {t('app.undo')}
          </Button>
        </>
      ),
    })
  }
  return (
    <Stack gap="sm" p="md" pt={0} style={{ overflow: 'auto' }}>
      <Text size="sm" c="dimmed">
        {t('customers.duplicates.open', { open })}
      </Text>
      <Problem error={decide.error ?? undo.error ?? undoDifferent.error} />
      {pairs.map((pair) => (
        <DuplicateSides
          key={pair.uid}
          pair={pair}
          busy={decide.isPending}
          onDecide={(decision) => decided(pair, decision)}
        />
      ))}
    </Stack>
  )
}
