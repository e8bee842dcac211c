import { Button, Center, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { SessionView } from '../../../shared/contract/session.ts'
import { useCommand } from '../../ipc/operations.ts'
import { FoldButton } from './folded-strip.tsx'
import classes from './strip.module.css'

/** Nobody is signed in, or the screen is locked: the strip shows no one and says where to go on. */
export function ClosedStrip(props: {
  readonly state: Exclude<SessionView['state'], 'open'>
  readonly folded: boolean
}) {
  const { t } = useTranslation()
  const hide = useCommand('strip.hide')
  if (props.folded) {
    return (
      <div className={classes.folded}>
        <FoldButton folded />
        <span role="status" aria-label={t(`strip.closed.${props.state}`)}>
          ○
        </span>
      </div>
    )
  }
  return (
    <Center className={classes.strip} p="md">
      <Stack gap="sm" align="center">
        <Text fw={600}>{t('strip.title')}</Text>
        <Text size="sm" ta="center" role="status">
          {t(`strip.closed.${props.state}`)}
        </Text>
        <Button variant="default" onClick={() => hide.mutate({})}>
          {t('strip.hide')}
        </Button>
      </Stack>
    </Center>
  )
}
