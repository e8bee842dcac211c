import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigation } from '../../router/navigation.tsx'
import { isComposing } from '../../ui/composition.ts'

/**
 * Takes a printed row's code, scanned anywhere in the window or typed here (F5).
 * @param props.busy while a contact is being recorded the next scan waits, so that nothing typed is lost
 */
export function ScanBox(props: { readonly busy: boolean; onCode(barcode: string): void }) {
  const { t } = useTranslation()
  const { barcode, clearBarcode } = useNavigation()
  const [text, setText] = useState('')
  const takeScan = useEffectEvent((scanned: string) => {
    clearBarcode()
    props.onCode(scanned)
  })
  useEffect(() => {
    if (barcode !== null && !props.busy) takeScan(barcode)
  }, [barcode, props.busy])
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
