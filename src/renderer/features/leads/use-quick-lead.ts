import { useForm } from '@mantine/form'
import { useState } from 'react'
import type { CustomerLine } from '../../../shared/contract/customers.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { SameStranger } from '../../../shared/contract/leads.ts'
import type { ConsentText } from '../../../shared/domain/consent/consent.ts'
import type { CallError } from '../../ipc/call-error.ts'
import { useCommand, useOperation } from '../../ipc/operations.ts'
import { useFlagToast } from '../../shared/work/flag/use-flag-toast.ts'
import {
  draftFrom,
  type LeadDraft,
  type LeadField,
  missingFields,
  type StrangerBegun,
  saveInputOf,
} from './lead-draft.ts'
import { useLeadNotice } from './use-lead-notice.ts'

type Identity = NonNullable<InputOf<'leads.save'>['identity']>

export interface QuickLeadState {
  readonly draft: LeadDraft
  /** Whether anything was typed. */
  readonly changed: boolean
  /** What still is missing, once somebody tried to save. */
  readonly missing: readonly LeadField[]
  readonly words: ConsentText | null
  /** Somebody known who may be the stranger; the question stands instead of the form until it is answered. */
  readonly same: SameStranger | null
  readonly busy: boolean
  readonly error: CallError | null
  change(part: Partial<LeadDraft>): void
  /** Saves the stranger, or says what is missing first. */
  submit(onMissing: (field: LeadField) => void): void
  /** The answer to who it is. */
  saveAs(identity: Identity): void
  /** The stranger is that customer: the wish is flagged for them instead, with what they agreed to. */
  flagFor(customer: CustomerLine): void
  backToForm(): void
}

/** A stranger being entered, from the first key to the notice that they are saved. */
export function useQuickLead(begun: StrangerBegun, onSaved: () => void): QuickLeadState {
  const form = useForm<LeadDraft>({
    initialValues: draftFrom(begun),
    validate: (draft) => Object.fromEntries(missingFields(draft).map((field) => [field, true])),
    // What is missing is said until it is there, not until the next key.
    clearInputErrorOnChange: false,
  })
  const draft = form.values
  const [same, setSame] = useState<SameStranger | null>(null)
  const words = useOperation('leads.consentText', {}).data ?? null
  const save = useCommand('leads.save')
  const flag = useCommand('intents.flag')
  const announce = useLeadNotice('leads.save')
  const announceFlag = useFlagToast()
  const busy = save.isPending || flag.isPending
  const saveAs = (identity: Identity) => {
    const input = words === null ? null : saveInputOf(draft, words.version, identity)
    if (input === null || busy) return
    save.mutate(input, {
      onSuccess: (answer) => {
        if (!answer.saved) {
          setSame(answer.same)
          return
        }
        announce(answer.lead)
        onSaved()
      },
    })
  }
  return {
    draft,
    changed: form.isDirty(),
    missing: Object.keys(form.errors).length > 0 ? missingFields(draft) : [],
    words,
    same,
    busy,
    error: save.error ?? flag.error,
    change: (part) => form.setValues(part),
    submit: (onMissing) =>
      form.onSubmit(
        () => saveAs({ as: 'unknown' }),
        (_, typed) => missingFields(typed).slice(0, 1).forEach(onMissing),
      )(),
    saveAs,
    flagFor: (customer) => {
      const input = words === null ? null : saveInputOf(draft, words.version, { as: 'unknown' })
      if (input === null || busy) return
      const { product, level, note, consent, ticket, visitUid } = input
      flag.mutate(
        { customerUid: customer.uid, product, level, note, enteredAsStranger: { consent, ticket, visitUid } },
        {
          onSuccess: (flagged) => {
            announceFlag(flagged)
            onSaved()
          },
        },
      )
    },
    backToForm: () => setSame(null),
  }
}
