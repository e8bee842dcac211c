import { Text } from '@mantine/core'
import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenIntent } from '../../../../shared/contract/customers.ts'
import type { Channel } from '../../../../shared/domain/work/contact.ts'
import { DigitChoice } from '../../../ui/digit-choice.tsx'
import { type ContactDraft, newestFirst } from './contact-draft.ts'

/** Which channels are closed, and what can be recorded there all the same. */
export function ClosedChannels({ channels }: { readonly channels: readonly Channel[] }) {
  const { t } = useTranslation()
  const names = channels.map((each) => t(`followups.channel.${each}`)).join(t('app.listSeparator'))
  return (
    <Text size="xs" c="red">
      ✕ {t('followups.contact.closed', { channels: names })}
    </Text>
  )
}

/** What saving an outcome ends, said before it is saved. */
export function Consequence({ draft: { intentUid, way, outcome } }: { readonly draft: ContactDraft }) {
  const { t } = useTranslation()
  if (way === 'note' || (outcome !== 'refused' && outcome !== 'converted')) return null
  const refusal = intentUid === null ? 'refusalClosesChannel' : 'refusalCloses'
  return (
    <Text size="sm" c={outcome === 'refused' ? 'orange' : 'dimmed'} role="status">
      {outcome === 'refused'
        ? t(`followups.contact.${refusal}`, { channel: t(`followups.channel.${way}`) })
        : t('followups.contact.converts')}
    </Text>
  )
}

/** As a choice has to be named. */
const CUSTOMER_ALONE = 'customer'
/** The digits 1 to 8, and one more for the customer alone: nobody has more open, there are six products. */
const MOST_INTENTS = 8

/** Which open intent it belongs to, the newest first, or the customer alone; shown where there is something to choose. */
export function AboutChoice(props: {
  readonly intents: readonly OpenIntent[]
  readonly intentUid: string | null
  /** The focus starts here when the dialog opens. */
  readonly first: boolean
  readonly then: RefObject<HTMLDivElement | null>
  onChange(intentUid: string | null): void
}) {
  const { t } = useTranslation()
  if (props.intents.length === 0) return null
  const intents = newestFirst(props.intents).slice(0, MOST_INTENTS)
  const options = intents.map(({ uid, product, currentLevel }) => ({
    value: uid,
    label: `${t(`intents.product.${product}`)} ${t(`intents.level.${currentLevel}`)}`,
  }))
  return (
    <DigitChoice
      label={t('followups.contact.about')}
      options={[...options, { value: CUSTOMER_ALONE, label: t('followups.contact.customerAlone') }]}
      value={props.intentUid ?? CUSTOMER_ALONE}
      first={props.first}
      then={props.then}
      onChange={(value) => props.onChange(value === CUSTOMER_ALONE ? null : value)}
    />
  )
}
