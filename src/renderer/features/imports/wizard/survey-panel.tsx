import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImportProfile } from '../../../../shared/contract/import-profile.ts'
import type { FileSurvey } from '../../../../shared/contract/import-survey.ts'
import type { ChosenFolder } from '../../../../shared/contract/imports.ts'
import { grouped } from '../../../ui/amounts.ts'
import { Problem } from '../../../ui/problem.tsx'
import { KeyOffer, type TakesKey } from './key-offer.tsx'
import { SurveyTable } from './survey-table.tsx'
import { type SurveyState, useSurvey } from './use-survey.ts'

const PERCENT = 100

/** What an import would make of the whole file, column by column, while the first rows can be read already. */
export function SurveyPanel(props: {
  readonly folder: ChosenFolder
  readonly profile: ImportProfile
  readonly fileName: string
  readonly onKey: TakesKey
}) {
  const { t } = useTranslation()
  const state = useSurvey(props.folder, props.profile, props.fileName)
  return (
    <Stack gap="xs" component="section" aria-label={t('imports.survey.title')}>
      {state.running && <Looking state={state} />}
      {!state.running && state.cancelled && (
        <Group gap="xs">
          <Text size="sm">{t('imports.survey.cancelled')}</Text>
          <Button size="compact-xs" variant="default" onClick={state.again}>
            {t('imports.survey.again')}
          </Button>
        </Group>
      )}
      <Problem error={state.error} />
      {state.survey?.files.map((file) => (
        <Surveyed
          // Two entries may read one file into one entity.
          key={`${file.entity} ${file.fields.map(({ field, columns }) => [field, ...columns].join()).join(' ')}`}
          file={file}
          stopAt={props.profile.stopAtFlagged}
          onKey={props.onKey}
        />
      ))}
    </Stack>
  )
}

function Looking({ state }: { readonly state: SurveyState }) {
  const { t } = useTranslation()
  const { progress } = state
  const share = progress === null || progress.bytesTotal === 0 ? 0 : progress.bytesRead / progress.bytesTotal
  return (
    <Group gap="sm" wrap="nowrap">
      <Text size="sm">{t('imports.survey.looking', { rows: grouped(progress?.records ?? 0) })}</Text>
      <Progress
        flex={1}
        maw={320}
        value={share * PERCENT}
        aria-label={t('imports.survey.title')}
        transitionDuration={0}
      />
      <Button size="compact-xs" variant="default" onClick={state.cancel}>
        {t('imports.survey.cancel')}
      </Button>
    </Group>
  )
}

function Surveyed(props: {
  readonly file: FileSurvey
  readonly stopAt: ImportProfile['stopAtFlagged']
  readonly onKey: TakesKey
}) {
  const { t } = useTranslation()
  const { file, stopAt, onKey } = props
  const stopped = file.fields.filter(({ stops }) => stops.length > 0)
  return (
    <>
      <Text size="sm" fw={600}>
        {t('imports.survey.whole', {
          entity: t(`imports.entity.${file.entity}`),
          records: grouped(file.records),
          accepted: grouped(file.accepted),
          rejected: grouped(file.rejected),
          skipped: grouped(file.skipped),
        })}
      </Text>
      {file.records === 0 && file.skipped > 0 && (
        <Alert color="orange" variant="light" p="xs">
          {t('imports.sheet.filterTookAll', {
            name: t(`imports.entity.${file.entity}`),
            count: file.skipped,
          })}
        </Alert>
      )}
      {stopped.length > 0 && (
        <Alert color="red" variant="light" p="xs" title={t('imports.survey.stops', { percent: stopAt })}>
          {stopped.flatMap(({ field, columns, stops }) =>
            stops.map((code) => (
              <Text size="sm" key={`${field} ${code}`}>
                {t('imports.survey.stopsFor', {
                  field: t(`imports.field.${file.entity}.${field}`),
                  column: columns.join(t('app.listSeparator')) || '—',
                  problem: t(`imports.problem.${code}`),
                  advice: t(`imports.advice.${code}`, { defaultValue: t('imports.advice.other') }),
                })}
              </Text>
            )),
          )}
          <Text size="sm">{t('imports.survey.stopsAdvice')}</Text>
        </Alert>
      )}
      <KeyOffer file={file} onKey={onKey} />
      <SurveyTable file={file} />
    </>
  )
}
