import {
  type ComponentType,
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useMemo,
  useState,
} from 'react'

/** What goes with it: `screen` is lost with its screen or person, `overlay` lies over all of them and stays. */
type Reach = 'screen' | 'overlay'

/** Goes where somebody wants to go, where nothing unsaved is lost by it; else asks first, and goes or stays. */
export type Leave = (go: () => void) => void

interface Scope {
  readonly reach: Reach
  /** Says of one form whether something in it is unsaved. */
  put(id: string, reach: Reach, changed: boolean): void
}

interface Unsaved {
  /** Asks where anything in the window is unsaved. */
  readonly leave: Leave
  /** Asks where something is unsaved that would be lost with the screen. */
  readonly leaveScreen: Leave
  any(): boolean
  /** Asks in any case. */
  ask(go: () => void): void
}

export interface UnsavedQuestionProps {
  readonly opened: boolean
  onKeep(): void
  onDiscard(): void
}

const UnsavedContext = createContext<Unsaved | null>(null)
const ScopeContext = createContext<Scope | null>(null)

/**
 * Knows what is typed and not saved in this window, and asks before it goes.
 * @param props.Question asks whether to go on editing or to give up what was typed
 */
export function UnsavedProvider(props: {
  readonly Question: ComponentType<UnsavedQuestionProps>
  readonly children: ReactNode
}) {
  const { Question, children } = props
  const [asked, setAsked] = useState<{ go(): void } | null>(null)
  const [{ unsaved, scope }] = useState(() => {
    const entries = new Map<string, Reach>()
    // Where the question stands already, a second wish to go is part of the same key.
    const ask = (go: () => void) => setAsked((standing) => standing ?? { go })
    const any = () => entries.size > 0
    const leave = (go: () => void) => (any() ? ask(go) : go())
    const leaveScreen = (go: () => void) => ([...entries.values()].includes('screen') ? ask(go) : go())
    const put = (id: string, reach: Reach, changed: boolean) => {
      if (changed) entries.set(id, reach)
      else entries.delete(id)
    }
    const window: Unsaved = { ask, any, leave, leaveScreen }
    const outermost: Scope = { reach: 'screen', put }
    return { unsaved: window, scope: outermost }
  })
  return (
    <UnsavedContext value={unsaved}>
      <ScopeContext value={scope}>{children}</ScopeContext>
      <Question
        opened={asked !== null}
        // The same Esc reaches the dialog underneath: for it the question still stands, and it asks no second time.
        onKeep={() => setTimeout(() => setAsked(null))}
        onDiscard={() => {
          setAsked(null)
          asked?.go()
        }}
      />
    </UnsavedContext>
  )
}

/**
 * A part that goes as a whole, such as a dialog or a screen of several sections.
 * @param props.overlay it lies over every screen and stays when another one is opened
 * @param props.children gets the way out, which asks where something inside is unsaved
 */
export function UnsavedScope(props: { readonly overlay?: boolean; children(leave: Leave): ReactNode }) {
  const { overlay = false } = props
  const { ask } = useUnsavedHere()
  const outer = useScope()
  const [inside] = useState(() => new Map<string, Reach>())
  const { scope, leave } = useMemo(() => {
    const here: Scope = {
      reach: overlay ? 'overlay' : outer.reach,
      put: (id, reach, changed) => {
        if (changed) inside.set(id, reach)
        else inside.delete(id)
        outer.put(id, reach, changed)
      },
    }
    return { scope: here, leave: (go: () => void) => (inside.size > 0 ? ask(go) : go()) }
  }, [overlay, ask, outer, inside])
  // What is in a section that is not looked at goes and comes back with the whole.
  useEffect(() => {
    for (const [id, reach] of inside) outer.put(id, reach, true)
    return () => {
      for (const [id, reach] of inside) outer.put(id, reach, false)
    }
  }, [inside, outer])
  return <ScopeContext value={scope}>{props.children(leave)}</ScopeContext>
}

/**
 * Says whether something in a form is typed and not saved.
 * @returns the way out of this form, which asks first where it is
 */
export function useUnsaved(changed: boolean): Leave {
  const { ask } = useUnsavedHere()
  const { put, reach } = useScope()
  const id = useId()
  useEffect(() => {
    put(id, reach, changed)
    return () => put(id, reach, false)
  }, [changed, put, reach, id])
  return (go) => (changed ? ask(go) : go())
}

/** The same for a section that keeps what was typed while another one is looked at; its screen is an `UnsavedScope`. */
export function useUnsavedSection(changed: boolean): void {
  const { put, reach } = useScope()
  const id = useId()
  useEffect(() => put(id, reach, changed), [changed, put, reach, id])
}

/** The ways out of the screen and of the window. */
export function useLeaving(): Pick<Unsaved, 'leave' | 'leaveScreen'> {
  return useUnsavedHere()
}

/** Asks before the window is closed; the shell lets it go where the program is quit for good. */
export function useAskBeforeClose(): void {
  const { any, leave } = useUnsavedHere()
  useEffect(() => {
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (!any()) return
      event.preventDefault()
      leave(() => {
        window.removeEventListener('beforeunload', onBeforeUnload)
        window.close()
      })
    }
    window.addEventListener('beforeunload', onBeforeUnload)
    return () => window.removeEventListener('beforeunload', onBeforeUnload)
  }, [any, leave])
}

function useUnsavedHere(): Unsaved {
  const unsaved = useContext(UnsavedContext)
  if (unsaved === null) throw new Error('asked about unsaved input outside of a window that keeps it')
  return unsaved
}

function useScope(): Scope {
  const scope = useContext(ScopeContext)
  if (scope === null) throw new Error('useUnsaved outside of a window that keeps it')
  return scope
}
