import { Button, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { call } from '../../ipc/bridge.ts'
import { ManyBar } from '../../shared/work/many/many-bar.tsx'
import { ManyDialog, type ManyRow } from '../../shared/work/many/many-dialog.tsx'
import { rowsAtOnce } from '../../shared/work/many/rows-at-once.ts'
import { DigitChoice } from '../../ui/digit-choice.tsx'
import type { RowMarks } from '../../ui/row-marks.ts'
import { useQuickReasons } from './outcome-dialog.tsx'

export type ManyAnswer = 'accept' | 'decline'

const REASON_LENGTH = 100

/** Answers several referrals at once: takes them all over, or declines them for one reason. */
export function AnswerMany(props: {
  readonly marks: RowMarks
  readonly rows: readonly ManyRow[]
  /** Which answer is being asked for. */
  readonly asking: ManyAnswer | null
  ask(answer: ManyAnswer | null): void
}) {
  const { t } = useTranslation()
  const { marks, rows, asking, ask } = props
  const { now, later } = rowsAtOnce(rows, marks.marked)
  const dialog = {
    rows: now,
    onDone: () => {
      marks.set(new Set(later.map(({ uid }) => uid)))
      ask(null)
    },
    onClose: () => ask(null),
  }
  return (
    <>
      <ManyBar marks={marks} keys={rows.map(({ uid }) => uid)}>
        {later.length > 0 && (
          <Text span size="xs" c="dimmed">
            {t('lists.many.most', { most: now.length })}
          </Text>
        )}
        {(['accept', 'decline'] as const).map((answer) => (
          <Button key={answer} size="compact-sm" variant="light" onClick={() => ask(answer)}>
            {t(`referrals.action.${answer}`)}
          </Button>
        ))}
      </ManyBar>
      {asking === 'accept' && <AcceptMany {...dialog} />}
      {asking === 'decline' && <DeclineMany {...dialog} />}
    </>
  )
}

interface DialogProps {
  readonly rows: readonly ManyRow[]
  onDone(): void
  onClose(): void
}

function AcceptMany(props: DialogProps) {
  const { t } = useTranslation()
  return (
    <ManyDialog
      {...props}
      title={t('referrals.many.acceptTitle', { rows: props.rows.length })}
      ready
      changed={false}
      confirmsAtOnce
      save={(uids) => call('referrals.acceptMany', { referralUids: uids })}
    >
      <Text size="sm">{t('referrals.many.acceptNote')}</Text>
    </ManyDialog>
  )
}

function DeclineMany(props: DialogProps) {
  const { t } = useTranslation()
  const [quick, setQuick] = useState<string | null>(null)
  const [text, setText] = useState('')
  const reasons = useQuickReasons('decline')
  const reason = text.trim() === '' ? (quick ?? '') : text.trim()
  return (
    <ManyDialog
      {...props}
      title={t('referrals.many.declineTitle', { rows: props.rows.length })}
      ready={reason !== ''}
      changed={reason !== ''}
      save={(uids) => call('referrals.declineMany', { referralUids: uids, reason })}
    >
      <DigitChoice
        label={t('referrals.outcome.reason')}
        options={reasons}
        value={text.trim() === '' ? quick : null}
        first
        onChange={(chosen) => {
          setQuick(chosen)
          setText('')
        }}
      />
      <TextInput
        label={t('referrals.refer.reasonText')}
        value={text}
        maxLength={REASON_LENGTH}
        onChange={({ currentTarget: { value } }) => setText(value)}
      />
    </ManyDialog>
  )
}
