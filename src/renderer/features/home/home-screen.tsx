import { Text, Title, UnstyledButton } from '@mantine/core'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { HomeView } from '../../../shared/contract/home.ts'
import { useOperation } from '../../ipc/operations.ts'
import { useOpenSession } from '../../ipc/session.tsx'
import { type Steps, useSteps } from '../../router/navigation.tsx'
import { shortDay } from '../../ui/civil-dates.ts'
import { isPlainKey } from '../../ui/composition.ts'
import keys from '../../ui/key-buttons.module.css'
import { digitOf } from '../../ui/physical-keys.ts'
import { Problem } from '../../ui/problem.tsx'
import { Screen } from '../../ui/screen.tsx'
import { Waiting } from '../../ui/waiting.tsx'
import { isFocusFree } from '../../ui/working-place.ts'
import { BlockText } from './block-text.tsx'
import { type BlockTarget, blocksOf, type HomeBlock } from './blocks.ts'
import classes from './home.module.css'

/** 首页: what waits today, each a digit away, and what the last working day came to. */
export function HomeScreen() {
  const { t } = useTranslation()
  const view = useOperation('home.view', {})
  return (
    <Screen
      title={t('app.rail.home')}
      actions={
        <Text size="xs" c="dimmed">
          {t('home.keys')}
        </Text>
      }
    >
      <Problem error={view.error} />
      {view.isPending && <Waiting lines={8} />}
      {view.data !== undefined && <Day view={view.data} />}
    </Screen>
  )
}

function Day({ view }: { readonly view: HomeView }) {
  const { t } = useTranslation()
  const { staff, todayOn } = useOpenSession()
  const steps = useSteps()
  const blocks = blocksOf(view)
  const place = useRef<HTMLElement>(null)
  // Whoever comes here by keyboard goes on with the digits, unless another place has the focus already.
  useEffect(() => {
    if (isFocusFree()) place.current?.focus()
  }, [])
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event)) return
    const block = blocks[Number(digitOf(event.nativeEvent.code) || 'NaN') - 1]
    if (block === undefined) return
    event.preventDefault()
    lead(steps, block.target)
  }
  return (
    <section
      ref={place}
      className={classes.home}
      tabIndex={-1}
      aria-label={t('home.mine')}
      onKeyDown={onKeyDown}
    >
      <Title order={2} size="h5">
        {t('home.mine')} · {staff.name} · {shortDay(todayOn, t)}
      </Title>
      <div className={classes.blocks}>
        {blocks.map((block, index) => (
          <Block key={block.name} block={block} digit={index + 1} onOpen={() => lead(steps, block.target)} />
        ))}
      </div>
      <LastDay view={view} />
    </section>
  )
}

function Block(props: { readonly block: HomeBlock; readonly digit: number; onOpen(): void }) {
  const { block, digit, onOpen } = props
  const { t } = useTranslation()
  return (
    <UnstyledButton
      className={classes.block}
      data-late={block.late}
      aria-keyshortcuts={String(digit)}
      onClick={onOpen}
    >
      <Text size="sm" fw={600}>
        {block.late && '▲ '}
        {t(`home.block.${block.name}`)}
      </Text>
      <kbd className={keys.name} aria-hidden>
        {digit}
      </kbd>
      <span className={classes.figure}>{block.figure}</span>
      <BlockText line={block.line} />
    </UnstyledButton>
  )
}

/** What the last working day came to: one's own, or the branch's for who shares out the work. */
function LastDay({ view: { lastDay, branch } }: { readonly view: HomeView }) {
  const { t } = useTranslation()
  const results = [
    t('home.line.contacts', { count: lastDay.contacts }),
    t('home.line.flagged', { count: lastDay.flagged }),
    t('home.line.won', { count: lastDay.won }),
    t('home.line.newLeads', { count: lastDay.leads }),
  ]
  return (
    <section aria-label={t('home.block.last-day', { day: shortDay(lastDay.on, t) })}>
      <Title order={2} size="h5" mb={6}>
        {t('home.block.last-day', { day: shortDay(lastDay.on, t) })} ·{' '}
        {t(branch === null ? 'home.line.own' : 'home.line.branch')}
      </Title>
      <ul className={classes.results}>
        {results.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </section>
  )
}

function lead({ go, open, setOverlay }: Steps, target: BlockTarget): void {
  if (target.to === 'followups') go({ screen: 'followups', view: 'day', group: target.group })
  else if (target.to === 'referrals') go({ screen: 'referrals', view: target.view, state: target.state })
  else if (target.to === 'notices') setOverlay('notices', true)
  else open(target.to)
}
