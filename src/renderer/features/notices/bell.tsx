import { Badge, Button, Drawer, Group, Text, UnstyledButton } from '@mantine/core'
import IconBell from '@tabler/icons-react/icons/IconBell'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { MOST_NOTICES, type NoticeRow } from '../../../shared/contract/notices.ts'
import type { ScreenName } from '../../../shared/domain/branch/function-codes.ts'
import { isLanguage } from '../../../shared/locale/languages.ts'
import { call } from '../../ipc/bridge.ts'
import { useCommand, useOperation } from '../../ipc/operations.ts'
import { useOverlay, useSteps } from '../../router/navigation.tsx'
import { ManyBar } from '../../shared/work/many/many-bar.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useFocusBack } from '../../ui/focus-back.ts'
import { Problem } from '../../ui/problem.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { useRowMarks } from '../../ui/row-marks.ts'
import classes from './bell.module.css'
import { NoticeLine } from './notice-line.tsx'

/** Two lines: what happened, and to whom. */
const ROW_HEIGHT = 58
const PAGE_ROWS = 50

/** How many things were told, and what: who, what about, by when. Choosing one opens it (F4). */
export function Bell() {
  const { t } = useTranslation()
  const { shown, open, close } = useOverlay('notices')
  const [limit, setLimit] = useState(PAGE_ROWS)
  const list = useOperation('notices.list', { limit })
  const unseen = list.data?.unseen ?? 0
  useSystemLanguage()
  useFocusBack(shown)
  return (
    <>
      <UnstyledButton
        className={classes.bell}
        aria-label={
          unseen === 0 ? t('notices.bell') : `${t('notices.bell')} ${t('notices.unseen', { count: unseen })}`
        }
        aria-haspopup="dialog"
        onClick={open}
      >
        <IconBell size={18} stroke={1.6} aria-hidden />
        <Text span size="sm">
          {t('notices.bell')}
        </Text>
        {unseen > 0 && (
          <Badge size="sm" radius="sm" color="red" variant="filled" className={classes.count}>
            {unseen}
          </Badge>
        )}
      </UnstyledButton>
      <Drawer
        opened={shown}
        onClose={close}
        returnFocus={false}
        position="right"
        size={460}
        overlayProps={{ backgroundOpacity: 0.2 }}
        transitionProps={{ duration: 0 }}
        title={t('notices.bell')}
        closeButtonProps={{ 'aria-label': t('app.close') }}
        classNames={{ content: classes.drawer ?? '', body: classes.body ?? '' }}
      >
        <Problem error={list.error} />
        {list.data !== undefined && (
          <Notices
            rows={list.data.rows}
            total={list.data.total}
            unseen={unseen}
            onEndNear={() => {
              const { rows, total } = list.data
              if (rows.length >= limit && total > limit) setLimit(Math.min(limit + PAGE_ROWS, MOST_NOTICES))
            }}
          />
        )}
      </Drawer>
    </>
  )
}

function Notices(props: {
  readonly rows: readonly NoticeRow[]
  readonly total: number
  readonly unseen: number
  onEndNear(): void
}) {
  const { rows, total, unseen, onEndNear } = props
  const { t } = useTranslation()
  const { choose, open: openScreen } = useSteps()
  const { close } = useOverlay('notices')
  const see = useCommand('notices.see')
  const marks = useRowMarks()
  const marked = rows.filter(({ uid }) => marks.marked.has(uid))
  const open = (row: NoticeRow) => {
    if (!row.seen) see.mutate({ uids: [row.uid] })
    const place = placeOfNotice(row)
    close()
    if (place.kind === 'person') choose(place.customerUid)
    else openScreen(place.screen)
  }
  if (rows.length === 0) return <Empty title={t('notices.none')} text={t('notices.noneHelp')} />
  return (
    <>
      <ManyBar marks={marks} keys={rows.map(({ uid }) => uid)}>
        <Button
          size="compact-sm"
          variant="light"
          disabled={marked.every(({ seen }) => seen)}
          onClick={() => {
            see.mutate({ uids: marked.map(({ uid }) => uid) })
            marks.set(new Set())
          }}
        >
          {t('lists.markRead')}
        </Button>
      </ManyBar>
      <RowList
        marks={marks}
        label={t('notices.bell')}
        rows={rows}
        rowHeight={ROW_HEIGHT}
        keyOf={(row) => row.uid}
        render={(row) => <NoticeLine notice={row} />}
        onOpen={open}
        takesFocus="unless-typing"
        onEndNear={onEndNear}
      />
      <Group justify="space-between" p="xs">
        <Text size="xs" c="dimmed">
          {t('notices.total', { total })} · {t('notices.keys')}
        </Text>
        <Button size="xs" variant="default" disabled={unseen === 0} onClick={() => see.mutate({})}>
          {t('notices.seeAll')}
        </Button>
      </Group>
    </>
  )
}

/** The system's notifications and the tray speak as the window does. */
function useSystemLanguage(): void {
  const { i18n } = useTranslation()
  const { language } = i18n
  useEffect(() => {
    if (isLanguage(language)) void call('notices.speak', { language }).catch(() => undefined)
  }, [language])
}

type NoticePlace =
  | { readonly kind: 'person'; readonly customerUid: string }
  | { readonly kind: 'screen'; readonly screen: ScreenName }

/** What a notice opens: the person it is about, else the screen where such things are done. */
function placeOfNotice({ kind, subject }: Pick<NoticeRow, 'kind' | 'subject'>): NoticePlace {
  // What came of a referral is read, and answered, where referrals are.
  if (kind.startsWith('referral-')) return { kind: 'screen', screen: 'referrals' }
  if (subject !== null) return { kind: 'person', customerUid: subject.customer.uid }
  if (kind === 'calendar-missing') return { kind: 'screen', screen: 'settings' }
  // Who looked at whom, and who looked for nobody, is the first thing that screen shows.
  if (kind === 'guesses') return { kind: 'screen', screen: 'privacy' }
  if (kind === 'view-cap') return { kind: 'screen', screen: 'audit' }
  return { kind: 'screen', screen: 'followups' }
}
