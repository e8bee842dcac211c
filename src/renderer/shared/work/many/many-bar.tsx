import { Button, Group, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowMarks } from '../../../ui/row-marks.ts'

/** How many rows are marked, and what can be done with them; where none is, how one marks. */
export function ManyBar(props: {
  readonly marks: RowMarks
  /** The keys of all rows. */
  readonly keys: readonly string[]
  /** What can be done. */
  readonly children: ReactNode
}) {
  const { t } = useTranslation()
  const { marks, keys } = props
  const rows = keys.filter((key) => marks.marked.has(key)).length
  return (
    <Group gap={6} px="md" pb={6} mih={32}>
      <Text span size="xs" c="dimmed" role="status" mr="auto">
        {rows === 0 ? t('lists.selectKeys') : t('lists.selected', { rows })}
      </Text>
      <Button size="compact-sm" variant="default" onClick={() => marks.set(new Set(keys))}>
        {t('lists.selectAll')}
      </Button>
      {rows > 0 && (
        <>
          <Button size="compact-sm" variant="default" onClick={() => marks.set(new Set())}>
            {t('lists.selectNone')}
          </Button>
          {props.children}
        </>
      )}
    </Group>
  )
}
