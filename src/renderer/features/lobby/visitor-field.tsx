import { Button, Group, Input } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerLine } from '../../../shared/contract/customers.ts'
import type { FoundLead } from '../../../shared/contract/leads.ts'
import { LeadLine } from '../../shared/person/lead-line.tsx'
import { PersonLine } from '../../shared/person/person-line.tsx'
import { PersonSearchBox } from '../../shared/person/person-search-box.tsx'

/** Somebody whom the box found. */
export type KnownVisitor =
  | { readonly kind: 'customer'; readonly line: CustomerLine }
  | { readonly kind: 'lead'; readonly lead: FoundLead }

/** Who has arrived: nobody yet, a customer, or a stranger who was here before. */
export function VisitorField(props: {
  readonly visitor: KnownVisitor | null
  onChoose(visitor: KnownVisitor | null): void
  onLeave(): void
}) {
  const { visitor } = props
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  // Enter while a name stands half typed looks for somebody; it must not save a stranger in their place.
  const onKeyDown = (event: KeyboardEvent) => {
    const typed = input.current?.value.trim() ?? ''
    if (typed !== '' && (event.key === 'Enter' || event.key === 'Escape')) event.stopPropagation()
  }
  return (
    <Input.Wrapper label={t('lobby.form.person')} flex={1} onKeyDown={onKeyDown}>
      {visitor === null ? (
        <PersonSearchBox
          label={t('lobby.form.personBox')}
          input={input}
          codes={[]}
          onPerson={(line) => props.onChoose({ kind: 'customer', line })}
          onLead={(lead) => props.onChoose({ kind: 'lead', lead })}
          onCode={() => undefined}
          onLeave={props.onLeave}
        />
      ) : (
        <Group gap="xs" wrap="nowrap">
          {visitor.kind === 'customer' ? (
            <PersonLine line={visitor.line} compact />
          ) : (
            <LeadLine lead={visitor.lead} />
          )}
          <Button variant="subtle" size="compact-sm" onClick={() => props.onChoose(null)}>
            {t('lobby.form.otherPerson')}
          </Button>
        </Group>
      )}
    </Input.Wrapper>
  )
}
