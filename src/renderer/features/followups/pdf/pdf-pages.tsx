import { Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PdfPage } from './pdf-page.tsx'
import { usePdf } from './use-pdf.ts'

/** The pages of a PDF below each other. */
export function PdfPages({ pdf }: { readonly pdf: Uint8Array }) {
  const { t } = useTranslation()
  const opened = usePdf(pdf)
  if (opened.state === 'unreadable') return <Text role="alert">{t('followups.print.unreadable')}</Text>
  if (opened.state === 'opening') return null
  const pages = Array.from({ length: opened.document.numPages }, (_, index) => index + 1)
  return pages.map((number) => <PdfPage key={number} document={opened.document} number={number} />)
}
