import { Alert, List, NumberInput, Text, TextInput, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FileProfile, ImportProfile } from '../../../../shared/contract/import-profile.ts'
import type { DetectedFile } from '../../../../shared/contract/imports.ts'
import { type ProfileDraft, replaceEntry } from '../profile/draft.ts'
import type { Fault } from '../profile/faults.ts'
import { EntityEditor } from './entity-editor.tsx'
import { LookupEditor } from './lookup-editor.tsx'
import classes from './mapping.module.css'

/** Faults that are listed; more are only counted, the first ones usually explain them. */
const LISTED_FAULTS = 4

/** Step three: which column, constant or lookup fills each field of each file (D1). */
export function MapStep(props: {
  readonly draft: ProfileDraft
  readonly faults: readonly Fault[]
  /** What was seen of the file that an entry reads. */
  sampleOf(entry: FileProfile): DetectedFile | null
  onChange(draft: ProfileDraft): void
}) {
  const { t } = useTranslation()
  const { draft, faults, onChange } = props
  const [chosen, setChosen] = useState(0)
  const at = Math.min(chosen, draft.files.length - 1)
  const entry = draft.files[at]
  const lookups = draft.files.filter((each) => each.entity === 'lookup')
  const sample = entry === undefined ? null : props.sampleOf(entry)
  return (
    <div className={classes.step}>
      <nav aria-label={t('imports.map.entries')} className={classes.entries}>
        <ProfileName name={draft.name} onChange={(name) => onChange({ ...draft, name })} />
        <StopAt
          limit={draft.stopAtFlagged ?? STOP_AT_FLAGGED}
          onChange={(stopAtFlagged) => onChange({ ...draft, stopAtFlagged })}
        />
        {draft.files
          .map((file, index) => ({ file, index }))
          .map(({ file, index }) => (
            <EntryChoice
              key={index}
              entry={file}
              faulty={faults.some((fault) => 'entry' in fault && fault.entry === index)}
              current={index === at}
              onChoose={() => setChosen(index)}
            />
          ))}
      </nav>
      <div className={classes.editor}>
        {faults.length > 0 && (
          <Alert color="yellow" p="xs" title={t('imports.map.faults', { count: faults.length })}>
            <List size="sm">
              {faults.slice(0, LISTED_FAULTS).map((fault) => (
                <FaultLine key={JSON.stringify(fault)} fault={fault} />
              ))}
            </List>
          </Alert>
        )}
        {entry?.entity === 'lookup' && (
          <LookupEditor
            entry={entry}
            sample={sample}
            onChange={(changed) => onChange(replaceEntry(draft, at, changed))}
          />
        )}
        {entry !== undefined && entry.entity !== 'lookup' && (
          <EntityEditor
            key={at}
            entry={entry}
            sample={sample}
            lookups={lookups}
            onChange={(changed) => onChange(replaceEntry(draft, at, changed))}
          />
        )}
      </div>
    </div>
  )
}

function EntryChoice(props: {
  readonly entry: FileProfile
  readonly faulty: boolean
  readonly current: boolean
  onChoose(): void
}) {
  const { t } = useTranslation()
  const { entry } = props
  return (
    <UnstyledButton className={classes.entryChoice} aria-current={props.current} onClick={props.onChoose}>
      <Text size="sm" fw={600}>
        {t(`imports.entity.${entry.entity}`)}
        {entry.entity === 'lookup' && ` ${entry.name}`}
        {props.faulty && ' ▲'}
      </Text>
      <Text size="xs" c="dimmed" truncate>
        {[...[entry.file].flat(), entry.sheet ?? ''].join(' ').trim()}
      </Text>
    </UnstyledButton>
  )
}

/** One thing to mend, in the reader's words. */
function FaultLine({ fault }: { readonly fault: Fault }) {
  const { t } = useTranslation()
  if (!('entry' in fault)) return <List.Item>{t(`imports.map.fault.${fault.kind}`)}</List.Item>
  const { kind, content, place } = fault
  const words = {
    entity: t(`imports.entity.${content}`),
    field: t(`imports.field.${content}.${place}`, { defaultValue: place }),
    place,
  }
  return <List.Item>{t(`imports.map.fault.${kind}`, words)}</List.Item>
}

const NAME_LENGTH = 100
/** Of a profile that says nothing. */
const STOP_AT_FLAGGED = 10

type Limit = ImportProfile['stopAtFlagged']

/** From which share of flagged records on the import stops; an empty field never stops it. */
function StopAt(props: { readonly limit: Limit; onChange(limit: Limit): void }) {
  const { t } = useTranslation()
  const { limit, onChange } = props
  return (
    <NumberInput
      size="xs"
      mb="xs"
      label={t('imports.more.stopAt')}
      placeholder={t('imports.more.stopNever')}
      min={1}
      max={100}
      allowDecimal={false}
      value={limit === 'never' ? '' : limit}
      onChange={(value) => onChange(typeof value === 'number' ? value : 'never')}
    />
  )
}

function ProfileName(props: { readonly name: string; onChange(name: string): void }) {
  const { t } = useTranslation()
  return (
    <TextInput
      size="xs"
      mb="xs"
      label={t('imports.profile.name')}
      value={props.name}
      maxLength={NAME_LENGTH}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  )
}
