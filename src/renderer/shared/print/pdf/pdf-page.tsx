import { useInViewport } from '@mantine/hooks'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './pdf-page.module.css'

/** As wide as the preview shows a page, in CSS pixels. */
const PAGE_WIDTH = 794

/** One page, drawn when it comes into view: a long list has dozens, and a drawn one holds megabytes. */
export function PdfPage({
  document,
  number,
}: {
  readonly document: PDFDocumentProxy
  readonly number: number
}) {
  const { t } = useTranslation()
  const { ref, inViewport } = useInViewport<HTMLDivElement>()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (inViewport) setSeen(true)
  }, [inViewport])
  useEffect(() => {
    if (seen && canvas.current !== null) return draw(document, number, canvas.current)
  }, [seen, document, number])
  return (
    <div ref={ref} className={classes.page}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={t('followups.print.page', { page: number, pages: document.numPages })}
      />
    </div>
  )
}

/** Draws a page; the returned function stops drawing. */
function draw(document: PDFDocumentProxy, number: number, canvas: HTMLCanvasElement): () => void {
  let stop = () => {}
  let wanted = true
  const drawing = async () => {
    const page = await document.getPage(number)
    if (!wanted) return
    const natural = page.getViewport({ scale: 1 })
    const viewport = page.getViewport({ scale: (PAGE_WIDTH * window.devicePixelRatio) / natural.width })
    canvas.width = viewport.width
    canvas.height = viewport.height
    const task = page.render({ canvas, viewport })
    stop = () => task.cancel()
    await task.promise
  }
  // A page that was closed before it was drawn needs no picture.
  drawing().catch(() => undefined)
  return () => {
    wanted = false
    stop()
  }
}
