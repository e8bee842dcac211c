import type { FormErrors } from '@mantine/form'
import type { TFunction } from 'i18next'
import type { SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { SettingUnit } from '../../../../shared/domain/branch/setting-table.ts'
import {
  type BranchSettings,
  DEFAULT_SETTINGS,
  SETTING_FIELDS,
  type SettingName,
} from '../../../../shared/domain/branch/settings.ts'
import type { CallError } from '../../../ipc/call-error.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { useEdits } from '../../../ui/use-edits.ts'
import { changedNames, checkEdits, type Edits, type Fault } from './check-edits.ts'
import { textOf, valuesOf } from './setting-text.ts'

export interface RuleEdits {
  textIn(name: SettingName): string
  write(name: SettingName, text: string): void
  /** In words, under the name of the field that they speak of. */
  readonly errors: FormErrors
  /** How many values differ from what is stored. */
  readonly changes: number
  readonly maySave: boolean
  readonly saving: boolean
  readonly error: CallError | null
  submit(onSaved: () => void): (event?: SyntheticEvent<HTMLFormElement>) => void
  discard(): void
  /** Writes the defaults into all fields; they still have to be saved. */
  toDefaults(): void
}

/** The form's texts laid over what is stored. */
export function useRuleEdits(stored: BranchSettings): RuleEdits {
  const { t } = useTranslation()
  const edits = useEdits<Edits>(textsOf(stored), (_, typed) => errorsOf(stored, typed, t))
  const command = useCommand('settings.save')
  const changes = edits.changed ? changedNames(stored, edits.typed).length : 0
  const put = (texts: Edits) => {
    edits.put(texts)
    command.reset()
  }
  return {
    textIn: (name) => edits.value[name] ?? '',
    write: (name, text) => put({ [name]: text }),
    errors: edits.errors,
    changes,
    maySave: Object.keys(edits.errors).length === 0 && changes > 0,
    saving: command.isPending,
    error: command.error,
    submit: (onSaved) =>
      edits.submit(() => {
        const checked = checkEdits(stored, edits.typed)
        if (!checked.ok || changes === 0) return
        const settled = () => {
          edits.saved()
          onSaved()
        }
        command.mutate({ settings: checked.settings }, { onSuccess: settled })
      }),
    discard: () => {
      edits.discard()
      command.reset()
    },
    toDefaults: () => put(textsOf(DEFAULT_SETTINGS)),
  }
}

function textsOf(settings: BranchSettings): Edits {
  const values = valuesOf(settings)
  return Object.fromEntries(SETTING_FIELDS.map(({ name, unit }) => [name, textOf(values[name], unit)]))
}

function errorsOf(stored: BranchSettings, typed: Edits, t: TFunction): FormErrors {
  const checked = checkEdits(stored, typed)
  if (checked.ok) return {}
  const { faults } = checked
  return Object.fromEntries(
    SETTING_FIELDS.flatMap(({ name, unit }) => {
      const fault = faults[name]
      return fault === undefined ? [] : [[name, faultText(fault, unit, t)]]
    }),
  )
}

function faultText(fault: Fault, unit: SettingUnit, t: TFunction): string {
  const limit = 'limit' in fault ? textOf(fault.limit, unit) : ''
  return t(`settings.fault.${fault.kind}`, { limit })
}
