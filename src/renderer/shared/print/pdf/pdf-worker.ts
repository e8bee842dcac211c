// The worker as a file of the product's own: the windows load scripts from nowhere else.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
