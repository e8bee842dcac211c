import { Button, Group, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ConsentPurpose, ConsentText } from '../../../shared/domain/consent/consent.ts'
import { purposeWords } from '../../../shared/domain/consent/purpose-words.ts'
import type { Channel } from '../../../shared/domain/work/contact.ts'
import { useCommand } from '../../ipc/operations.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { keptLanguage } from '../../ui/language.ts'
import { Problem } from '../../ui/problem.tsx'
import { ScrollRegion } from '../../ui/scroll-region.tsx'
import classes from './consents.module.css'

/** What the customer is about to agree to. */
export type Agreement =
  | { readonly kind: 'purpose'; readonly purpose: ConsentPurpose }
  | { readonly kind: 'channel'; readonly channel: Channel }

/** The words first, then the customer's yes: it is kept with the version that was shown (P3). */
export function ConsentDialog(props: {
  readonly customerUid: string
  readonly who: string
  readonly agreement: Agreement
  readonly text: ConsentText
  onClose(): void
}) {
  const { t } = useTranslation()
  const record = useCommand('consents.record')
  const { agreement, text, customerUid, onClose } = props
  const what =
    agreement.kind === 'purpose'
      ? t(`consents.purpose.${agreement.purpose}`)
      : t(`followups.channel.${agreement.channel}`)
  // A channel opens with marketing, and with nothing else.
  const words = keptLanguage() === 'en' ? text.en : text.zh
  const own = purposeWords(words)?.[agreement.kind === 'purpose' ? agreement.purpose : 'marketing']
  const agree = () => {
    const said =
      agreement.kind === 'purpose'
        ? { purposes: [{ purpose: agreement.purpose, given: true }] }
        : {
            purposes: [{ purpose: 'marketing' as const, given: true }],
            channels: [{ channel: agreement.channel, refused: false }],
          }
    record.mutate({ customerUid, textVersion: text.version, ...said }, { onSuccess: onClose })
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`${t(agreement.kind === 'purpose' ? 'consents.giveTitle' : 'consents.reopenTitle', { what })} · ${props.who}`}
    >
      <Stack gap="sm">
        <Text size="sm">{t('consents.showWords', { version: text.version })}</Text>
        {own !== undefined && (
          <Text size="sm" fw={600}>
            {own}
          </Text>
        )}
        <ScrollRegion label={t('leads.quick.text', { version: text.version })} className={classes.words}>
          <Text size="sm">{words}</Text>
        </ScrollRegion>
        {agreement.kind === 'channel' && <Text size="sm">{t('consents.reopenNote')}</Text>}
        <Problem error={record.error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('app.cancel')}
          </Button>
          <Button onClick={agree} loading={record.isPending} data-autofocus>
            {t('consents.agreed')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
