import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerLine } from '../../../../shared/contract/customers.ts'
import type { ConsentPurpose, ConsentText } from '../../../../shared/domain/consent/consent.ts'
import { useCommand, useOperation } from '../../../ipc/operations.ts'
import { UnsavedScope, useUnsaved } from '../../../router/unsaved.tsx'
import { PersonLine } from '../../../shared/person/person-line.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { Waiting } from '../../../ui/waiting.tsx'
import { ConsentFields } from './consent-fields.tsx'

interface Typed {
  readonly customerNo: string
  readonly name: string
  readonly phone: string
  readonly idNumber: string
  readonly purposes: readonly ConsentPurpose[]
}

const NOTHING: Typed = { customerNo: '', name: '', phone: '', idNumber: '', purposes: [] }

/** One customer entered by hand (D1): the same rules, sheet and undo as an import's. */
export function EnterCustomer(props: { onSaved(importUid: string): void; onClose(): void }) {
  const { t } = useTranslation()
  const words = useOperation('leads.consentText', {})
  return (
    <UnsavedScope>
      {(leave) => (
        <Dialog opened onClose={() => leave(props.onClose)} title={t('imports.byHand.title')}>
          <Problem error={words.error} />
          {words.data === undefined ? <Waiting lines={6} /> : <EntryForm {...props} words={words.data} />}
        </Dialog>
      )}
    </UnsavedScope>
  )
}

function EntryForm(props: {
  readonly words: ConsentText
  onSaved(importUid: string): void
  onClose(): void
}) {
  const { t } = useTranslation()
  const [same, setSame] = useState<readonly CustomerLine[]>([])
  const enter = useCommand('imports.enter')
  const form = useForm<Typed>({
    initialValues: NOTHING,
    validate: {
      customerNo: (text) => (text.trim() === '' ? t('imports.byHand.needed') : null),
      name: (text) => (text.trim() === '' ? t('imports.byHand.needed') : null),
    },
    // Whoever was offered is asked about anew when something else was typed.
    onValuesChange: () => setSame([]),
  })
  const leave = useUnsaved(form.isDirty())
  const send = (another: boolean) => (typed: Typed) => {
    const { customerNo, name, phone, idNumber, purposes } = typed
    enter.mutate(
      {
        customerNo,
        name,
        phone: phone.trim() === '' ? null : phone,
        idNumber: idNumber.trim() === '' ? null : idNumber,
        consent: { textVersion: props.words.version, purposes: [...purposes] },
        another,
      },
      {
        onSuccess: (answer) => {
          if (!answer.saved) return setSame(answer.same)
          notifications.show({
            closeButtonProps: { 'aria-label': t('app.close') },
            message: t(answer.merged ? 'imports.byHand.merged' : 'imports.byHand.saved', { no: customerNo }),
          })
          props.onSaved(answer.importUid)
        },
      },
    )
  }
  return (
    <form onSubmit={form.onSubmit(send(false))} noValidate>
      <Stack gap="sm">
        <TextInput
          label={t('imports.byHand.customerNo')}
          // The words may come after the dialog has looked for its first field.
          autoFocus
          data-autofocus
          required
          maxLength={40}
          {...form.getInputProps('customerNo')}
        />
        <TextInput label={t('imports.byHand.name')} required maxLength={60} {...form.getInputProps('name')} />
        <TextInput
          label={t('imports.byHand.phone')}
          inputMode="tel"
          maxLength={40}
          {...form.getInputProps('phone')}
        />
        <TextInput
          label={t('imports.byHand.idNumber')}
          description={t('imports.byHand.idHint')}
          maxLength={40}
          {...form.getInputProps('idNumber')}
        />
        <ConsentFields
          words={props.words}
          purposes={form.values.purposes}
          onChange={(purposes) => form.setFieldValue('purposes', purposes)}
        />
        {same.length > 0 && (
          <Stack gap={4} role="alert">
            <Text size="sm" fw={600}>
              {t('imports.byHand.same')}
            </Text>
            {same.map((line) => (
              <PersonLine key={line.uid} line={line} compact />
            ))}
          </Stack>
        )}
        <Problem error={enter.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => leave(props.onClose)}>
            {t('app.cancel')}
          </Button>
          {same.length > 0 ? (
            <Button loading={enter.isPending} onClick={() => form.onSubmit(send(true))()}>
              {t('imports.byHand.another')}
            </Button>
          ) : (
            <Button type="submit" loading={enter.isPending}>
              {t('app.save')}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  )
}
