import { Text, TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { type ProductCode, productByLetter } from '../../../shared/domain/customer/products.ts'
import { isStrangerTextComplete, readStrangerText } from '../../../shared/domain/text/stranger-text.ts'
import { isPlainKey } from '../../ui/composition.ts'
import { keyName } from '../../ui/physical-keys.ts'
import { FormRow } from './form-row.tsx'

/** Phone, tail or ticket in one field. Behind a whole one the next letter is already the product's. */
export function StrangerKeyField(props: {
  readonly value: string
  /** The branch's keys of the products. */
  readonly letters: string
  onChange(key: string): void
  onProduct(product: ProductCode): void
}) {
  const { t } = useTranslation()
  const { value, onChange } = props
  const { unread } = readStrangerText(value)
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event)) return
    if (!isStrangerTextComplete(value)) return
    const product = productByLetter(keyName(event.nativeEvent.code), props.letters)
    if (product === null) return
    event.preventDefault()
    props.onProduct(product.code)
  }
  return (
    <FormRow field="key" label={t('leads.phone')}>
      <TextInput
        size="xs"
        aria-label={t('leads.quick.key')}
        placeholder={t('leads.quick.key')}
        title={t('leads.quick.keyHint')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        maxLength={40}
        autoComplete="off"
      />
      {unread.length > 0 && value.length > 4 && (
        <Text size="xs" c="red" role="status">
          {t('leads.quick.keyUnread', { words: unread.join(' ') })}
        </Text>
      )}
    </FormRow>
  )
}
