import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Started with the first preview and kept: a worker costs more than a page. */
let worker: Worker | null = null

/** Opens a PDF that was made in this program. The bytes are copied, because reading takes them away from the caller. */
export function openPdf(pdf: Uint8Array): Promise<PDFDocumentProxy> {
  worker ??= new Worker(new URL('./pdf-worker.ts', import.meta.url), { type: 'module' })
  GlobalWorkerOptions.workerPort = worker
  return getDocument({ data: pdf.slice() }).promise
}
