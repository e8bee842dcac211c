import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { useIsomorphicEffect } from '@mantine/hooks'
import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { CustomerLine } from '../../../shared/contract/customers.ts'
import type { FoundLead } from '../../../shared/contract/leads.ts'
import { codesFor, exactCode, type FunctionCode } from '../../../shared/domain/branch/function-codes.ts'
import { useOperation } from '../../ipc/operations.ts'
import { isComposing } from '../../ui/composition.ts'
import { explain } from '../../ui/problem.tsx'
import { FoundPeople } from './found-people.tsx'

/** As many as fit below the box without scrolling at 768 pixels. */
const PEOPLE_SHOWN = 8

/** Room for all that tells two people of one name apart, however narrow the box is. */
const DROPDOWN_WIDTH = 600
/** The strip's own width, less its edges: wider than the box, which has buttons beside it. */
const COMPACT_WIDTH = 326

export interface PersonSearchBoxProps {
  readonly label: string
  readonly input: RefObject<HTMLInputElement | null>
  /** The function codes that the box understands beside people. */
  readonly codes: readonly FunctionCode[]
  /** False for an administrator, who sees nobody: then the box understands codes alone. */
  readonly findsPeople?: boolean
  /** Narrow: two lines a person. */
  readonly compact?: boolean
  readonly hint?: string
  /** Whom to offer while nothing is typed: those who were open last. */
  readonly recent?: readonly CustomerLine[]
  onPerson(line: CustomerLine): void
  /** A stranger with a lead; where nothing is said, the box finds none. */
  onLead?(lead: FoundLead): void
  /** Key F3 while nobody was found: enters a stranger with what was typed; where nothing is said, it is not offered. */
  onStranger?(typed: string): void
  onCode(code: FunctionCode): void
  /** Enter while nothing was selected. Where nothing is said, the box is for choosing: the first person is selected. */
  onText?(text: string): void
  /** Of a box for choosing: one hit alone is selected, several wait for an arrow key. */
  readonly choosesOnlyHit?: boolean
  /** Something is being typed: whoever was chosen before is not the one any more. */
  onTyping?(): void
  /** Esc in an empty box. */
  onLeave(): void
}

/**
 * The one box that finds people by any key (L2) and understands function codes (L9). Answers come while typing. While the
 * answer to a longer text loads, that to its beginning stays in sight, so that nothing jumps; but nobody of it can be chosen:
 * keys pressed in a hurry must not open the last customer in place of the next.
 */
export function PersonSearchBox(props: PersonSearchBoxProps) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const listId = useId()
  const [selectedId, setSelectedId] = useState<string | null>(null)
  const wanted = text.trim()
  const findsPeople = props.findsPeople ?? true
  const found = useOperation(
    'customers.search',
    { text: wanted, limit: PEOPLE_SHOWN },
    {
      enabled: wanted !== '' && findsPeople,
      standsIn: (earlier) => earlier.text !== '' && wanted.startsWith(earlier.text),
    },
  )
  const findsLeads = props.onLead !== undefined
  const leads = useOperation(
    'leads.find',
    { text: wanted },
    // Another tail is another stranger: the last answer never stands in.
    { enabled: wanted !== '' && findsLeads, standsIn: () => false },
  )
  const box = useCombobox({ onDropdownClose: () => box.resetSelectedOption() })
  const codes = codesFor(text, props.codes)
  const recent = props.recent ?? []
  const people = wanted === '' ? recent : (found.data?.lines ?? [])
  const hasList = wanted !== '' || recent.length > 0
  // The people who were open last are many rows, and nobody sees them while the box is closed.
  const isDrawn = wanted !== '' || box.dropdownOpened
  const strangers = wanted === '' ? [] : (leads.data ?? [])
  const code = exactCode(text, props.codes)
  const choosesOnly = props.onText === undefined
  const hits = people.length + strangers.length
  const selectsFirst =
    choosesOnly && (props.choosesOnlyHit !== true || (hits === 1 && found.data?.more !== true))

  // A row that was selected for the last text must not be opened by Enter for this one. The same people with newer
  // figures, as after the morning's recount, keep the row that was selected. Before the rows are painted: a key that is
  // pressed at the sight of them must not be forgotten.
  const answer = [
    wanted,
    String(found.isPlaceholderData),
    ...people.map(({ uid }) => uid),
    ...strangers.map(({ uid }) => uid),
  ].join(' ')
  useIsomorphicEffect(() => {
    if (code !== null || selectsFirst) box.selectFirstOption()
    else box.resetSelectedOption()
    setSelectedId(selectedOptionIn(listId))
  }, [answer, code, selectsFirst])

  const foundNobody =
    wanted !== '' &&
    found.data !== undefined &&
    !found.isFetching &&
    !leads.isFetching &&
    codes.length + people.length + strangers.length === 0
  const finish = () => {
    setText('')
    box.closeDropdown()
  }
  const submit = (option: string) => {
    const chosen = codes.find((each) => each.code === option)
    const person =
      wanted !== '' && found.isPlaceholderData ? undefined : people.find((each) => each.uid === option)
    const lead = strangers.find((each) => each.uid === option)
    if (chosen === undefined && person === undefined && lead === undefined) return
    finish()
    if (chosen !== undefined) props.onCode(chosen)
    else if (person !== undefined) props.onPerson(person)
    else if (lead !== undefined) props.onLead?.(lead)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // The library selects after this; what it selected is named to a screen reader before the next frame.
    requestAnimationFrame(() => setSelectedId(selectedOptionIn(listId)))
    if (isComposing(event)) return
    // The library opens the list and selects in it by the same key: it has to be there by then.
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && !box.dropdownOpened)
      flushSync(() => box.openDropdown())
    if (event.key === 'F3' && foundNobody && props.onStranger !== undefined) {
      event.preventDefault()
      finish()
      props.onStranger(wanted)
      return
    }
    if (event.key === 'Escape') {
      if (text === '') props.onLeave()
      else finish()
    }
    if (event.key === 'Enter' && wanted !== '' && box.getSelectedOptionIndex() === -1) {
      // Whatever has the focus next must not be pressed by the second half of this key.
      event.preventDefault()
      if (code !== null) props.onCode(code)
      else if (props.onText !== undefined) props.onText(wanted)
      else return
      finish()
    }
  }
  return (
    <Combobox
      store={box}
      onOptionSubmit={submit}
      position="bottom-start"
      width={props.compact === true ? COMPACT_WIDTH : DROPDOWN_WIDTH}
      transitionProps={{ duration: 0 }}
      offset={2}
    >
      {/* The library goes on naming the option that was selected last, in a list that is gone. */}
      <Combobox.Target withAriaAttributes={false}>
        <TextInput
          ref={props.input}
          value={text}
          aria-label={props.label}
          aria-haspopup="listbox"
          aria-controls={hasList && box.dropdownOpened ? listId : undefined}
          aria-activedescendant={box.dropdownOpened ? (selectedId ?? undefined) : undefined}
          placeholder={props.label}
          maxLength={64}
          autoComplete="off"
          spellCheck={false}
          rightSection={props.hint}
          rightSectionWidth={props.hint === undefined ? 0 : 60}
          rightSectionProps={{ style: { fontSize: 'var(--mantine-font-size-xs)', pointerEvents: 'none' } }}
          onChange={(event) => {
            setText(event.currentTarget.value)
            props.onTyping?.()
            box.openDropdown()
          }}
          onFocus={() => hasList && box.openDropdown()}
          onBlur={() => box.closeDropdown()}
          onKeyDown={onKeyDown}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={!hasList}>
        {isDrawn && (
          <FoundPeople
            listId={listId}
            codes={codes}
            people={people}
            leads={strangers}
            ticket={wanted === '' ? null : (found.data?.ticket ?? null)}
            choosable={wanted === '' || !found.isPlaceholderData}
            recent={wanted === ''}
            more={wanted !== '' && (found.data?.more ?? false)}
            text={wanted}
            listsAll={!choosesOnly && props.compact !== true}
            compact={props.compact ?? false}
            offersStranger={props.onStranger !== undefined && foundNobody}
            waiting={(found.data === undefined && found.isFetching) || leads.isFetching}
            problem={found.error === null ? null : explain(found.error, t).text}
          />
        )}
      </Combobox.Dropdown>
    </Combobox>
  )
}

function selectedOptionIn(listId: string): string | null {
  return document.querySelector(`#${CSS.escape(listId)} [data-combobox-selected]`)?.id ?? null
}
