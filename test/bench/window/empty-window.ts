import { fileURLToPath } from 'node:url'

/** An application with one empty window: what Electron itself costs. */
export const EMPTY_WINDOW = fileURLToPath(new URL('../empty-window', import.meta.url))
