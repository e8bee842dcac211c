import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Expression } from '../../../../shared/contract/import-expression.ts'
import type { DetectedFile } from '../../../../shared/contract/imports.ts'
import { withStep } from '../profile/source.ts'
import { sampledTexts } from './samples.ts'
import { CodeSelect } from './selects.tsx'

/** Which code of the file means which of ours: those of the sample stand there already, others can be added. */
export function CodeMap(props: {
  readonly expression: Expression
  readonly sample: DetectedFile | null
  readonly codes: readonly string[]
  onChange(expression: Expression): void
}) {
  const { t } = useTranslation()
  const { expression, sample, codes, onChange } = props
  const [typed, setTyped] = useState('')
  const [added, setAdded] = useState<readonly string[]>([])
  const map = expression.map ?? {}
  const texts = [...new Set([...sampledTexts(expression, sample), ...Object.keys(map), ...added])]
  const set = (text: string, code: string | null) => {
    const { [text]: _previous, ...others } = map
    const next = code === null ? others : { ...others, [text]: code }
    onChange(withStep(expression, 'map', Object.keys(next).length === 0 ? undefined : next))
  }
  return (
    <Stack gap="xs" w={320}>
      <Text size="xs" c="dimmed">
        {t('imports.map.codeHint')}
      </Text>
      {texts.map((text) => (
        <Group key={text} gap="xs" wrap="nowrap" grow>
          <Text size="sm" truncate>
            {text}
          </Text>
          <CodeSelect
            insidePopover
            label={`${text} ${t('imports.map.codeTo')}`}
            codes={codes}
            code={map[text] ?? null}
            placeholder="—"
            onChange={(code) => set(text, code)}
          />
        </Group>
      ))}
      <Group gap="xs" wrap="nowrap">
        <TextInput
          size="xs"
          aria-label={t('imports.map.codeFrom')}
          placeholder={t('imports.map.codeFrom')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={typed.trim() === '' || texts.includes(typed.trim())}
          onClick={() => {
            setAdded([...added, typed.trim()])
            setTyped('')
          }}
        >
          {t('imports.map.codeAdd')}
        </Button>
      </Group>
      <Group gap="xs" wrap="nowrap" grow>
        <Text size="sm">{t('imports.map.codeOther')}</Text>
        <CodeSelect
          insidePopover
          label={t('imports.map.codeOther')}
          codes={codes}
          code={expression.otherwise ?? null}
          placeholder={t('imports.map.codeUnknown')}
          onChange={(code) => onChange(withStep(expression, 'otherwise', code ?? undefined))}
        />
      </Group>
    </Stack>
  )
}
