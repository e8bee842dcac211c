import { Text } from '@mantine/core'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PdfPage } from './pdf-page.tsx'

/** The pages of a PDF below each other. */
export function PdfPages({ pdf }: { readonly pdf: Uint8Array }) {
  const { t } = useTranslation()
  const opened = usePdf(pdf)
  if (opened.state === 'unreadable') return <Text role="alert">{t('followups.print.unreadable')}</Text>
  if (opened.state === 'opening') return null
  const pages = Array.from({ length: opened.document.numPages }, (_, index) => index + 1)
  return pages.map((number) => <PdfPage key={number} document={opened.document} number={number} />)
}

type OpenedPdf =
  | { readonly state: 'opening' }
  | { readonly state: 'unreadable' }
  | { readonly state: 'open'; readonly document: PDFDocumentProxy }

/** Opens a PDF for as long as the component lives. */
function usePdf(bytes: Uint8Array): OpenedPdf {
  const [opened, setOpened] = useState<OpenedPdf>({ state: 'opening' })
  useEffect(() => {
    let wanted = true
    // The reader of PDFs is large and only a preview needs it.
    const opening = import('./open-pdf.ts').then(({ openPdf }) => openPdf(bytes))
    opening.then(
      (document) => wanted && setOpened({ state: 'open', document }),
      () => wanted && setOpened({ state: 'unreadable' }),
    )
    return () => {
      wanted = false
      // Refused while a page is being drawn: a preview that is closed that early goes with its last drawing.
      opening.then((document) => document.cleanup()).catch(() => undefined)
    }
  }, [bytes])
  return opened
}
