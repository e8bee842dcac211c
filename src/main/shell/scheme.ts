import { readFile } from 'node:fs/promises'
import { extname } from 'node:path'
import { protocol } from 'electron'
import type { TrustsSender } from '../ipc/shell-tasks.ts'
import { fileOf, ORIGIN } from './window-files.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
}

/**
 * Scripts only from the product's own files. Styles may be inline because Mantine sets CSS variables on elements;
 * `blob:` is for the list preview's worker and pictures.
 */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
].join('; ')

const HEADERS = { 'Content-Security-Policy': POLICY, 'X-Content-Type-Options': 'nosniff' }

/** Only a window's own page, out of our scheme, may call through the router. */
export const trustsSender: TrustsSender = ({ frameUrl, mainFrame }) =>
  mainFrame && frameUrl.startsWith(`${ORIGIN}/`)

/** Must run before the app is ready: Electron fixes a scheme's privileges at start. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
}

/** Serves the built windows out of `folder`; anything outside it, and any other host, is not found. */
export function serveWindows(folder: string): void {
  protocol.handle('app', async (request) => {
    try {
      const file = fileOf(request.url, folder)
      const type = file === null ? undefined : TYPES[extname(file)]
      if (file === null || type === undefined || request.method !== 'GET') return notFound()
      return new Response(new Uint8Array(await readFile(file)), {
        headers: { ...HEADERS, 'Content-Type': type },
      })
    } catch {
      return notFound()
    }
  })
}

function notFound(): Response {
  return new Response('', { status: 404, headers: HEADERS })
}
