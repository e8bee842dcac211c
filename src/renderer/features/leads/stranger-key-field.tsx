import { Text, TextInput } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { type ProductCode, productByLetter } from '../../../shared/domain/products.ts'
import { isStrangerTextComplete, readStrangerText } from '../../../shared/domain/stranger-text.ts'
import { isComposing } from '../../ui/composition.ts'
import classes from './leads.module.css'
import { keyName } from './quick-keys.ts'

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
    if (isComposing(event) || event.ctrlKey || event.altKey || event.metaKey) return
    if (!isStrangerTextComplete(value)) return
    const product = productByLetter(keyName(event.nativeEvent.code), props.letters)
    if (product === null) return
    event.preventDefault()
    props.onProduct(product.code)
  }
  return (
    <div className={classes.row} data-field="key">
      <span className={classes.label} aria-hidden>
        {t('leads.phone')}
      </span>
      <div>
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
      </div>
    </div>
  )
}
