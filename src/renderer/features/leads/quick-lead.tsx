import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntryVisit } from '../../router/requests.ts'
import { useUnsaved } from '../../router/unsaved.tsx'
import { isComposing } from '../../ui/composition.ts'
import type { LeadField } from './lead-draft.ts'
import { QuickLeadForm } from './quick-lead-form.tsx'
import { SamePerson } from './same-person.tsx'
import { useQuickLead } from './use-quick-lead.ts'

/**
 * A stranger in ten seconds (L7), in the strip or in a dialog: `w1 1 5678 L 1 Y Enter` is 王先生, tail 5678, wealth,
 * high, agreed. Every key goes on to the next field by itself.
 */
export function QuickLead(props: {
  /** The ticket that the stranger came with, or what was typed when nobody was found. */
  readonly typed?: string
  /** The visit they are entered from. */
  readonly from?: EntryVisit | null
  onSaved(): void
  onLeave(): void
}) {
  const { t } = useTranslation()
  const place = useRef<HTMLElement>(null)
  const lead = useQuickLead({ typed: props.typed ?? '', from: props.from ?? null }, props.onSaved)
  const goTo = (field: LeadField) => focusField(place.current, field)
  const leave = useUnsaved(lead.changed)
  const asking = lead.same !== null
  // Behind the question the form begins at its first field, after it at what may have been mistyped.
  const asked = useRef(false)
  useEffect(() => {
    if (!asking) focusField(place.current, asked.current ? 'key' : 'surname')
    asked.current = asking
  }, [asking])
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    if (lead.same === null) leave(props.onLeave)
    else lead.backToForm()
  }
  return (
    <section ref={place} aria-label={t('leads.quick.title')} onKeyDown={onKeyDown}>
      {lead.same === null ? (
        <QuickLeadForm lead={lead} goTo={goTo} onLeave={() => leave(props.onLeave)} />
      ) : (
        <SamePerson lead={lead} same={lead.same} />
      )}
    </section>
  )
}

/** The next key belongs to that field: its input, or the choice that a Tab would reach. */
function focusField(place: HTMLElement | null, field: LeadField): void {
  place
    ?.querySelector<HTMLElement>(
      `[data-field="${field}"] :is(input, [role="radio"][tabindex="0"], [role="checkbox"])`,
    )
    ?.focus()
}
