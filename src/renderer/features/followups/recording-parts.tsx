import { Alert, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ContactDialog } from '../../shared/work/contact/contact-dialog.tsx'
import { ScanBox } from './scan-box.tsx'
import type { Recording } from './use-recording.ts'

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
      intent={intent}
      customerName={customer.maskedName}
      closedChannels={closedChannels}
      opened
      onClose={end}
    />
  )
}
