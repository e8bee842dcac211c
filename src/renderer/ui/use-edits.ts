import { type FormErrors, useForm } from '@mantine/form'
import { type SyntheticEvent, useEffect, useEffectEvent, useState } from 'react'

/** What stands in a form: what is stored, with what was typed over it. */
export interface Edits<S> {
  readonly value: S
  /** What was typed, alone. */
  readonly typed: Partial<S>
  /** What is wrong now, under the name of its field. */
  readonly errors: FormErrors
  readonly changed: boolean
  put(part: Partial<S>): void
  discard(): void
  /** What was typed is stored by now. It stands until the new state has come, so that nothing jumps back meanwhile. */
  saved(): void
  /** For a form or a button: sends what stands there, unless something is wrong with it. */
  submit(send: (value: S) => void): (event?: SyntheticEvent<HTMLFormElement>) => void
}

/**
 * A form over something that is stored. Only what was typed is kept, so a change from another window shows wherever nobody
 * is editing, and nothing that was typed is lost until it is saved or discarded.
 * @param rules what is wrong with a value; nothing where it may be sent
 */
export function useEdits<S extends object>(
  stored: S,
  rules: (value: S, typed: Partial<S>) => FormErrors = nothingWrong,
): Edits<S> {
  const form = useForm<Partial<S>>({
    initialValues: {},
    validate: (typed) => rules({ ...stored, ...typed }, typed),
  })
  const typed = form.values
  const value = { ...stored, ...typed }
  const state = JSON.stringify(stored)
  /** What was stored when it was saved; null where nothing waits for the new state. */
  const [savedOver, setSavedOver] = useState<string | null>(null)
  const discard = () => {
    form.reset()
    setSavedOver(null)
  }
  const settle = useEffectEvent((before: string | null, now: string) => {
    if (before !== null && before !== now) discard()
  })
  useEffect(() => settle(savedOver, state), [savedOver, state])
  return {
    value,
    typed,
    errors: rules(value, typed),
    changed: savedOver === null && JSON.stringify(value) !== state,
    put: (part) => {
      setSavedOver(null)
      form.setValues(part)
    },
    discard,
    saved: () => (JSON.stringify(value) === state ? discard() : setSavedOver(state)),
    submit: (send) => form.onSubmit((sent) => send({ ...stored, ...sent })),
  }
}

function nothingWrong(): FormErrors {
  return {}
}
