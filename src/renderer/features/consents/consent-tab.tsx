import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ChannelState, PurposeState } from '../../../shared/contract/consents.ts'
import { useCommand, useOperation } from '../../ipc/operations.ts'
import { Problem } from '../../ui/problem.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { type Agreement, ConsentDialog } from './consent-dialog.tsx'
import classes from './consents.module.css'
import { ExportOne } from './export-register.tsx'
import { RegisterLines } from './register-lines.tsx'

/**
 * What a customer agreed to and refused, now and before, and what they say today (P3).
 * @param props.who the same customer, as `whoText` names them
 */
export function ConsentTab({ customerUid, who }: { readonly customerUid: string; readonly who: string }) {
  const { t } = useTranslation()
  const register = useOperation(
    'consents.register',
    { customerUid },
    { standsIn: (earlier) => earlier.customerUid === customerUid },
  )
  const record = useCommand('consents.record')
  const [agreement, setAgreement] = useState<Agreement | null>(null)
  if (register.data === undefined) {
    return register.error === null ? <Waiting lines={4} /> : <Problem error={register.error} />
  }
  const { purposes, channels, lines, text } = register.data
  return (
    <Stack gap="xs">
      <Problem error={record.error} />
      <ul className={classes.states} aria-label={t('consents.purposes')}>
        {purposes.map((state) => (
          <Purpose
            key={state.purpose}
            state={state}
            onGive={() => setAgreement({ kind: 'purpose', purpose: state.purpose })}
            onWithdraw={() =>
              record.mutate({ customerUid, purposes: [{ purpose: state.purpose, given: false }] })
            }
          />
        ))}
      </ul>
      <ul className={classes.states} aria-label={t('consents.channels')}>
        {channels.map((state) => (
          <ChannelLine
            key={state.channel}
            state={state}
            onRefuse={() =>
              record.mutate({ customerUid, channels: [{ channel: state.channel, refused: true }] })
            }
            onReopen={() => setAgreement({ kind: 'channel', channel: state.channel })}
          />
        ))}
      </ul>
      <RegisterLines lines={lines} />
      <Group justify="flex-end">
        <ExportOne customerUid={customerUid} who={who} />
      </Group>
      {agreement !== null && (
        <ConsentDialog
          customerUid={customerUid}
          who={who}
          agreement={agreement}
          text={text}
          onClose={() => setAgreement(null)}
        />
      )}
    </Stack>
  )
}

function Purpose(props: { readonly state: PurposeState; onGive(): void; onWithdraw(): void }) {
  const { t } = useTranslation()
  const { purpose, newest } = props.state
  const name = t(`consents.purpose.${purpose}`)
  const given = newest?.given === true
  const sign = newest === null ? '–' : given ? '✓' : '✕'
  const said =
    newest === null
      ? t('consents.never')
      : t(`consents.state.${given ? 'given' : 'withdrawn'}`, { on: newest.on, staff: newest.staffName })
  return (
    <li>
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <Text size="sm">
        {sign} {said}
      </Text>
      <Group gap={4} wrap="nowrap" justify="flex-end">
        {!given && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`${name} ${t('consents.give')}`}
            onClick={props.onGive}
          >
            {t('consents.give')}
          </Button>
        )}
        {newest?.given !== false && (
          <Button
            size="compact-xs"
            variant="default"
            aria-label={`${name} ${t('consents.withdraw')}`}
            onClick={props.onWithdraw}
          >
            {t('consents.withdraw')}
          </Button>
        )}
      </Group>
    </li>
  )
}

function ChannelLine(props: { readonly state: ChannelState; onRefuse(): void; onReopen(): void }) {
  const { t } = useTranslation()
  const { channel, refused } = props.state
  const name = t(`followups.channel.${channel}`)
  const isOpen = refused === null
  const act = t(isOpen ? 'consents.refuse' : 'consents.reopen')
  return (
    <li>
      <Text size="sm" fw={600}>
        {name}
      </Text>
      <Text size="sm">
        {isOpen
          ? `✓ ${t('consents.open')}`
          : `✕ ${t('consents.closed', { on: refused.on, staff: refused.staffName })}`}
      </Text>
      <Group gap={4} justify="flex-end">
        <Button
          size="compact-xs"
          variant="default"
          aria-label={`${name} ${act}`}
          onClick={isOpen ? props.onRefuse : props.onReopen}
        >
          {act}
        </Button>
      </Group>
    </li>
  )
}
