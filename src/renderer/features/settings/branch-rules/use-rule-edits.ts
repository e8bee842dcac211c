import { useState } from 'react'
import { type BranchSettings, DEFAULT_SETTINGS } from '../../../../shared/domain/settings.ts'
import type { DoorError } from '../../../door/door-error.ts'
import { useCommand } from '../../../door/operations.ts'
import { changedNames, checkEdits, type Edits, type Faults } from './check-edits.ts'
import { SETTING_FIELDS } from './setting-groups.ts'
import { textOf } from './setting-text.ts'
import { type SettingName, valuesOf } from './setting-values.ts'

export interface RuleEdits {
  textIn(name: SettingName): string
  write(name: SettingName, text: string): void
  readonly faults: Faults
  /** How many values differ from what is stored. */
  readonly changes: number
  readonly maySave: boolean
  readonly saving: boolean
  readonly error: DoorError | null
  save(onSaved: () => void): void
  discard(): void
  /** Writes the defaults into all fields; they still have to be saved. */
  toDefaults(): void
}

/** The form's texts laid over what is stored, so that a change from another window shows wherever nobody is editing. */
export function useRuleEdits(stored: BranchSettings): RuleEdits {
  const [edits, setEdits] = useState<Edits>({})
  const command = useCommand('settings.save')
  const shown = textsOf(stored)
  const checked = checkEdits(stored, edits)
  const changes = changedNames(stored, edits).length
  const put = (next: Edits) => {
    setEdits(next)
    command.reset()
  }
  return {
    textIn: (name) => edits[name] ?? shown[name] ?? '',
    write: (name, text) => put({ ...edits, [name]: text }),
    faults: checked.ok ? {} : checked.faults,
    changes,
    maySave: checked.ok && changes > 0,
    saving: command.isPending,
    error: command.error,
    save: (onSaved) => {
      if (!checked.ok || changes === 0) return
      const settled = () => {
        setEdits({})
        onSaved()
      }
      command.mutate({ settings: checked.settings }, { onSuccess: settled })
    },
    discard: () => put({}),
    toDefaults: () => put(textsOf(DEFAULT_SETTINGS)),
  }
}

function textsOf(settings: BranchSettings): Edits {
  const values = valuesOf(settings)
  return Object.fromEntries(SETTING_FIELDS.map(({ name, unit }) => [name, textOf(values[name], unit)]))
}
