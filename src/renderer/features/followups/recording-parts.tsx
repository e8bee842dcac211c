import { Alert, Text, TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FollowupRow } from '../../../shared/contract/followups.ts'
import { useCommand } from '../../ipc/operations.ts'
import { useRequest } from '../../router/use-request.ts'
import { ContactDialog } from '../../shared/work/contact/contact-dialog.tsx'
import { isComposing, isPlainKey } from '../../ui/composition.ts'

/** The row whose contact is being recorded: chosen in the list, or scanned off the paper (F5, F6). */
export function useRecording() {
  const [row, setRow] = useState<FollowupRow | null>(null)
  const scan = useCommand('followups.findRow')
  return {
    row,
    scan,
    record: (chosen: FollowupRow) => setRow(chosen),
    end: () => setRow(null),
    look: (barcode: string) =>
      scan.mutate({ barcode }, { onSuccess: (found) => found.stillOpen && setRow(found.line) }),
  }
}

type Recording = ReturnType<typeof useRecording>

/** Takes the barcode of a printed row, as long as no contact is being recorded. */
export function RowScan({ recording: { row, look } }: { readonly recording: Recording }) {
  return <ScanBox busy={row !== null} onCode={look} />
}

/** Says that the scanned row is closed by now. */
export function ClosedRow({ recording: { scan } }: { readonly recording: Recording }) {
  const { t } = useTranslation()
  if (scan.data?.stillOpen !== false) return null
  const { printNo, row } = scan.data
  return (
    <Alert p="xs" withCloseButton closeButtonLabel={t('app.close')} onClose={scan.reset} role="status">
      <Text size="sm">{t('followups.scanClosed', { printNo, row })}</Text>
    </Alert>
  )
}

/** The dialog over the row whose contact is being recorded. */
export function RecordedRow({ recording: { row, end } }: { readonly recording: Recording }) {
  if (row === null) return null
  const { intent, customer, closedChannels } = row
  return (
    <ContactDialog
      subject={{ customerUid: customer.uid, intents: [intent] }}
      customer={customer}
      closedChannels={closedChannels}
      onClose={end}
    />
  )
}

/**
 * Takes a printed row's code, scanned anywhere in the window or typed here (F5).
 * @param props.busy while a contact is being recorded the next scan waits, so that nothing typed is lost
 */
function ScanBox(props: { readonly busy: boolean; onCode(barcode: string): void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  useRequest('row', ({ barcode }) => props.onCode(barcode), !props.busy)
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Enter' || text.trim() === '') return
    event.preventDefault()
    props.onCode(text.trim())
    setText('')
  }
  return (
    <TextInput
      size="xs"
      w={100}
      aria-label={t('followups.scan')}
      placeholder={t('followups.scanShort')}
      title={t('followups.scanHint')}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      maxLength={40}
      autoComplete="off"
    />
  )
}

/** Key R, or key F6 as at the counter strip. */
export function recordsContact(event: KeyboardEvent): boolean {
  if (!isPlainKey(event)) return false
  return event.key === 'F6' || event.key.toLowerCase() === 'r'
}
