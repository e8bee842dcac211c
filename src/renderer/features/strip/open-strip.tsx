import { Button, Group, Text } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import IconUserPlus from '@tabler/icons-react/icons/IconUserPlus'
import { type ComponentType, type RefObject, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Visit } from '../../../shared/contract/lobby.ts'
import { listen } from '../../ipc/bridge.ts'
import { useIdleTouch } from '../../ipc/idle-touch.ts'
import { useCommand } from '../../ipc/operations.ts'
import type { EntryVisit } from '../../router/requests.ts'
import { useLeaving } from '../../router/unsaved.tsx'
import { PersonSearchBox } from '../../shared/person/person-search-box.tsx'
import { openLayer } from '../../ui/layers.ts'
import { useScreenHotkeys } from '../../ui/screen-hotkeys.ts'
import { FoldButton, useWorkToday } from './folded-strip.tsx'
import classes from './strip.module.css'
import { StripMenu } from './strip-menu.tsx'
import { type ServedParts, StripPerson } from './strip-person.tsx'
import { useStripKeys } from './use-strip-keys.ts'
import { Visitors } from './visitors.tsx'

/** What other features show in the strip; its window puts them in. */
export interface StripParts extends ServedParts {
  /** The quick entry of a stranger. */
  readonly QuickLead: ComponentType<{
    readonly typed?: string
    readonly from?: EntryVisit | null
    onSaved(): void
    onLeave(): void
  }>
}

/** What is known of a stranger before the first key: what was typed, and their visit. */
interface StrangerBegun {
  readonly typed: string
  readonly from: EntryVisit | null
}

const NOTHING_KNOWN: StrangerBegun = { typed: '', from: null }

/** Find the person, see what to say, flag what they asked for; then Esc, and the other program has the focus again. */
export function OpenStrip({ parts }: { readonly parts: StripParts }) {
  const { t } = useTranslation()
  useIdleTouch()
  useStripKeys()
  const [customerUid, setCustomerUid] = useState<string | null>(null)
  // Choosing the same person again brings the focus back to the pad.
  const [choices, setChoices] = useState(0)
  const [entering, setEntering] = useState(false)
  const [begun, setBegun] = useState<StrangerBegun>(NOTHING_KNOWN)
  // Each entry begins with nothing of the one before.
  const [entries, setEntries] = useState(0)
  const release = useCommand('strip.release')
  const box = useRef<HTMLInputElement>(null)
  useCursorInBox(box)
  // Nobody who was served before is there when the strip comes back.
  const leave = () => {
    setCustomerUid(null)
    release.mutate({})
  }
  useEscFromNowhere(leave)
  const { leave: leaveWork } = useLeaving()
  // Another person takes the place of a form, and of a dialog about whoever was served before.
  const choose = (uid: string) => {
    const go = () => {
      setEntering(false)
      setBegun(NOTHING_KNOWN)
      setCustomerUid(uid)
      setChoices((times) => times + 1)
    }
    if (entering || uid !== customerUid) leaveWork(go)
    else go()
  }
  // Another stranger takes the place of a form that was begun, and what was typed in it asks first.
  const enter = (stranger: StrangerBegun) => {
    const begin = () => {
      setBegun(stranger)
      setEntries((times) => times + 1)
      setEntering(true)
    }
    if (entering) leaveWork(begin)
    else begin()
  }
  const enterVisitor = (visit: Visit) => enter({ typed: visit.tickets.join(' '), from: visit })
  // The next keys are a name: whoever was served before comes back without taking them for the pad's.
  const endLead = () => {
    setEntering(false)
    setBegun(NOTHING_KNOWN)
    setChoices(0)
    box.current?.focus()
  }
  useScreenHotkeys([['F3', () => setEntering(true)]])
  return (
    <div className={classes.strip}>
      <Group gap={4} wrap="nowrap" p="xs">
        <div style={{ flex: 1 }}>
          <PersonSearchBox
            label={t('strip.find')}
            input={box}
            codes={[]}
            compact
            onPerson={(line) => choose(line.uid)}
            onStranger={(typed) => enter({ typed, from: null })}
            onCode={leave}
            choosesOnlyHit
            onTyping={() => setCustomerUid(null)}
            onLeave={leave}
          />
        </div>
        <StripMenu />
        <FoldButton folded={false} />
      </Group>
      <main className={classes.person}>
        <Visitors onPerson={choose} onStranger={enterVisitor} />
        {entering && (
          <div className={classes.entry}>
            <parts.QuickLead key={entries} {...begun} onSaved={endLead} onLeave={endLead} />
          </div>
        )}
        {entering ? null : customerUid === null ? (
          <Text size="sm" c="dimmed" p="md" ta="center">
            {t('strip.nobody')}
          </Text>
        ) : (
          <StripPerson
            key={customerUid}
            customerUid={customerUid}
            choices={choices}
            parts={parts}
            onLeave={leave}
          />
        )}
      </main>
      <Footer onLead={() => setEntering(true)} />
    </div>
  )
}

function Footer({ onLead }: { onLead(): void }) {
  const { t } = useTranslation()
  const work = useWorkToday()
  return (
    <footer className={classes.footer}>
      <Button
        size="compact-xs"
        variant="default"
        flex="none"
        leftSection={<IconUserPlus size={14} aria-hidden />}
        aria-keyshortcuts="F3"
        onClick={onLead}
      >
        {t('strip.lead')}
      </Button>
      <span>{t('strip.work', work)}</span>
      <span className={classes.lamp} data-late={work.overdue > 0} title={t('app.offlineHint')}>
        {work.overdue > 0 ? '▲' : '●'}
      </span>
    </footer>
  )
}

/** The next person is looked for as soon as the strip is there, has the focus, or its keys are pressed once more. */
function useCursorInBox(box: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const toBox = () => {
      // What was begun for somebody keeps the keys until it is finished or given up.
      if (openLayer() !== null) return
      box.current?.focus()
      box.current?.select()
    }
    toBox()
    window.addEventListener('focus', toBox)
    const stopListening = listen('stripRaised', toBox)
    return () => {
      window.removeEventListener('focus', toBox)
      stopListening()
    }
  }, [box])
}

/** Esc gives the focus back even where a click beside everything took the cursor away. */
function useEscFromNowhere(leave: () => void): void {
  useWindowEvent('keydown', (event) => {
    if (event.key === 'Escape' && !event.isComposing && event.target === document.body) leave()
  })
}
