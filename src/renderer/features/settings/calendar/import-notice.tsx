import { Button, FileButton, Group, Stack, Text, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AppError, type ErrorDetail } from '../../../../shared/domain/branch/app-error.ts'
import { parseHolidayNotice, type YearNotice } from '../../../../shared/domain/calendar/holiday-notice.ts'
import { useCommand } from '../../../ipc/operations.ts'
import { useUnsaved } from '../../../router/unsaved.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Problem } from '../../../ui/problem.tsx'

/** As much as the router takes; a year's notice has some three thousand characters. */
const LONGEST_NOTICE = 200_000

/** Takes a year's official notice from a file or the clipboard and shows what it says before it counts (F3). */
export function ImportNotice(props: { readonly publishedYears: readonly number[]; onClose(): void }) {
  const { t } = useTranslation()
  const { publishedYears, onClose } = props
  const [json, setJson] = useState('')
  const leave = useUnsaved(json.trim() !== '')
  const command = useCommand('settings.importNotice')
  const notice = readNotice(json)
  const put = (text: string) => {
    setJson(text.slice(0, LONGEST_NOTICE))
    command.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    command.mutate(
      { json },
      {
        onSuccess: (taken) => {
          notifications.show({ message: t('settings.calendar.imported', { ...taken }) })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog opened onClose={() => leave(onClose)} size="lg" title={t('settings.calendar.import')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">
            {t('settings.calendar.importText', { years: spans(publishedYears, t('app.listSeparator')) })}
          </Text>
          <Group>
            <FileButton accept="application/json,.json" onChange={(file) => void file?.text().then(put)}>
              {(button) => (
                <Button variant="default" {...button}>
                  {t('settings.calendar.chooseFile')}
                </Button>
              )}
            </FileButton>
          </Group>
          <Textarea
            label={t('settings.calendar.paste')}
            placeholder='{"year": 2027, "days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}'
            value={json}
            onChange={(event) => put(event.currentTarget.value)}
            rows={9}
            styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
            spellCheck={false}
            data-autofocus
          />
          <NoticeWords notice={notice} />
          <Problem error={command.error} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => leave(onClose)}>
              {t('app.cancel')}
            </Button>
            <Button type="submit" loading={command.isPending} disabled={notice.state !== 'read'}>
              {t('settings.calendar.importNow')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

/** Keeps its line when there is nothing to say, so that the dialog does not jump. */
function NoticeWords({ notice }: { readonly notice: ReadNotice }) {
  const { t } = useTranslation()
  return (
    <Text size="sm" mih={21} role="status" {...(notice.state === 'wrong' ? { c: 'red' } : {})}>
      {notice.state === 'wrong' && t(notice.reason, notice.detail)}
      {notice.state === 'read' && t('settings.calendar.says', { ...notice })}
    </Text>
  )
}

/** `2004–2026`; years without their neighbours stand alone. */
function spans(years: readonly number[], separator: string): string {
  const starts = years.filter((year) => !years.includes(year - 1))
  const ends = years.filter((year) => !years.includes(year + 1))
  return starts.map((start, n) => (start === ends[n] ? `${start}` : `${start}–${ends[n]}`)).join(separator)
}

type ReadNotice =
  | { readonly state: 'nothing' }
  | { readonly state: 'wrong'; readonly reason: string; readonly detail: ErrorDetail }
  | { readonly state: 'read'; readonly year: number; readonly daysOff: number; readonly daysWorked: number }

/** What a pasted or chosen text says, before it is imported: the year and its days, or what is wrong with it (F3). */
export function readNotice(text: string): ReadNotice {
  if (text.trim() === '') return { state: 'nothing' }
  try {
    return summed(parseHolidayNotice(JSON.parse(text)))
  } catch (error) {
    if (error instanceof SyntaxError)
      return { state: 'wrong', reason: 'settings.calendar.notJson', detail: {} }
    if (error instanceof AppError)
      return { state: 'wrong', reason: `error.${error.code}`, detail: error.detail }
    throw error
  }
}

function summed({ year, days }: YearNotice): ReadNotice {
  if (days.length === 0) return { state: 'wrong', reason: 'error.settings.noticeEmpty', detail: { year } }
  const daysOff = days.filter(({ off }) => off).length
  return { state: 'read', year, daysOff, daysWorked: days.length - daysOff }
}
