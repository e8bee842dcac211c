import { Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ARRIVAL_FIELDS, type ArrivalMapping } from '../../../../shared/domain/lobby/arrival-settings.ts'
import classes from './arrivals.module.css'
import { BusinessWordList } from './business-word-list.tsx'

const LONGEST_PATH = 100

/** Under which names the machine tells what, and what its words for a business mean here. */
export function MappingFields(props: {
  readonly mapping: ArrivalMapping
  onChange(part: Partial<ArrivalMapping>): void
}) {
  const { t } = useTranslation()
  const { mapping, onChange } = props
  const { fields, words } = mapping
  return (
    <>
      <fieldset className={classes.box}>
        <legend>
          <Text size="sm" fw={600}>
            {t('arrivals.fields')}
          </Text>
        </legend>
        <div className={classes.fields}>
          {ARRIVAL_FIELDS.map((field) => (
            <TextInput
              key={field}
              size="xs"
              label={t(`arrivals.field.${field}`)}
              value={fields[field]}
              maxLength={LONGEST_PATH}
              spellCheck={false}
              onChange={(event) => onChange({ fields: { ...fields, [field]: event.currentTarget.value } })}
            />
          ))}
        </div>
        <Text size="xs" c="dimmed">
          {t('arrivals.fieldsHint')}
        </Text>
      </fieldset>
      <BusinessWordList words={words} onChange={(changed) => onChange({ words: changed })} />
    </>
  )
}
