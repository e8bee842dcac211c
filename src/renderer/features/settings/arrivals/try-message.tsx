import { Button, Group, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TriedMessage } from '../../../../shared/contract/arrivals.ts'
import type { ArrivalMapping } from '../../../../shared/domain/lobby/arrival-settings.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { Problem } from '../../../ui/problem.tsx'

const LONGEST_TRIED = 10_000

/** Shows how a message would be read with what is set above, and notes nobody as arrived. */
export function TryMessage(props: {
  readonly source: 'wedge' | 'reader' | 'folder'
  readonly mapping: ArrivalMapping
}) {
  const { t } = useTranslation()
  const { source, mapping } = props
  const [text, setText] = useState('')
  const command = useCommand('arrivals.test')
  const { fields, words } = mapping
  const tryIt = () =>
    command.mutate({
      source,
      text,
      mapping: { fields, words: words.filter(({ word }) => word.trim() !== '') },
    })
  return (
    <section aria-label={t('arrivals.try')}>
      <Textarea
        label={t('arrivals.try')}
        description={t(`arrivals.tryHint.${source}`)}
        placeholder={t(`arrivals.tryExample.${source}`)}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value.slice(0, LONGEST_TRIED))
          command.reset()
        }}
        rows={3}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
      />
      <Group gap="xs" mt={4}>
        <Button
          size="xs"
          variant="default"
          disabled={text.trim() === ''}
          loading={command.isPending}
          onClick={tryIt}
        >
          {t('arrivals.tryIt')}
        </Button>
      </Group>
      <Problem error={command.error} />
      <div role="status">
        {command.data?.map((tried, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of one answer, which never move
          <TriedLine key={place} tried={tried} />
        ))}
      </div>
    </section>
  )
}

function TriedLine({ tried }: { readonly tried: TriedMessage }) {
  const { t } = useTranslation()
  if (!tried.ok) {
    return (
      <Text size="sm" c="red">
        ✕ {t(`arrivals.why.${tried.reason}`)}
      </Text>
    )
  }
  const { ticket, business, keyKind, maskedKey } = tried
  const parts = [
    ticket === null ? t('arrivals.noTicket') : t('arrivals.ticketNamed', { ticket }),
    business === null ? t('arrivals.noBusiness') : t(`lobby.business.${business}`),
    keyKind === 'none' ? t('arrivals.noKey') : `${t(`arrivals.field.${keyKind}`)} ${maskedKey}`,
  ]
  return <Text size="sm">✓ {parts.join(' · ')}</Text>
}
