import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useState } from 'react'

export type OpenedPdf =
  | { readonly state: 'opening' }
  | { readonly state: 'unreadable' }
  | { readonly state: 'open'; readonly document: PDFDocumentProxy }

/** Opens a PDF for as long as the component lives. */
export function usePdf(bytes: Uint8Array): OpenedPdf {
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
      opening.then(
        (document) => document.cleanup(),
        () => undefined,
      )
    }
  }, [bytes])
  return opened
}
