import { Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { OpenIntent } from '../../../../shared/contract/customers.ts'
import type { Channel } from '../../../../shared/domain/work/contact.ts'
import { levelToTreat } from '../../../../shared/domain/work/intent.ts'
import { useOperation } from '../../../ipc/operations.ts'
import { DueReason } from '../due-reason.tsx'
import type { ContactDraft } from './contact-draft.ts'

/** Which channels are closed, and what can be recorded there all the same. */
export function ClosedChannels({ channels }: { readonly channels: readonly Channel[] }) {
  const { t } = useTranslation()
  const names = channels.map((each) => t(`followups.channel.${each}`)).join(t('followups.listSeparator'))
  return (
    <Text size="xs" c="red">
      ✕ {t('followups.contact.closed', { channels: names })}
    </Text>
  )
}

/** What saving an outcome ends, said before it is saved. */
export function Consequence({ draft: { channel, outcome } }: { readonly draft: ContactDraft }) {
  const { t } = useTranslation()
  if (outcome !== 'refused' && outcome !== 'converted') return null
  return (
    <Text size="sm" c={outcome === 'refused' ? 'orange' : 'dimmed'} role="status">
      {outcome === 'refused'
        ? t('followups.contact.refusalCloses', { channel: t(`followups.channel.${channel}`) })
        : t('followups.contact.converts')}
    </Text>
  )
}

/** The cadence's own date until somebody agrees on another. */
export function NextDate(props: {
  readonly intent: OpenIntent
  readonly chosenOn: string | null
  onChange(nextOn: string | null): void
}) {
  const { t } = useTranslation()
  const { currentLevel } = props.intent
  const due = useOperation('followups.previewDue', { level: levelToTreat(currentLevel) }).data
  return (
    <TextInput
      type="date"
      label={t('followups.contact.next')}
      description={due === undefined ? ' ' : <DueReason dueOn={due.dueOn} rule={due.rule} />}
      value={props.chosenOn ?? due?.dueOn ?? ''}
      onChange={({ currentTarget: { value } }) => props.onChange(value === '' ? null : value)}
    />
  )
}
