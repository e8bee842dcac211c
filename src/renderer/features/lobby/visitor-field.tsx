import { Button, Group, Input } from '@mantine/core'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { CustomerLine } from '../../../shared/contract/customers.ts'
import { PersonLine } from '../customers/person-line.tsx'
import { PersonSearchBox } from '../customers/person-search-box.tsx'

/** Who has arrived: nobody yet, or somebody whom the box found. */
export function VisitorField(props: {
  readonly person: CustomerLine | null
  onChoose(person: CustomerLine | null): void
  onLeave(): void
}) {
  const { person } = props
  const { t } = useTranslation()
  const input = useRef<HTMLInputElement>(null)
  // Enter while a name stands half typed looks for somebody; it must not save a stranger in their place.
  const onKeyDown = (event: KeyboardEvent) => {
    const typed = input.current?.value.trim() ?? ''
    if (typed !== '' && (event.key === 'Enter' || event.key === 'Escape')) event.stopPropagation()
  }
  return (
    <Input.Wrapper label={t('lobby.form.person')} flex={1} onKeyDown={onKeyDown}>
      {person === null ? (
        <PersonSearchBox
          label={t('lobby.form.personBox')}
          input={input}
          codes={[]}
          onPerson={props.onChoose}
          onCode={() => undefined}
          onLeave={props.onLeave}
        />
      ) : (
        <Group gap="xs" wrap="nowrap">
          <PersonLine line={person} compact />
          <Button variant="subtle" size="compact-sm" onClick={() => props.onChoose(null)}>
            {t('lobby.form.otherPerson')}
          </Button>
        </Group>
      )}
    </Input.Wrapper>
  )
}
