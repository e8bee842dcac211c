import { List } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Fault } from '../profile/faults.ts'

/** One thing to mend, in the reader's words. */
export function FaultLine({ fault }: { readonly fault: Fault }) {
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
