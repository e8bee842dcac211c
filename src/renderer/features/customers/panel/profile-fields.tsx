import { useTranslation } from 'react-i18next'
import type { CustomerField, SourcedField } from '../../../../shared/contract/customers.ts'
import classes from './panel.module.css'
import { useFieldText } from './panel-text.ts'

/** Every known field with its class, source and date (C1, C2). */
export function ProfileFields(props: {
  readonly fields: readonly SourcedField[]
  readonly revealed: ReadonlyMap<CustomerField, SourcedField>
}) {
  const { t } = useTranslation()
  const fieldText = useFieldText()
  return (
    <dl className={classes.fields}>
      {props.fields.map((field) => {
        const clear = props.revealed.get(field.field)
        return (
          <div key={field.field} className={classes.field}>
            <dt>{t(`customers.field.${field.field}`)}</dt>
            <dd className={clear === undefined ? undefined : classes.clear}>{fieldText(clear ?? field)}</dd>
            <dd className={classes.origin} title={t('customers.origin', { ...field })}>
              {field.class} {field.asOf}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
