import { Button, Checkbox, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportProfile } from '../../../../shared/contract/import-profile.ts'
import type { ChosenFolder } from '../../../../shared/contract/imports.ts'
import { useOpenSession } from '../../../ipc/session.tsx'
import { fileSize } from '../../../ui/amounts.ts'
import { filesRead } from '../profile/draft.ts'

/** Step five before it runs: what will happen, and the day the data speak of. */
export function RunStep(props: {
  readonly folder: ChosenFolder
  readonly profile: ImportProfile
  readonly starting: boolean
  /** An earlier import read the same files: the button says what starting means now. */
  readonly sameNight: boolean
  onStart(asOf: string | null, allowOlder: boolean): void
}) {
  const { t } = useTranslation()
  const { todayOn } = useOpenSession()
  const [asOf, setAsOf] = useState(todayOn)
  const [allowOlder, setAllowOlder] = useState(false)
  const { folder, profile } = props
  const names = folder.files.map(({ name }) => name)
  const read = new Set(profile.files.flatMap((entry) => filesRead(entry, names)))
  const bytes = folder.files.filter(({ name }) => read.has(name)).reduce((sum, file) => sum + file.bytes, 0)
  return (
    <Stack gap="md" maw={640}>
      <Text size="sm">
        {t('imports.run.ready', { name: profile.name, count: read.size, size: fileSize(bytes) })}
      </Text>
      <TextInput
        type="date"
        w={200}
        label={t('imports.run.asOf')}
        description={t('imports.run.asOfHint')}
        value={asOf}
        onChange={(event) => setAsOf(event.currentTarget.value)}
      />
      <Checkbox
        label={t('imports.run.allowOlder')}
        description={t('imports.run.allowOlderHint')}
        checked={allowOlder}
        onChange={(event) => setAllowOlder(event.currentTarget.checked)}
      />
      <Group>
        <Button
          size="sm"
          autoFocus
          loading={props.starting}
          onClick={() => props.onStart(asOf === '' ? null : asOf, allowOlder)}
        >
          {t(props.sameNight ? 'imports.run.anyway' : 'imports.run.start')}
        </Button>
      </Group>
    </Stack>
  )
}
