import { Text, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { letterOfProduct, PRODUCTS } from '../../../../shared/domain/customer/products.ts'
import { LEVELS, SIGNALS } from '../../../../shared/domain/work/intent.ts'
import keys from '../../../ui/key-buttons.module.css'
import { Problem } from '../../../ui/problem.tsx'
import { digitOfLevel, digitOfSignal } from '../../keys/pad-keys.ts'
import classes from './flag-pad.module.css'
import type { FlagPadState } from './use-flag-pad.ts'

/** The flag pad (L6): a product's letter, then 1 高 2 中 3 低, and it is saved. Signals may be set before either. */
export function FlagPad({ pad }: { readonly pad: FlagPadState }) {
  const { t } = useTranslation()
  return (
    <div className={classes.pad}>
      {pad.offered && (
        <Text size="xs" fw={600} role="status">
          {pad.product === null
            ? t('intents.offerProduct')
            : t('intents.offerLevel', { product: t(`intents.product.${pad.product}`) })}
        </Text>
      )}
      <PadRow label={t('intents.padProduct')}>
        {PRODUCTS.map(({ code }) => (
          <PadButton
            key={code}
            keyName={letterOfProduct(code, pad.letters)}
            text={t(`intents.product.${code}`)}
            pressed={pad.product === code}
            onPress={() => pad.chooseProduct(code)}
          />
        ))}
      </PadRow>
      <PadRow label={t('intents.padSignal')}>
        {SIGNALS.map((signal) => (
          <PadButton
            key={signal}
            keyName={digitOfSignal(signal)}
            text={t(`intents.signal.${signal}`)}
            pressed={pad.signals.includes(signal)}
            onPress={() => pad.toggleSignal(signal)}
          />
        ))}
      </PadRow>
      <PadRow label={t('intents.padLevel')}>
        {LEVELS.map((level) => (
          <PadButton
            key={level}
            keyName={digitOfLevel(level)}
            text={t(`intents.level.${level}`)}
            suggested={pad.suggested === level}
            disabled={pad.product === null || pad.busy}
            onPress={() => pad.flag(level)}
          />
        ))}
      </PadRow>
      <Problem error={pad.error} />
    </div>
  )
}

function PadRow({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <fieldset className={classes.row} aria-label={label}>
      <span className={classes.label} aria-hidden>
        {label}
      </span>
      <div className={keys.keys}>{children}</div>
    </fieldset>
  )
}

function PadButton(props: {
  readonly keyName: string
  readonly text: string
  readonly pressed?: boolean
  readonly suggested?: boolean
  readonly disabled?: boolean
  onPress(): void
}) {
  return (
    <UnstyledButton
      className={keys.key}
      aria-keyshortcuts={props.keyName}
      {...(props.pressed === undefined ? {} : { 'aria-pressed': props.pressed })}
      data-suggested={props.suggested === true}
      disabled={props.disabled ?? false}
      onClick={props.onPress}
    >
      <kbd className={keys.name} aria-hidden>
        {props.keyName}
      </kbd>
      {props.text}
    </UnstyledButton>
  )
}
