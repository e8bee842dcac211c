import { Alert, Button, Group, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Expression } from '../../../../shared/contract/import-expression.ts'
import type { FileSurvey } from '../../../../shared/contract/import-survey.ts'
import { grouped } from '../../../ui/amounts.ts'

/** Takes another key for the rows of an entity that come from a file. */
export type TakesKey = (file: Pick<FileSurvey, 'fileName' | 'entity'>, key: Expression) => void

/** Says that a key names more than one record, and offers one that does not. */
export function KeyOffer(props: { readonly file: FileSurvey; readonly onKey: TakesKey }) {
  const { t } = useTranslation()
  const { file, onKey } = props
  const { keys } = file
  if (keys === null || keys.repeated === 0 || keys.proposal === null) return null
  const { proposal } = keys
  const byLine = 'line' in proposal
  const [first, second] = keys.lines ?? [0, 0]
  return (
    <Alert color="orange" variant="light" p="xs">
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <Text size="sm">
          {t('imports.survey.key', { count: keys.repeated, rows: grouped(keys.repeated), first, second })}{' '}
          {t(byLine ? 'imports.survey.keyByLine' : 'imports.survey.keyBySerial', {
            key: 'template' in proposal ? proposal.template : '',
          })}
        </Text>
        <Button variant="default" miw="max-content" onClick={() => onKey(file, proposal)}>
          {t(byLine ? 'imports.survey.takeLine' : 'imports.survey.takeSerial')}
        </Button>
      </Group>
    </Alert>
  )
}
