import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { InputOf } from '../../../shared/contract/index.ts'
import { call } from '../../ipc/bridge.ts'
import { useCommand } from '../../ipc/operations.ts'
import { keptLanguage } from '../../ui/language.ts'
import { PrintPreview } from './print-preview.tsx'

/** The list that is on the screen on paper; what is shown first is a draft without a number. */
export function PrintList(props: {
  readonly shows: InputOf<'lists.preview'>['shows']
  /** Nobody is on the list. */
  readonly disabled: boolean
}) {
  const { t } = useTranslation()
  const { shows, disabled } = props
  const preview = useCommand('lists.preview')
  const language = keptLanguage()
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        disabled={disabled}
        onClick={() => preview.mutate({ shows, language })}
      >
        {t('lists.paper.button')}
      </Button>
      <PrintPreview print={preview} freeze={() => call('lists.print', { shows, language })} />
    </>
  )
}
