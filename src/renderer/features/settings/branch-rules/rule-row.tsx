import { Badge, Text, TextInput } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { SettingUnit } from '../../../../shared/domain/branch/setting-table.ts'
import { DEFAULT_SETTINGS, type SettingField } from '../../../../shared/domain/branch/settings.ts'
import classes from './branch-rules.module.css'
import { textOf, valuesOf } from './setting-text.ts'
import type { RuleEdits } from './use-rule-edits.ts'

const DEFAULTS = valuesOf(DEFAULT_SETTINGS)
/** Longest text of a field: a whole scanner prefix of named keys. */
const LONGEST_TEXT = 64

/** One value: its name, its field, what it counts, whose number the default is, and the default. */
export function RuleRow(props: {
  readonly field: SettingField
  readonly edits: RuleEdits
  readonly editable: boolean
}) {
  const { t } = useTranslation()
  const { field, edits, editable } = props
  const { name, unit } = field
  const id = useId()
  return (
    <div className={classes.row}>
      <label className={classes.label} htmlFor={id}>
        {t(`settings.field.${name}`)}
      </label>
      <TextInput
        id={id}
        size="xs"
        classNames={{
          input: (isWords(unit) ? classes.keys : classes.number) ?? '',
          error: classes.fault ?? '',
        }}
        value={edits.textIn(name)}
        onChange={(event) => edits.write(name, event.currentTarget.value)}
        readOnly={!editable}
        variant={editable ? 'default' : 'unstyled'}
        inputMode={isWords(unit) ? 'text' : 'numeric'}
        maxLength={LONGEST_TEXT}
        error={edits.errors[name]}
      />
      <Text size="xs" className={classes.unit}>
        {!isWords(unit) && t(`settings.unit.${unit}`)}
      </Text>
      <Origin field={field} />
    </div>
  )
}

/** Values that are written rather than counted have no unit behind them. */
function isWords(unit: SettingUnit): unit is 'keys' | 'clock' | 'letters' {
  return unit === 'keys' || unit === 'clock' || unit === 'letters'
}

function Origin({ field: { name, unit, origin } }: { readonly field: SettingField }) {
  const { t } = useTranslation()
  const byDefault = textOf(DEFAULTS[name], unit)
  return (
    <>
      <Badge
        size="sm"
        radius="sm"
        mt={6}
        variant={origin === 'fixed' ? 'light' : 'default'}
        title={t(`settings.originHint.${origin}`)}
      >
        {t(`settings.origin.${origin}`)}
      </Badge>
      <Text size="xs" c="dimmed" className={classes.default}>
        {t('settings.rules.default', { value: byDefault === '' ? t('app.none') : byDefault })}
      </Text>
    </>
  )
}
