import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useRequest } from '../../router/use-request.ts'
import { isComposing } from '../../ui/composition.ts'

/**
 * Takes a printed row's code, scanned anywhere in the window or typed here (F5).
 * @param props.busy while a contact is being recorded the next scan waits, so that nothing typed is lost
 */
export function ScanBox(props: { readonly busy: boolean; onCode(barcode: string): void }) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  useRequest('row', ({ barcode }) => props.onCode(barcode), !props.busy)
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event) || event.key !== 'Enter' || text.trim() === '') return
    event.preventDefault()
    props.onCode(text.trim())
    setText('')
  }
  return (
    <TextInput
      size="xs"
      w={100}
      aria-label={t('followups.scan')}
      placeholder={t('followups.scanShort')}
      title={t('followups.scanHint')}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      maxLength={40}
      autoComplete="off"
    />
  )
}
