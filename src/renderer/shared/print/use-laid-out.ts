import { useEffect } from 'react'

/** What the window's title says to whoever waits to print it. */
const READY = 'sheet-ready'
const FAILED = 'sheet-failed'

/** Says by the window's title that the page is laid out, or that it cannot be. */
export function useLaidOut(isThere: boolean, isError: boolean): void {
  useEffect(() => {
    if (isError) sayNotLaidOut()
    if (isThere) void announceWhenLaidOut()
  }, [isThere, isError])
}

/** Says by the window's title that the page cannot be laid out. */
export function sayNotLaidOut(): void {
  document.title = FAILED
}

async function announceWhenLaidOut(): Promise<void> {
  await document.fonts.ready
  document.title = READY
}
