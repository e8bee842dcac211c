import { join, normalize, sep } from 'node:path'

/** The windows' own origin. Nothing is ever loaded from the network, in development either. */
export const ORIGIN = 'app://workstation'

/** The file a request may read, or null. Throws URIError for an address that is not well encoded. */
export function fileOf(address: string, folder: string): string | null {
  const url = new URL(address)
  if (`${url.protocol}//${url.host}` !== ORIGIN) return null
  const file = normalize(join(folder, decodeURIComponent(url.pathname)))
  return file.startsWith(folder + sep) ? file : null
}
