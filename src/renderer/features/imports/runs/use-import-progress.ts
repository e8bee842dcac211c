import { useSyncExternalStore } from 'react'
import type { ImportProgress } from '../../../../shared/contract/imports.ts'
import { listen } from '../../../ipc/bridge.ts'

/**
 * Heard for as long as the window is there: an import goes on while the screen is locked, and may end meanwhile. It
 * names an import and how far it is, and nobody.
 */
class Heard {
  #last: ImportProgress | null = null
  readonly #followers = new Set<() => void>()
  #listens = false

  readonly follow = (tell: () => void): (() => void) => {
    this.#followers.add(tell)
    if (!this.#listens) {
      this.#listens = true
      listen('import', (progress) => {
        this.#last = progress
        for (const follower of this.#followers) follower()
      })
    }
    return () => this.#followers.delete(tell)
  }

  readonly last = (): ImportProgress | null => this.#last
}

const heard = new Heard()

/** The last word about any import on this PC; null until there is one. */
export function useImportProgress(): ImportProgress | null {
  return useSyncExternalStore(heard.follow, heard.last)
}
