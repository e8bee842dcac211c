import { Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Expression, expressionSchema } from '../../../../shared/contract/import-expression.ts'

/** An expression as the text of the profile file: the way to everything that has no control of its own. */
export function AdvancedExpression(props: {
  readonly label: string
  readonly expression: Expression
  onChange(expression: Expression): void
}) {
  const { t } = useTranslation()
  const [text, setText] = useState(() => JSON.stringify(props.expression))
  const parsed = parseExpression(text)
  return (
    <Textarea
      size="xs"
      autosize
      minRows={1}
      maxRows={6}
      aria-label={props.label}
      title={t('imports.map.advancedHint')}
      value={text}
      error={parsed === null ? t('imports.map.advancedWrong') : null}
      onChange={({ currentTarget: { value } }) => {
        setText(value)
        const expression = parseExpression(value)
        if (expression !== null) props.onChange(expression)
      }}
    />
  )
}

function parseExpression(text: string): Expression | null {
  try {
    const parsed = expressionSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
