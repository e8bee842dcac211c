import { useTranslation } from 'react-i18next'
import { useCommand } from '../../ipc/operations.ts'
import { ExportButton } from '../../shared/lists/export-button.tsx'
import { keptLanguage } from '../../ui/language.ts'

/**
 * One customer's register to a file.
 * @param props.who the same customer, as `whoText` names them
 */
export function ExportOne({ customerUid, who }: { readonly customerUid: string; readonly who: string }) {
  const { t } = useTranslation()
  const save = useCommand('consents.exportOne')
  return (
    <ExportButton
      word={t('consents.export')}
      title={`${t('consents.exportTitle')} · ${who}`}
      busy={save.isPending}
      error={save.error}
      done={save.data?.saved === true ? t('consents.exported') : null}
      onExport={(reason) => save.mutate({ customerUid, reason, language: keptLanguage() })}
      onClosed={save.reset}
    />
  )
}

/** The branch's register to a file, for the head. */
export function ExportAll() {
  const { t } = useTranslation()
  const save = useCommand('consents.exportAll')
  return (
    <ExportButton
      word={t('consents.export')}
      title={t('consents.exportTitle')}
      busy={save.isPending}
      error={save.error}
      done={save.data?.saved === true ? t('consents.exportedRows', { rows: save.data.rows }) : null}
      onExport={(reason) => save.mutate({ reason, language: keptLanguage() })}
      onClosed={save.reset}
    />
  )
}
