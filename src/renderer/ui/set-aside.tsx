import { type MantineThemeOverride, MantineThemeProvider } from '@mantine/core'
import { Activity, type ReactNode, useEffect, useInsertionEffect, useState } from 'react'
import { createPortal } from 'react-dom'

/**
 * Takes a part of the window out of it and brings it back as it was: what is typed, which dialog is open, how far it was
 * scrolled and where the focus stood. Set aside, it is not in the document, so neither a screen reader nor a look at the
 * page finds it; its effects are undone, so no key reaches it and nothing is asked for it. Dialogs and menus that are
 * opened from inside lie inside too.
 * @param props.aside whether it is out of the window
 */
export function SetAside(props: { readonly aside: boolean; readonly children: ReactNode }) {
  const { aside, children } = props
  const [place] = useState(() => new Place())
  // Said before anything inside is undone: a dialog that is undone gives the focus back to where it was opened.
  place.goesAside(aside)
  // Before any effect inside: what takes the focus when it appears must be in the document by then.
  useInsertionEffect(() => (aside ? undefined : place.show()), [aside, place])
  // After all effects inside, which bring the focus to where a dialog or a screen begins.
  useEffect(() => (aside ? undefined : place.giveFocusBack()), [aside, place])
  return createPortal(
    <MantineThemeProvider inherit theme={place.theme}>
      <Activity mode={aside ? 'hidden' : 'visible'}>{children}</Activity>
    </MantineThemeProvider>,
    place.content,
  )
}

/** How far an element was scrolled. */
interface Scroll {
  readonly top: number
  readonly left: number
}

/** The part's own element, with what a browser forgets of an element outside of its document. */
class Place {
  readonly node = document.createElement('div')
  readonly content = this.node.appendChild(document.createElement('div'))
  readonly theme: MantineThemeOverride
  readonly #scrolled = new Map<Element, Scroll>()
  #focused: HTMLElement | null = null
  #aside = false
  /** Where the focus goes when everything inside is there again. */
  #back: HTMLElement | null = null

  constructor() {
    Object.assign(this.node.style, { position: 'fixed', inset: '0' })
    this.content.style.height = '100%'
    const dialogs = this.node.appendChild(document.createElement('div'))
    dialogs.dataset.portal = 'true'
    this.theme = { components: { Portal: { defaultProps: { target: dialogs } } } }
    this.node.addEventListener('scroll', ({ target }) => this.#noteScroll(target), { capture: true })
    this.node.addEventListener('focusin', ({ target }) => {
      if (target instanceof HTMLElement && !this.#aside) this.#focused = target
    })
  }

  /** From here on the focus stands where it stood. */
  goesAside(aside: boolean): void {
    this.#aside = aside
  }

  /** @returns what takes it out again */
  show(): () => void {
    // What appears again takes the focus for itself, as it did the first time.
    this.#back = this.#focused
    document.body.append(this.node)
    for (const [element, { top, left }] of this.#scrolled) {
      if (element.isConnected) element.scrollTo({ top, left, behavior: 'instant' })
      else this.#scrolled.delete(element)
    }
    return () => this.node.remove()
  }

  /** @returns what takes it back while it has not happened yet */
  giveFocusBack(): () => void {
    const back = this.#back
    // Dialogs take the focus in a turn of their own.
    const waiting = setTimeout(() => {
      if (back?.isConnected === true) back.focus({ preventScroll: true })
    })
    return () => clearTimeout(waiting)
  }

  #noteScroll(target: EventTarget | null): void {
    if (!(target instanceof Element) || !target.isConnected) return
    this.#scrolled.set(target, { top: target.scrollTop, left: target.scrollLeft })
  }
}
