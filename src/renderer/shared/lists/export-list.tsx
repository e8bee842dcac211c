import { useTranslation } from 'react-i18next'
import type { InputOf } from '../../../shared/contract/index.ts'
import { useCommand } from '../../ipc/operations.ts'
import { keptLanguage } from '../../ui/language.ts'
import { ExportButton } from './export-button.tsx'

/** The list that is on the screen to a file; every customer in it is recorded with the reason (P2). */
export function ExportList({ request }: { readonly request: InputOf<'lists.export'>['request'] }) {
  const { t } = useTranslation()
  const save = useCommand('lists.export')
  return (
    <ExportButton
      word={t('lists.export')}
      title={t('lists.exportTitle')}
      note={t('lists.exportNote')}
      busy={save.isPending}
      error={save.error}
      done={save.data?.saved === true ? t('lists.exported', { rows: save.data.rows }) : null}
      onExport={(reason) => save.mutate({ request, reason, language: keptLanguage() })}
      onClosed={save.reset}
    />
  )
}
