import { Table, Text, UnstyledButton } from '@mantine/core'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldSurvey, FileSurvey, SurveyExample } from '../../../../shared/contract/import-survey.ts'
import { grouped } from '../../../ui/amounts.ts'
import classes from './sample-table.module.css'

const COLUMNS = ['field', 'column', 'form', 'filled', 'empty', 'flagged', 'rejected'] as const
const RESULTS = ['flagged', 'rejected'] as const

const COUNT = { ta: 'right' } as const
/** A count and its reasons; far enough from the counts before it to be read apart. */
const REASONS = { ta: 'left', pl: 'xl' } as const
const PLACE_OF = {
  field: {},
  column: {},
  form: {},
  filled: COUNT,
  empty: COUNT,
  flagged: REASONS,
  rejected: REASONS,
} as const satisfies Readonly<Record<(typeof COLUMNS)[number], object>>

type Result = SurveyExample['result']
type Counts = FieldSurvey[Result]

/** A file's fields: where each comes from, how it is written, and what would become of it over the whole file. */
export function SurveyTable({ file }: { readonly file: FileSurvey }) {
  const { t } = useTranslation()
  const [shown, setShown] = useState<string | null>(null)
  const toggle = (what: string) => setShown(shown === what ? null : what)
  const { damaged, damagedExamples } = file
  return (
    <div className={classes.survey}>
      <Table withTableBorder verticalSpacing={2} fz="xs" aria-label={t('imports.survey.title')}>
        <Table.Thead>
          <Table.Tr>
            {COLUMNS.map((column) => (
              <Table.Th key={column} {...PLACE_OF[column]}>
                {t(`imports.survey.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {file.fields.map((field) => (
            <FieldLines key={field.field} file={file} field={field} shown={shown} onShow={toggle} />
          ))}
          {Object.keys(damaged).length > 0 && (
            <>
              <Table.Tr>
                <Table.Th scope="row" colSpan={COLUMNS.length - 1}>
                  {t('imports.survey.damaged')}
                </Table.Th>
                <Table.Td>
                  <Count of={damaged} severe open={shown === 'damaged'} onShow={() => toggle('damaged')} />
                </Table.Td>
              </Table.Tr>
              {shown === 'damaged' && <Examples examples={damagedExamples} />}
            </>
          )}
        </Table.Tbody>
      </Table>
    </div>
  )
}

function FieldLines(props: {
  readonly file: FileSurvey
  readonly field: FieldSurvey
  readonly shown: string | null
  onShow(what: string): void
}) {
  const { t } = useTranslation()
  const { file, field, shown } = props
  const forms = field.forms
    .map(({ form, count }) => `${form} ×${grouped(count)}`)
    .join(t('app.listSeparator'))
  const stops = field.stops.length > 0
  return (
    <Fragment>
      <Table.Tr data-stops={stops} className={classes.field ?? ''}>
        <Table.Th scope="row">
          {t(`imports.field.${file.entity}.${field.field}`)}
          {stops && ` ▲ ${t('imports.survey.wouldStop')}`}
        </Table.Th>
        <Table.Td>{field.columns.join(t('app.listSeparator')) || '—'}</Table.Td>
        <Table.Td>
          {[field.dateFormat, forms].filter((part) => (part ?? '') !== '').join(' · ') || '—'}
        </Table.Td>
        <Table.Td {...PLACE_OF.filled}>{grouped(field.filled)}</Table.Td>
        <Table.Td {...PLACE_OF.empty}>{grouped(field.empty)}</Table.Td>
        {RESULTS.map((result) => (
          <Table.Td key={result} {...PLACE_OF[result]}>
            <Count
              of={field[result]}
              severe={result === 'rejected' || stops}
              open={shown === `${field.field} ${result}`}
              onShow={() => props.onShow(`${field.field} ${result}`)}
            />
          </Table.Td>
        ))}
      </Table.Tr>
      {RESULTS.map(
        (result) =>
          shown === `${field.field} ${result}` && (
            <Examples key={result} examples={field.examples.filter((each) => each.result === result)} />
          ),
      )}
    </Fragment>
  )
}

/** How many records, and why; the first of them are shown on a click. */
function Count(props: {
  readonly of: Counts
  readonly severe: boolean
  readonly open: boolean
  onShow(): void
}) {
  const { t } = useTranslation()
  const reasons = Object.entries(props.of)
  if (reasons.length === 0) return <>0</>
  return (
    <UnstyledButton
      fz="xs"
      className={(props.severe ? classes.rejected : classes.flagged) ?? ''}
      td="underline"
      aria-expanded={props.open}
      onClick={props.onShow}
    >
      {reasons
        .map(([code, count]) => `${grouped(count)} ${t(`imports.problem.${code}`)}`)
        .join(t('app.listSeparator'))}
    </UnstyledButton>
  )
}

/** The first records of a fault by their outline: a value is shown to nobody here. */
function Examples({ examples }: { readonly examples: readonly SurveyExample[] }) {
  const { t } = useTranslation()
  return examples.map(({ code, line, shape }) => (
    <Table.Tr key={`${code} ${line}`}>
      <Table.Td colSpan={COLUMNS.length}>
        <Text size="xs">
          {t('imports.survey.example', {
            line,
            problem: t(`imports.problem.${code}`),
            shape: shape || '—',
          })}{' '}
          {t(`imports.advice.${code}`, { defaultValue: t('imports.advice.other') })}
        </Text>
      </Table.Td>
    </Table.Tr>
  ))
}
