import { type FormErrors, useForm } from '@mantine/form'
import type { SyntheticEvent } from 'react'

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
  return {
    value,
    typed,
    errors: rules(value, typed),
    changed: JSON.stringify(value) !== JSON.stringify(stored),
    put: (part) => form.setValues(part),
    discard: form.reset,
    submit: (send) => form.onSubmit((sent) => send({ ...stored, ...sent })),
  }
}

function nothingWrong(): FormErrors {
  return {}
}
